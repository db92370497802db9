/** Milliseconds between two looks for what another process has committed. */
const pause = 1_000;

/**
 * Tells watchers that somebody has committed: what this process wrote at once, what another did within a
 * second, by a counter that costs nearly nothing to ask. Nobody is asked while nobody watches.
 */
export function createCommitWatch(changes: () => number) {
  const watchers = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  let last: number | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const look = () => {
    if (watchers.size === 0) return;
    let current: number;
    try {
      current = changes();
    } catch {
      // The file is busy or away; whoever reads is told of it there.
      return;
    }
    if (current === last) return;
    last = current;
    for (const told of watchers) told();
  };

  return {
    look,
    watch(told: () => void): () => void {
      watchers.add(told);
      if (timer === undefined) {
        last = undefined;
        timer = setInterval(look, pause);
        // It is not what the process lives for.
        timer.unref();
      }
      return () => {
        watchers.delete(told);
        if (watchers.size === 0) stop();
      };
    },
    close() {
      watchers.clear();
      stop();
    },
  };
}
