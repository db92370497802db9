import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { fetchCode } from '#platform/code.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { keepShowing } from './keep-showing.ts';
import styles from './reader-settings.module.css';

/** The button of the reader's own choices, and their panel, fetched when it is first opened: most visits read without. */
export function ReaderSettings() {
  const { t } = useTranslation('site');
  const { code } = useLanguage();
  const words = useProblemWords();
  const [panel, setPanel] = useState<{ Panel: ComponentType }>();
  const [failed, setFailed] = useState(false);
  // Counted, so that every press opens it again.
  const [opened, setOpened] = useState(0);
  useEffect(keepShowing, []);
  const open = async () => {
    setFailed(false);
    try {
      const [{ SettingsPanel }] = await Promise.all([
        fetchCode(import('./settings-panel.tsx')),
        loadLateWords(code),
      ]);
      setPanel({ Panel: SettingsPanel });
      setOpened((times) => times + 1);
    } catch {
      // The page and what is being written in it stay; the next press tries again.
      setFailed(true);
    }
  };
  return (
    <div className={`needs-script ${styles['settings']}`}>
      <IconButton icon="letter" label={t('settings')} data-shortcut="settings" onClick={() => void open()} />
      {failed && (
        <div className={styles['failed']}>
          <Notice tone="danger">
            <p role="alert">{words.problem(undefined)}</p>
          </Notice>
        </div>
      )}
      {panel !== undefined && <panel.Panel key={opened} />}
    </div>
  );
}
