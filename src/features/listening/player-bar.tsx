import type { RefObject } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import { useRoomForBar } from '#ui/use-room-for-bar.ts';
import { ListeningOptions } from './listening-options.tsx';
import { NoVoice } from './no-voice.tsx';
import { PlayerButton } from './player-button.tsx';
import { useSpeechPlayer } from './use-speech-player.ts';
import { useSpokenMark } from './use-spoken-mark.ts';
import styles from './player-bar.module.css';

interface Props {
  ref: RefObject<HTMLElement | null>;
  article: Article;
  onClose: () => void;
}

const playKeys = { idle: 'continue', paused: 'continue', ended: 'again', failed: 'retry' } as const;
const stateKeys = {
  idle: 'states.waiting',
  speaking: 'states.speaking',
  paused: 'states.paused',
  ended: 'states.ended',
  failed: 'states.failed',
} as const;

/** Reads an article aloud from the moment it is there, with its controls in a bar at the window’s end. */
export function PlayerBar({ ref, article, onClose }: Props) {
  const { t } = useTranslation('listening');
  const { format } = useLanguage();
  const { player, view, parts } = useSpeechPlayer(article);
  const { state, part } = view;
  const isReading = state === 'speaking' || state === 'paused' || state === 'failed';
  const follow = useSpokenMark(isReading ? parts[part]?.place : undefined, ref);
  useRoomForBar(ref, '--bar-room');
  /** Whoever asks for it to be read wants to see it too. */
  const following = (act: () => void) => () => {
    follow();
    act();
  };
  const hasNoVoice = view.areVoicesKnown && view.voice === undefined;
  return (
    <section ref={ref} className={styles['bar']} aria-label={t('player')}>
      <div className={styles['inside']}>
        {/* The first of all: whoever cannot hear a screen reader over the voice needs it soonest. */}
        <PlayerButton icon={hasNoVoice ? 'close' : 'stop'} label={t('stop')} onClick={onClose} />
        {!hasNoVoice && (
          <>
            <PlayerButton
              icon="previous"
              label={t('previous')}
              disabled={view.voice === undefined || part === 0}
              onClick={following(() => player.goTo(part - 1))}
            />
            {state === 'speaking' ? (
              <PlayerButton icon="pause" isTurn label={t('pause')} onClick={() => player.pause()} />
            ) : (
              <PlayerButton
                icon="play"
                isTurn
                label={t(playKeys[state])}
                disabled={view.voice === undefined}
                onClick={following(() => player.play())}
              />
            )}
            <PlayerButton
              icon="next"
              label={t('next')}
              disabled={view.voice === undefined || part === parts.length - 1}
              onClick={following(() => player.goTo(part + 1))}
            />
            <ListeningOptions player={player} view={view} lang={article.lang} />
          </>
        )}
        <div className={styles['words']}>
          <div role="status">{hasNoVoice ? <NoVoice lang={article.lang} /> : t(stateKeys[state])}</div>
          {isReading && (
            <span className={styles['place']}>
              {t('place', { number: format.number(part + 1), total: format.number(parts.length) })}
            </span>
          )}
          {isReading && view.isSomethingSkipped && <p>{t('leftOut')}</p>}
        </div>
      </div>
    </section>
  );
}
