import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Article } from '#contract/article';
import { readListeningChoices } from './listening-choices.ts';
import { speechPlan, type SpeechPart } from './speech-plan.ts';
import { SpeechPlayer, type PlayerView } from './speech-player.ts';
import { browserSynthesizer } from './synthesizer.ts';

/** The player of one article, reading from the first and silent when the component goes. */
export function useSpeechPlayer(article: Article): {
  player: SpeechPlayer;
  view: PlayerView;
  parts: readonly SpeechPart[];
} {
  const [{ player, parts }] = useState(() => {
    const plan = speechPlan(article);
    return {
      parts: plan,
      player: new SpeechPlayer(plan, article.lang, browserSynthesizer, readListeningChoices()),
    };
  });
  const view = useSyncExternalStore(player.subscribe, player.view);
  useEffect(() => {
    player.start();
    const pause = () => player.pause();
    // Chromium speaks on when the page is gone (mdn/dom-examples#307); one kept for «back» is found paused.
    addEventListener('pagehide', pause);
    return () => {
      removeEventListener('pagehide', pause);
      player.stop();
    };
  }, [player]);
  useEffect(() => giveWayToOtherPages(player), [player]);
  return { player, view, parts };
}

/** All pages of a browser share one queue: the last that begins to read is the one that is heard. */
function giveWayToOtherPages(player: SpeechPlayer): (() => void) | undefined {
  if (!('BroadcastChannel' in window)) return undefined;
  const channel = new BroadcastChannel('riwaq.listening');
  channel.addEventListener('message', () => player.pause());
  let wasSpeaking = false;
  const tell = () => {
    const isSpeaking = player.view().state === 'speaking';
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel's takes none
    if (isSpeaking && !wasSpeaking) channel.postMessage('speaking');
    wasSpeaking = isSpeaking;
  };
  tell();
  const end = player.subscribe(tell);
  return () => {
    end();
    channel.close();
  };
}
