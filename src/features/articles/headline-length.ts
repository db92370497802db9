/**
 * Past ninety letters a headline is smaller by a step, past a hundred and eighty by another: set as large
 * as a short one it would fill a screen. Marks are no letters.
 */
export function lengthOf(title: string): 'long' | 'longest' | undefined {
  const { length } = title.replace(/\p{M}/gu, '');
  return length > 180 ? 'longest' : length > 90 ? 'long' : undefined;
}
