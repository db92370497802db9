import type { ReactNode } from 'react';

/** Stands for the element while the words are asked for; it occurs in no translation. */
const place = '\ufffc';

/**
 * A sentence with an element in the place of its variable. A name put into the words themselves could be
 * isolated only by control characters, which whoever copies the sentence would copy along.
 */
export function Sentence({ words, children }: { words: (variable: string) => string; children: ReactNode }) {
  const [before, after] = words(place).split(place);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
