import { useState } from 'react';
import { useOutbox } from '#outbox';
import { useStateWords } from './own-words.ts';

/**
 * How that stands which a form sent last, beside its button: its place in the list may be out of sight. No
 * live region: the list's own says the same aloud.
 */
export function SentLine({ slug, sent }: { slug: string; sent: string }) {
  const stateWords = useStateWords();
  const entry = useOutbox(slug).entries.find(({ key }) => key === sent);
  const [last, setLast] = useState(entry);
  if (entry !== undefined && entry !== last) setLast(entry);
  // What the list shows the outbox forgets; so it does with what went back into the box.
  const told = entry ?? (last !== undefined && 'id' in last.stage ? last : undefined);
  return told !== undefined && <span>{stateWords(told)}</span>;
}
