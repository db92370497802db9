import { useTranslation } from '#i18n/words.ts';
import styles from './player-bar.module.css';
import { primaryOf } from './spoken-text.ts';

/** Says plainly that the device cannot read this language, and what helps. */
export function NoVoice({ lang }: { lang: string }) {
  const { t } = useTranslation('listening');
  const sentence = () => {
    switch (primaryOf(lang)) {
      case 'ar':
        return t('noVoice.ar');
      case 'en':
        return t('noVoice.en');
      case 'fr':
        return t('noVoice.fr');
      case 'fa':
        return t('noVoice.fa');
      case 'ur':
        return t('noVoice.ur');
      default:
        return t('noVoice.other');
    }
  };
  return (
    <p className={styles['without']}>
      <strong>{sentence()}</strong> {t('help')}
    </p>
  );
}
