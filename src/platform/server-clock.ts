/** The server's time in milliseconds when this page's own clock stood at `since`. */
let heard: { at: number; since: number } | undefined;

/**
 * Takes the time from an answer's `Date`. Only ever forward: an answer kept by a cache says when it was
 * first given, never more.
 */
export function hearServerTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (at > (heard === undefined ? 0 : serverNow())) heard = { at, since: performance.now() };
}

/** Whether an answer has told the time. */
export const isServerTimeKnown = (): boolean => heard !== undefined;

/** The time by the server's clock once an answer has told it, until then by the device's, which may be wrong. */
export const serverNow = (): number =>
  heard === undefined ? Date.now() : heard.at + performance.now() - heard.since;
