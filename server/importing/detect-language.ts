/** Characters that are looked at: enough to tell, whatever the length. */
const sample = 20_000;

const scripts: readonly (readonly [lang: string, letters: RegExp])[] = [
  // First, so that it wins a tie.
  ['ar', /(?=\p{Script=Arabic})\p{L}/gu],
  ['en', /(?=\p{Script=Latin})\p{L}/gu],
  ['he', /(?=\p{Script=Hebrew})\p{L}/gu],
  ['syr', /(?=\p{Script=Syriac})\p{L}/gu],
  ['dv', /(?=\p{Script=Thaana})\p{L}/gu],
  ['nqo', /(?=\p{Script=Nko})\p{L}/gu],
  [
    'und',
    /(?!\p{Script=Arabic}|\p{Script=Latin}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\u0640)\p{L}/gu,
  ],
];

/**
 * Language of a text that does not name it, by its letters: the script of most of them decides, and
 * among Arabic ones the letters that only some languages write. A guess: Latin letters give `en`,
 * scripts of many languages `und`, no letters at all `ar`.
 */
export function detectLanguage(text: string): string {
  const part = text.slice(0, sample);
  let most = 0;
  let found = 'ar';
  for (const [lang, letters] of scripts) {
    const count = countOf(part, letters);
    if (count > most) [found, most] = [lang, count];
  }
  return found === 'ar' ? languageOfArabicScript(part, most) : found;
}

const neighbours: readonly (readonly [lang: string, own: RegExp])[] = [
  ['ur', /[ٹڈڑےہں]/g],
  ['ckb', /[ەێۆڕڵ]/g],
  ['ps', /[ښځڅډړېۍګ]/g],
];
/** Share of all letters at which letters of one language only are more than a borrowed name. */
const telling = 0.03;

function languageOfArabicScript(text: string, letters: number): string {
  const neighbour = neighbours
    .map(([lang, own]) => ({ lang, share: countOf(text, own) / letters }))
    .reduce((best, next) => (next.share > best.share ? next : best), { lang: 'ar', share: 0 });
  if (neighbour.share >= telling) return neighbour.lang;
  // Arabic typed on a Persian keyboard has ی and ک too, but it cannot do without ة.
  if (countOf(text, /ة/g) >= 0.01 * letters) return 'ar';
  return countOf(text, /[پچژگکی]/g) > countOf(text, /[ةكىيأإ]/g) ? 'fa' : 'ar';
}

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
