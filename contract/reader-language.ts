import type { LanguageCode } from './languages.ts';

/** Other names of a language, which browsers have sent or send: withdrawn ones, and those of one standard form. */
const otherNames = new Map([
  ['iw', 'he'],
  ['arb', 'ar'],
  ['pes', 'fa'],
  ['prs', 'fa'],
]);

/** Of language tags, best first, the first that is of a language offered; region and script are not looked at. */
export function preferredOf(
  tags: readonly (string | undefined)[],
  offered: readonly LanguageCode[],
): LanguageCode | undefined {
  for (const tag of tags) {
    const [primary = ''] = (tag ?? '').toLowerCase().split('-');
    const name = otherNames.get(primary) ?? primary;
    const found = offered.find((code) => code === name);
    if (found !== undefined) return found;
  }
  return undefined;
}
