import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { LanguageCode } from '#contract/languages';
import { languageWords } from '#i18n/i18n.ts';
import { useTranslation, WordsContext } from '#i18n/words.ts';
import { Dialog } from '#ui/dialog.tsx';
import { shortcutKeys, type ShortcutKey } from './shortcut-of.ts';
import styles from './shortcuts-dialog.module.css';
import { areShortcutsOff, onShortcutsSwitched, switchShortcuts } from './shortcuts-switch.ts';

/**
 * Opens the list of keys in a small tree of its own, gone when it is closed: so the page's tree carries
 * nothing for what most visits never open.
 */
export function openShortcutsDialog(code: LanguageCode, here: readonly ShortcutKey[]): void {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const close = () => {
    removeEventListener('popstate', close);
    root.unmount();
    place.remove();
  };
  // The page gone back to has other keys, or another language.
  addEventListener('popstate', close);
  root.render(
    <WordsContext value={languageWords(code)}>
      <ShortcutsDialog here={here} onClose={close} />
    </WordsContext>,
  );
}

interface Props {
  /** The keys that do something on this page. */
  here: readonly ShortcutKey[];
  onClose: () => void;
}

function ShortcutsDialog({ here, onClose }: Props) {
  const { t } = useTranslation('shortcuts');
  const dialog = useRef<HTMLDialogElement>(null);
  const isOff = useSyncExternalStore(onShortcutsSwitched, areShortcutsOff);
  const [kept, setKept] = useState(true);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    current?.addEventListener('close', onClose);
    // oxlint-disable-next-line react/exhaustive-deps -- once: it is made open
  }, []);
  const elsewhere = shortcutKeys.filter((key) => !here.includes(key));
  return (
    <Dialog ref={dialog} title={t('title')} closeLabel={t('close')}>
      <div className={styles['lists']}>
        <KeyList title={t('here')} keys={here} />
        {elsewhere.length > 0 && <KeyList title={t('elsewhere')} keys={elsewhere} />}
        <label className={styles['switch']}>
          <input
            type="checkbox"
            checked={isOff}
            onChange={(event) => setKept(switchShortcuts(event.currentTarget.checked))}
          />
          {t('off')}
        </label>
        <p role="status" className={styles['note']}>
          {[isOff && t('stopped'), !kept && t('notKept')].filter(Boolean).join(' ')}
        </p>
      </div>
    </Dialog>
  );
}

/** Keys with what they do: as a Latin keyboard prints them and, where it is another, as the reader's own does. */
function KeyList({ title, keys }: { title: string; keys: readonly ShortcutKey[] }) {
  const { t } = useTranslation('shortcuts');
  return (
    <table className={styles['keys']}>
      <caption>{title}</caption>
      <tbody>
        {keys.map((key) => {
          const latin = key.toUpperCase();
          const name = key === '/' ? 'slash' : key === '?' ? 'question' : key;
          const own = t(`keys.${name}`);
          return (
            <tr key={key}>
              <th scope="row">{t(`does.${name}`)}</th>
              <td>
                <kbd>{latin}</kbd> {own !== latin && <kbd>{own}</kbd>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
