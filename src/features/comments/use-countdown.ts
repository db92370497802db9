import { useSyncExternalStore } from 'react';

const second = 1_000;

/** Seconds until `time`, by the clock that `now` reads; undefined where there is no time, or it has come. */
export function useCountdown(time: number | undefined, now: () => number = Date.now): number | undefined {
  const rest = useSyncExternalStore(
    time === undefined ? never : everySecond,
    () => (time === undefined ? 0 : Math.ceil((time - now()) / second)),
    () => 0,
  );
  return rest > 0 ? rest : undefined;
}

function everySecond(tell: () => void): () => void {
  const timer = setInterval(tell, second);
  return () => clearInterval(timer);
}

const never = () => () => {};
