import { useSyncExternalStore } from 'react';
import { serverNow } from '#platform/server-clock.ts';

const minute = 60_000;
let now = 0;

function everyMinute(tell: () => void): () => void {
  const timer = setInterval(() => {
    now = serverNow();
    tell();
  }, minute);
  return () => clearInterval(timer);
}

/** The time in milliseconds, to the minute, by the server's clock once it is known; undefined while the server's page is taken over. */
export function useNow(): number | undefined {
  return useSyncExternalStore<number | undefined>(everyMinute, currentMinute, () => undefined);
}

function currentMinute(): number {
  if (now === 0) now = serverNow();
  return now;
}
