import { useState, type ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useNow } from '#i18n/now.ts';
import { useProblemWords } from '#i18n/problem-words.ts';
import { fetchCode } from '#platform/code.ts';
import { Icon } from '#ui/icon.tsx';
import styles from './listen-button.module.css';

/** The way to hear an article, where the browser can speak; the player is fetched when it is first wanted. */
export function ListenButton({ article }: { article: Article }) {
  const { t } = useTranslation('articles');
  const words = useProblemWords();
  /** The player, or that it did not come. */
  const [player, setPlayer] = useState<ReactNode>();
  const open = () => {
    // Safari lets nobody speak later who has not spoken at a press (leaonline/easy-speech#366).
    speechSynthesis.speak(new SpeechSynthesisUtterance(''));
    fetchCode(import('./listen-player.tsx')).then(
      ({ ListenPlayer }) => setPlayer(<ListenPlayer article={article} onClose={() => setPlayer(null)} />),
      () => setPlayer('failed'),
    );
  };
  // The server, which has no time of the reader's, does not know either whether the device can speak.
  return (
    useNow() &&
    'speechSynthesis' in window && (
      <>
        <button className={styles['button']} data-shortcut="listen" onClick={open}>
          <Icon name="play" />
          {t('listen')}
        </button>
        {player === 'failed' ? <p role="alert">{words.problem(undefined)}</p> : player}
      </>
    )
  );
}
