import { useSyncExternalStore } from 'react';

const second = 1_000;

/** Seconds until `time`, by the device's clock; undefined where there is no time, or it has come. */
export function useCountdown(time: number | undefined): number | undefined {
  const now = useSyncExternalStore(
    time === undefined ? never : everySecond,
    () => Math.floor(Date.now() / second),
    () => undefined,
  );
  if (time === undefined || now === undefined) return undefined;
  const rest = Math.ceil(time / second) - now;
  return rest > 0 ? rest : undefined;
}

function everySecond(tell: () => void): () => void {
  const timer = setInterval(tell, second);
  return () => clearInterval(timer);
}

const never = () => () => {};
