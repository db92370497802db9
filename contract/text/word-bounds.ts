let segmenter: Intl.Segmenter | undefined;

/** Where each word of `text` begins and ends (UAX 29), what stands between words left out. */
export function wordBounds(text: string): { start: number; end: number }[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const bounds: { start: number; end: number }[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text))
    if (isWordLike === true) bounds.push({ start: index, end: index + segment.length });
  return bounds;
}
