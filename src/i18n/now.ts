import { useSyncExternalStore } from 'react';

const minute = 60_000;
let now = 0;

function everyMinute(tell: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now();
    tell();
  }, minute);
  return () => clearInterval(timer);
}

/** The device's time in milliseconds, to the minute; undefined while the server's page is taken over. */
export function useNow(): number | undefined {
  return useSyncExternalStore<number | undefined>(everyMinute, currentMinute, () => undefined);
}

function currentMinute(): number {
  if (now === 0) now = Date.now();
  return now;
}
