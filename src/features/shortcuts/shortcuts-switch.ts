import { readStored, writeStored } from '#platform/local-store.ts';

/** Also read by the first listener, which then fetches nothing. */
const storageKey = 'riwaq.shortcuts';

/** Chosen where the device keeps nothing: for this visit. */
let ofThisVisit: boolean | undefined;
const listeners = new Set<() => void>();

/** Whether this reader wants no key to do anything. */
export const areShortcutsOff = (): boolean => ofThisVisit ?? readStored(storageKey) === 'off';

/** Keeps the choice on the device, for all its tabs; says whether it could. */
export function switchShortcuts(off: boolean): boolean {
  const kept = writeStored(storageKey, off ? 'off' : 'on');
  ofThisVisit = kept ? undefined : off;
  for (const listener of listeners) listener();
  return kept;
}

/** Calls `listener` whenever the choice changes, here or in another tab. */
export function onShortcutsSwitched(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
