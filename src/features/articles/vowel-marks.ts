/**
 * Whether a headline is vowelled throughout: it then needs room above and below, or its marks would be
 * cut. One damma that tells two readings apart, or a tanwin, fits into the lines as they are.
 */
export function hasMarks(title: string): boolean {
  const marks = title.match(/[\u064b-\u0650\u0652\u0670]/g)?.length ?? 0;
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  return marks * 4 >= letters && marks > 0;
}
