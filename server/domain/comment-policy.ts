import { fold } from '#contract/text/fold';

/** Names that only the paper's own people may carry; compared by skeleton, so that no look-alike passes. */
const staffNames = [
  'admin',
  'administrator',
  'moderator',
  'staff',
  'المشرف',
  'الإدارة',
  'المدير',
  'هيئة التحرير',
];

/** How a new comment stands under the site's rule: published at once, or held until somebody has looked. */
export function stateOfNew(moderation: 'after' | 'before'): 'published' | 'pending' {
  return moderation === 'after' ? 'published' : 'pending';
}

/** Whether a guest's name is, or looks like, one of the staff's. */
export function isReservedName(name: string, siteName: string): boolean {
  const skeleton = skeletonOf(name);
  return [...staffNames, siteName].some((reserved) => skeletonOf(reserved) === skeleton);
}

/**
 * What the eye keeps of a name: folded, letters only, look-alike letters of other scripts and digits
 * as the Latin letters they imitate (a part of Unicode's confusables, UTS 39, that matters for these names).
 */
function skeletonOf(name: string): string {
  // fold composes again what NFKD took apart: ádmin would keep its accent.
  const letters = fold(name)
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\p{Z}\p{C}]/gu, '');
  return [...letters].map((letter) => lookAlikes.get(letter) ?? letter).join('');
}

const lookAlikes = new Map(
  Object.entries({
    a: 'аαɑ4',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еε3',
    f: 'ƒ',
    i: 'іιıl1|ⅼӏ',
    m: 'мⅿ',
    n: 'пη',
    o: 'оο0',
    r: 'гѓ',
    s: 'ѕ5',
    t: 'тτ',
    v: 'ѵν',
  }).flatMap(([letter, alike]) => [...alike].map((char) => [char, letter] as const)),
);
