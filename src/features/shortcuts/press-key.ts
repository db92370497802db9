import { shortcutActions } from './shortcut-actions.ts';
import { shortcutIn } from './shortcut-of.ts';
import { areShortcutsOff } from './shortcuts-switch.ts';
import { showShortcuts } from './show-shortcuts.ts';

/** Does what a key is for, where it is one and its object is on the page; shows the list where that is asked for. */
export function pressKey(event: KeyboardEvent | MouseEvent): void {
  if (!('key' in event)) {
    void showShortcuts();
    return;
  }
  const key = shortcutIn(event);
  if (key === undefined || areShortcutsOff() || isTaken(event)) return;
  const act = key === '?' ? () => void showShortcuts() : shortcutActions[key]();
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Whether the key is for whoever writes, for a dialog, or was answered by something nearer. */
function isTaken({ target, key, defaultPrevented }: KeyboardEvent): boolean {
  // `/` was prevented by our own listener.
  if (defaultPrevented && key !== '/') return true;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}
