import { describe, expect, it } from 'vitest';
import { languageCodes } from '#contract/languages';
import { fieldCodes, problemStatus } from '#contract/problem-codes';
import { characterFaults, flatten, gaps, placeholderFaults, type Locales } from './locale-rules.ts';
import { filesOf, read } from './tree.ts';

const folder = 'src/i18n/locales';

function load(): Locales {
  const locales = new Map<string, Map<string, Map<string, string>>>();
  for (const path of filesOf(`${folder}/*/*.json`)) {
    const [language = '', file = ''] = path.slice(folder.length + 1).split('/');
    const names = locales.get(language) ?? new Map<string, Map<string, string>>();
    locales.set(language, names.set(file.replace('.json', ''), new Map(flatten(JSON.parse(read(path))))));
  }
  return locales;
}

const locales = load();
const sample = (words: Record<string, Record<string, string>>): Locales =>
  new Map(
    Object.entries(words).map(([language, file]) => [
      language,
      new Map([['site', new Map(Object.entries(file))]]),
    ]),
  );

describe('locales', () => {
  it('are those of contract/languages.ts', () => {
    expect([...locales.keys()].toSorted()).toEqual(languageCodes.toSorted());
  });

  it('hold the same namespaces and keys, with every plural form of each language', () => {
    expect(gaps(locales)).toEqual([]);
  });

  it('fill in the same variables', () => {
    expect(placeholderFaults(locales)).toEqual([]);
  });

  it('are written in their own characters and leave nothing empty', () => {
    const faults = [...locales].flatMap(([language, names]) =>
      [...names].flatMap(([namespace, words]) =>
        [...words].flatMap(([key, text]) => characterFaults(language, `${namespace}: ${key}`, text)),
      ),
    );
    expect(faults).toEqual([]);
  });

  it.each(languageCodes)(
    'have words in %s for every code of contract/problem.ts and for no other',
    (language) => {
      const keys = [...(locales.get(language)?.get('problems')?.keys() ?? [])];
      const under = (group: string) =>
        keys.filter((key) => key.startsWith(`${group}.`)).map((key) => key.slice(group.length + 1));
      expect(under('codes').toSorted()).toEqual(Object.keys(problemStatus).toSorted());
      expect(under('fields').toSorted()).toEqual([...fieldCodes].toSorted());
    },
  );
});

describe('the guard of the locales', () => {
  it('misses no key and no plural form', () => {
    expect(gaps(sample({ ar: { a: 'أ' }, en: { a: 'a', b: 'b' } }))).toEqual(['ar/site: b is missing']);
    const few = { n_zero: 'ص', n_one: 'و', n_two: 'ا', n_few: 'ق', n_many: 'ك', n_other: 'غ' };
    expect(gaps(sample({ ar: few, en: { n_one: 'o', n_other: 'x' } }))).toEqual([]);
    const { n_two: _, ...five } = few;
    expect(gaps(sample({ ar: five, en: { n_one: 'o', n_other: 'x' } }))).toEqual([
      'ar/site: n_two is missing',
    ]);
    expect(gaps(sample({ ar: few, en: { n_one: 'o', n_few: 'f', n_other: 'x' } }))).toEqual([
      'en/site: n_few is a form en does not have',
    ]);
    expect(
      gaps(
        new Map([
          ['ar', new Map()],
          ['en', new Map([['site', new Map([['a', 'a']])]])],
        ]),
      ),
    ).toEqual(['ar: namespace site is missing']);
  });

  it('compares variables, and lets one and two do without their number', () => {
    expect(placeholderFaults(sample({ ar: { a: 'أ {{name}}' }, en: { a: 'a {{nam}}' } }))).toHaveLength(1);
    expect(
      placeholderFaults(sample({ ar: { n_one: 'واحد', n_few: '{{count}} أ', n_other: 'أ {{ count }}' } })),
    ).toEqual([]);
    expect(
      placeholderFaults(sample({ ar: { n_one: 'واحد', n_few: 'أ', n_other: '{{count}} أ' } })),
    ).toHaveLength(1);
    expect(
      placeholderFaults(sample({ ar: { n_one: 'من {{name}}', n_other: '{{count}} من {{name}}' } })),
    ).toEqual([]);
  });

  it.each([
    ['ar', ''],
    ['ar', 'كلمة \u06a9بيرة'],
    ['ar', 'نعم, لا'],
    ['ar', 'لماذا?'],
    ['ar', '«نعم»; لا'],
    ['ar', '{{name}}, أهلاً'],
    ['ar', '\ufefb'],
    ['ar', 'نص\u200f'],
    ['ar', 'كـلمة'],
    ['ar', 'التالي →'],
    ['en', 'Next ›'],
    ['ar', '١ من 2'],
    ['ar', 'بقلم '],
    ['fa', 'كتاب'],
    ['ur', 'كتاب'],
    ['ur', 'وه'],
    ['ur', 'کیا?'],
    ['he', 'שָׁלוֹם'],
    ['he', 'שלום ر'],
    ['fr', 'Pourquoi ?'],
    ['fr', '« oui »'],
    ['fr', "l'article"],
    ['tr', 'i\u0307stanbul'],
  ])('refuses %s %j', (language, text) => {
    expect(characterFaults(language, 'key', text)).not.toEqual([]);
  });

  it.each([
    ['ar', 'أهلاً، {{name}}؛ كيف الحال؟'],
    ['ar', 'بصيغة JPEG, PNG مقبولة'],
    ['en', 'Yes, no; why?'],
    ['fr', 'Pourquoi\u00a0? «\u00a0oui\u00a0»\u00a0: l’article'],
    ['fa', 'می\u200cخواهم، ۳ کتاب؟'],
    ['ur', 'کیا یہ ہے؟'],
    ['he', 'כן, לא; למה?'],
    ['tr', 'İstanbul’da ılık'],
    ['ar', 'ما إن تُنشر المادة الأولى حتى تظهر هنا.'],
  ])('takes %s %j', (language, text) => {
    expect(characterFaults(language, 'key', text)).toEqual([]);
  });
});
