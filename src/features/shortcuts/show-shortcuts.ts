import { isLanguageCode } from '#contract/languages';
import { loadLateWords } from '#i18n/i18n.ts';
import { fetchCode } from '#platform/code.ts';
import { shortcutActions } from './shortcut-actions.ts';
import { shortcutKeys } from './shortcut-of.ts';

/** Shows the list of keys with their switch; where it does not come, the next press tries again. */
export async function showShortcuts(): Promise<void> {
  const { lang } = document.documentElement;
  const code = isLanguageCode(lang) ? lang : 'ar';
  try {
    const [{ openShortcutsDialog }] = await Promise.all([
      fetchCode(import('./shortcuts-dialog.tsx')),
      loadLateWords(code),
    ]);
    if (document.querySelector('dialog[open]') === null) openShortcutsDialog(code, here());
  } catch {
    // Nothing was lost, and nothing is in the way.
  }
}

/** The keys that do something on this page. */
const here = () => shortcutKeys.filter((key) => key === '?' || shortcutActions[key]() !== undefined);
