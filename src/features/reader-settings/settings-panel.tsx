import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { Dialog } from '#ui/dialog.tsx';
import { chooseTheme, readTheme, themes, type Theme } from './reading-choices.ts';
import styles from './settings-panel.module.css';

/** The reader's own choices, kept on the device; open from the first. */
export function SettingsPanel() {
  const { t } = useTranslation('reader-settings');
  const dialog = useRef<HTMLDialogElement>(null);
  const [theme, setTheme] = useState<Theme>(readTheme);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    chooseTheme(chosen);
  };
  return (
    <Dialog ref={dialog} title={t('title')} closeLabel={t('close')}>
      <fieldset className={styles['choices']}>
        <legend>{t('theme')}</legend>
        {themes.map((name) => (
          <label key={name} className={styles['choice']}>
            <input type="radio" name="theme" checked={theme === name} onChange={() => choose(name)} />
            {t(`themes.${name}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
