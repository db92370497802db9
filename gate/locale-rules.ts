/**
 * What the words of every language must have in common, and which characters they may be written in.
 * Each function gives findings as plain sentences, an empty list where all is well.
 */

import { directionOf } from '#contract/languages';

type Words = ReadonlyMap<string, string>;
/** Language → namespace → flat keys (`empty.title`) with their words. */
export type Locales = ReadonlyMap<string, ReadonlyMap<string, Words>>;

/** A locale file's strings under dotted keys; anything that is neither text nor a group is refused. */
export function flatten(value: unknown, prefix = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${prefix}: neither text nor a group`);
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

const pluralForm = /^(?<base>.+?)(?<ordinal>_ordinal)?_(?<form>zero|one|two|few|many|other)$/;

/** Base keys that are plural in any language: those with an `_other` form. */
function pluralBases(files: readonly Words[]): Set<string> {
  const bases = files.flatMap((words) => [...words.keys()].filter((key) => key.endsWith('_other')));
  return new Set(bases.map((key) => key.slice(0, -'_other'.length)));
}

interface PlaceInPlural {
  base: string;
  form: string | undefined;
}

function placeOf(key: string, bases: ReadonlySet<string>): PlaceInPlural {
  const found = pluralForm.exec(key)?.groups;
  const base = found === undefined ? key : `${found['base'] ?? ''}${found['ordinal'] ?? ''}`;
  return bases.has(base) ? { base, form: found?.['form'] } : { base: key, form: undefined };
}

/** The forms a language needs for every plural key, as CLDR lists them. */
function formsOf(language: string, base: string): string[] {
  const type = base.endsWith('_ordinal') ? 'ordinal' : 'cardinal';
  // oxlint-disable-next-line no-restricted-globals -- asks for categories, writes nothing
  return new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
}

/** Same namespaces, same keys, and every plural form that each language's own grammar asks for. */
export function gaps(locales: Locales): string[] {
  const namespaces = new Set([...locales.values()].flatMap((files) => [...files.keys()]));
  return [...namespaces].flatMap((namespace) => {
    const files = [...locales.values()].map((names) => names.get(namespace) ?? new Map<string, string>());
    const bases = pluralBases(files);
    const keys = new Set(files.flatMap((words) => [...words.keys()].map((key) => placeOf(key, bases).base)));
    return [...locales].flatMap(([language, names]) => {
      const words = names.get(namespace);
      if (words === undefined) return [`${language}: namespace ${namespace} is missing`];
      const wanted = [...keys].flatMap((key) =>
        bases.has(key) ? formsOf(language, key).map((form) => `${key}_${form}`) : [key],
      );
      const missing = wanted
        .filter((key) => !words.has(key))
        .map((key) => `${language}/${namespace}: ${key} is missing`);
      const extra = [...words.keys()].filter((key) => {
        const { base, form } = placeOf(key, bases);
        // Nothing at all is said with `_zero` in every language, whether its grammar has the form or not.
        return bases.has(base) && form !== 'zero' && !wanted.includes(key);
      });
      return [
        ...missing,
        ...extra.map((key) => `${language}/${namespace}: ${key} is a form ${language} does not have`),
      ];
    });
  });
}

/** Forms that stand for one number can say it in a word; `count` and its written `number` may be left out. */
const namesOneNumber = new Set(['zero', 'one', 'two']);
const numbers = new Set(['count', 'number']);

function variablesOf(text: string, isBrief: boolean): string {
  const names = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)]
    .filter((name) => !(isBrief && numbers.has(name)))
    .toSorted()
    .join(' ');
}

/** Every language and every plural form of a key fills in the same variables. */
export function placeholderFaults(locales: Locales): string[] {
  const namespaces = new Set([...locales.values()].flatMap((files) => [...files.keys()]));
  return [...namespaces].flatMap((namespace) => {
    const files = [...locales].map(([language, names]) => ({
      language,
      words: names.get(namespace) ?? new Map<string, string>(),
    }));
    const bases = pluralBases(files.map(({ words }) => words));
    /** What each key fills in, by the first language that has it whole. */
    const expected = new Map<string, string>();
    const uses = files.flatMap(({ language, words }) =>
      [...words].map(([key, text]) => {
        const { base, form = '' } = placeOf(key, bases);
        const isBrief = namesOneNumber.has(form);
        if (!isBrief && !expected.has(base)) expected.set(base, text);
        return { where: `${language}/${namespace}: ${key}`, base, text, isBrief };
      }),
    );
    return uses.flatMap(({ where, base, text, isBrief }) => {
      const found = variablesOf(text, isBrief);
      const wanted = variablesOf(expected.get(base) ?? '', isBrief);
      return found === wanted ? [] : [`${where} fills in {${found}}, elsewhere {${wanted}}`];
    });
  });
}

const everywhere: [name: string, pattern: RegExp][] = [
  ['a presentation form', /[\uFB1D-\uFDFF\uFE70-\uFEFC]/u],
  ['a bidi control', /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u],
  ['an arrow', /[\u2190-\u21FF\u27F0-\u27FF\u2900-\u297F\u2B00-\u2BFF‹›]/u],
  ['digits of two families', /[0-9].*[٠-٩۰-۹]|[٠-٩۰-۹].*[0-9]|[٠-٩].*[۰-۹]|[۰-۹].*[٠-٩]/u],
  ['a blank at an end', /^\s|\s$/u],
  ['two blanks in a row', / {2}/u],
];

const perLanguage: Record<string, [name: string, pattern: RegExp][]> = {
  ar: [
    ['a Persian yeh or keheh', /[\u06CC\u06A9]/u],
    ['tatweel', /\u0640/u],
  ],
  fa: [
    ['an Arabic yeh or kaf', /[\u064A\u0643]/u],
    ['tatweel', /\u0640/u],
  ],
  ur: [
    ['an Arabic yeh, kaf or heh', /[\u064A\u0649\u0643\u0647\u0629]/u],
    ['tatweel', /\u0640/u],
  ],
  he: [
    ['niqqud', /[\u05B0-\u05BD\u05BF-\u05C7]/u],
    ['Arabic letters', /[\u0621-\u064A]/u],
  ],
  fr: [
    // Two-part marks and guillemets keep to their word (Imprimerie nationale, Lexique des règles typographiques).
    ['a blank that may break before : ; ! ? or »', / [:;!?»]/u],
    ['a blank that may break after «', /« /u],
    ['a straight apostrophe', /\p{L}'\p{L}/u],
  ],
  tr: [
    // İ and I are two letters, which other languages' tools turn into one.
    ['a dot above of its own', /\u0307/u],
    ['a straight apostrophe', /\p{L}'\p{L}/u],
  ],
};

/** An ASCII `,` `;` `?` that does not stand between Latin letters or digits. */
function hasForeignStop(text: string): boolean {
  if (!/\p{Script=Arabic}/u.test(text)) return false;
  return [...text.matchAll(/[,;?]/g)].some(({ index }) => {
    const before = text.slice(0, index).trimEnd().at(-1) ?? '';
    const after =
      text
        .slice(index + 1)
        .trimStart()
        .at(0) ?? '';
    return !(/[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after));
  });
}

/** Characters that a language's words must not hold. */
export function characterFaults(language: string, key: string, text: string): string[] {
  if (text.trim() === '') return [`${language}/${key} is empty`];
  // What stands in a place is most often of the language's own script.
  const letter = directionOf(language) === 'rtl' && language !== 'he' ? 'س' : 'x';
  const prose = text.replaceAll(/\{\{[^}]*\}\}/g, letter);
  const faults = [...everywhere, ...(perLanguage[language] ?? [])]
    .filter(([, pattern]) => pattern.test(text))
    .map(([name]) => `${language}/${key} holds ${name}: ${text}`);
  return hasForeignStop(prose) ? [...faults, `${language}/${key} holds an ASCII , ; or ?: ${text}`] : faults;
}
