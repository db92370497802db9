import { readStored } from '#platform/local-store.ts';

/** What the keys do; most visits press none, so it is fetched with the first. */
let press: ((event: KeyboardEvent | MouseEvent) => void) | undefined;

/** Hears the keys on every page, and whoever asks for their list. Called twice, it still hears each once. */
export function listenForShortcuts(): void {
  addEventListener('keydown', hear);
  addEventListener('click', hear);
}

function hear(event: KeyboardEvent | MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if ('key' in event) {
    // A longer name is of a key that writes nothing; what is written into a box is nobody's shortcut.
    if (event.key.length > 2 || 'selectionStart' in target || readStored('riwaq.shortcuts') === 'off') return;
    // Firefox would open a search of its own before there is time to ask what ours does.
    if (event.key === '/') event.preventDefault();
  } else if (!target.closest('[data-shortcut=help]')) return;
  if (press === undefined)
    void import('./press-key.ts').then(
      ({ pressKey }) => (press = pressKey)(event),
      // The next press tries again.
      () => {},
    );
  else press(event);
}
