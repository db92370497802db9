import { hash } from 'node:crypto';
import { CursorError } from './port.ts';

/**
 * Cursors are the place of a page's last item, as integers, with a seal over these and the list they
 * belong to (its name, filters and order). The seal is no secret: it keeps a cursor from being used on
 * another list or after damage; what it opens is public anyway.
 */

/** The cursor of `place` in `list`. */
export function writeCursor(list: readonly string[], place: readonly number[]): string {
  const written = place.join('.');
  return `${written}.${seal(list, written)}`;
}

/** The `count` integers of a cursor that `writeCursor` made for this very list; else CursorError. */
export function readCursor(list: readonly string[], cursor: string, count: number): number[] {
  const end = cursor.lastIndexOf('.');
  const written = cursor.slice(0, Math.max(0, end));
  const place = written.split('.').map(Number);
  if (
    cursor !== `${written}.${seal(list, written)}` ||
    place.length !== count ||
    !place.every(Number.isSafeInteger)
  ) {
    throw new CursorError('cursor is damaged or of another list');
  }
  return place;
}

function seal(list: readonly string[], written: string): string {
  return hash('sha256', JSON.stringify([...list, written]), 'base64url').slice(0, 16);
}
