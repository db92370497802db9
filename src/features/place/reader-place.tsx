import { useEffect, useState, type ComponentType } from 'react';
import type { Block } from '#contract/article';
import { fetchCode } from '#platform/code.ts';

interface Props {
  /** Of the article, whatever its address. */
  id: string;
  blocks: readonly Block[];
}

/**
 * Where the reader is in an article, kept on the device and offered again. All of it is fetched with the
 * first scroll, or at once where a place in this article is kept: who only glances at a page pays nothing.
 */
export function ReaderPlace({ id, blocks }: Props) {
  const [late, setLate] = useState<{ PlaceInText: ComponentType<Props> }>();
  useEffect(() => {
    const begin = () => void fetchCode(import('./place-in-text.tsx')).then(setLate, () => {});
    if (isKept(id)) begin();
    addEventListener('scroll', begin, { once: true });
    return () => removeEventListener('scroll', begin);
  }, [id]);
  return late !== undefined && <late.PlaceInText key={id} id={id} blocks={blocks} />;
}

/** Looked for in the text as it is kept: what stands there is read by what is fetched then. */
function isKept(id: string): boolean {
  try {
    return localStorage.getItem('riwaq.places')?.includes(id) === true;
  } catch {
    return false;
  }
}
