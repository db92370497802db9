/** How far down a page was left, and what stood at the reader's eye: what is above it may take other room. */
export interface Place {
  y: number;
  id?: string;
  /** Pixels from the window's edge to it. */
  top?: number;
}

export const isPlace = (kept: unknown): kept is Place =>
  typeof kept === 'object' && kept !== null && 'y' in kept && typeof kept.y === 'number';

/** Whether what stood at the eye is among what is out of sight not laid out. */
export const isAmongComments = ({ id }: Place) => id?.startsWith('comment') === true;

/** A block or a comment, that has an address, at the reader's eye. */
export function atEye(): { id: string; top: number } | undefined {
  const target =
    document.elementFromPoint(innerWidth / 2, innerHeight / 4)?.closest('main [id]') ?? undefined;
  return target && { id: target.id, top: target.getBoundingClientRect().top };
}

/** Puts the window where it was left, and holds it there until it stands still or `leaving` says that it is over. */
export function returnTo({ y, id, top = 0 }: Place, leaving: AbortController): void {
  scrollTo(0, y);
  const target = id === undefined ? null : document.getElementById(id);
  if (target === null) return;
  // Comments out of sight are not laid out, and taken for as high as most: those that come near take their own
  // height in one of the next frames. A reader who moves on meanwhile is let go.
  const end = performance.now() + 1_000;
  let still = 0;
  const { signal } = leaving;
  for (const type of acts) addEventListener(type, () => leaving.abort(), { signal });
  const again = () => {
    if (still >= enough || performance.now() > end) leaving.abort();
    if (signal.aborted) return;
    const off = target.getBoundingClientRect().top - top;
    still = Math.abs(off) < 1 ? still + 1 : 0;
    scrollBy(0, off);
    requestAnimationFrame(again);
  };
  again();
}

const acts = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
/** Frames in which nothing has moved. */
const enough = 5;
