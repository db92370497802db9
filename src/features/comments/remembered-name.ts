import { useEffect, useEffectEvent, useState } from 'react';
import { readStored, writeStored } from '#platform/local-store.ts';
import type { FormBoxes } from './form-boxes.ts';

const storageKey = 'riwaq.name';

interface RememberedName {
  isRemembered: boolean;
  /** Remembers the name on this device from now on, or forgets it. */
  remember: (wanted: boolean) => void;
}

/** The reader's name: kept as long as the tab, and on the device only where the reader wants it. */
export function useRememberedName({ name, setName }: Pick<FormBoxes, 'name' | 'setName'>): RememberedName {
  const [isRemembered, setIsRemembered] = useState(() => readName() !== undefined);
  const begin = useEffectEvent(() => {
    const known = readName() ?? nameOfTab();
    if (name === '' && known !== undefined) setName(known);
  });
  useEffect(() => begin(), []);
  useEffect(() => {
    if (name === '') return;
    keepForTab(name);
    // Another form of the page may have been told to forget it.
    if (isRemembered && readName() !== undefined) writeStored(storageKey, name);
  }, [name, isRemembered]);
  return {
    isRemembered,
    remember(wanted) {
      if (wanted) setIsRemembered(writeStored(storageKey, name));
      else {
        setIsRemembered(false);
        forget();
      }
    },
  };
}

function readName(): string | undefined {
  const stored = readStored(storageKey);
  return typeof stored === 'string' ? stored : undefined;
}

function nameOfTab(): string | undefined {
  try {
    return sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

function keepForTab(name: string): void {
  try {
    sessionStorage.setItem(storageKey, name);
  } catch {
    // It is typed again on the next page.
  }
}

function forget(): void {
  try {
    localStorage.removeItem(storageKey);
    sessionStorage.removeItem(storageKey);
  } catch {
    // Where nobody may look there is nothing.
  }
}
