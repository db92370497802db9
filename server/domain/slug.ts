import { limits } from '#contract/limits';

const tatweel = 'ـ';
const dropped = new RegExp(`[\\p{M}${tatweel}]`, 'gu');
const separators = /[^\p{L}\p{Nd}]+/gu;

/**
 * The address of an article by its title, in NFC: marks and tatweel taken out, letters and decimal
 * digits kept (of any script), cased letters lowered, every other run one `-`, none at the ends, at
 * most `limits.slug` UTF-16 units, cut at a `-` where there is one.
 * `slugOf('شِعرُ «المتنبي»: PDF') === 'شعر-المتنبي-pdf'`. A slug is its own slug.
 *
 * Undefined where the title holds no letter and no digit (`'؟!'`): an address must come from words,
 * and two such titles would fight for any stand-in, so whoever asks has to refuse or choose.
 */
export function slugOf(title: string): string | undefined {
  const words = title
    // Before marks go: İ lowers to an i with a dot above.
    .toLowerCase()
    .normalize('NFC')
    .replace(dropped, '')
    // Letters may have moved together where a mark stood between them (Hangul).
    .normalize('NFC')
    .replace(separators, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? undefined : cut(words);
}

function cut(slug: string): string {
  if (slug.length <= limits.slug) return slug;
  // One unit more, so that a word ending exactly at the limit stays.
  const hyphen = slug.lastIndexOf('-', limits.slug);
  if (hyphen > 0) return slug.slice(0, hyphen);
  const hard = slug.slice(0, limits.slug);
  return hard.isWellFormed() ? hard : hard.slice(0, -1);
}
