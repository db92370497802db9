import { useId } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { useLanguage } from '#i18n/language.tsx';
import { keepSpeed, keepVoice, speeds } from './listening-choices.ts';
import styles from './listening-options.module.css';
import type { PlayerView, SpeechPlayer } from './speech-player.ts';

interface Props {
  player: SpeechPlayer;
  view: PlayerView;
  lang: string;
}

/** How fast and by whom it is read; kept for the next article. */
export function ListeningOptions({ player, view, lang }: Props) {
  const { t } = useTranslation('listening');
  const { format } = useLanguage();
  const id = useId();
  const { speed, voice, voices } = view;
  return (
    <div className={styles['options']}>
      <div className={styles['option']}>
        <label htmlFor={`${id}-speed`}>{t('speed')}</label>
        <select
          id={`${id}-speed`}
          className={styles['select']}
          value={speed}
          onChange={({ currentTarget }) => {
            const chosen = Number(currentTarget.value);
            keepSpeed(chosen);
            player.setSpeed(chosen);
          }}
        >
          {speeds.map((offered) => (
            <option key={offered} value={offered}>
              {t('times', { number: format.number(offered) })}
            </option>
          ))}
        </select>
      </div>
      {voices.length > 1 && (
        <div className={styles['option']}>
          <label htmlFor={`${id}-voice`}>{t('voice')}</label>
          <select
            id={`${id}-voice`}
            className={styles['select']}
            value={voice?.voiceURI}
            onChange={({ currentTarget }) => {
              keepVoice(lang, currentTarget.value);
              player.setVoice(currentTarget.value);
            }}
          >
            {voices.map(({ voiceURI, name, localService }) => (
              <option key={voiceURI} value={voiceURI}>
                {localService ? name : t('remote', { name: isolated(name) })}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

/** An option holds text alone, so the isolate is of characters. */
const isolated = (name: string) => `\u2068${name}\u2069`;
