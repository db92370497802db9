/**
 * The interface languages, and the direction of any language an article may be in.
 * A new interface language is one line here and one folder in src/i18n/locales.
 */

export type Direction = 'rtl' | 'ltr';

export interface InterfaceLanguage {
  /** The language's own name, as its readers write it. */
  readonly name: string;
  readonly dir: Direction;
  /** BCP 47 locale used for numbers and dates when the site's own locale is of another language. */
  readonly formats: string;
  /** Open Graph's spelling of the locale. */
  readonly openGraph: string;
}

export const languages = {
  ar: { name: 'العربية', dir: 'rtl', formats: 'ar-LB', openGraph: 'ar_AR' },
  en: { name: 'English', dir: 'ltr', formats: 'en-GB', openGraph: 'en_GB' },
  fr: { name: 'Français', dir: 'ltr', formats: 'fr-FR', openGraph: 'fr_FR' },
  fa: { name: 'فارسی', dir: 'rtl', formats: 'fa-IR', openGraph: 'fa_IR' },
  ur: { name: 'اردو', dir: 'rtl', formats: 'ur-PK', openGraph: 'ur_PK' },
  he: { name: 'עברית', dir: 'rtl', formats: 'he-IL', openGraph: 'he_IL' },
  tr: { name: 'Türkçe', dir: 'ltr', formats: 'tr-TR', openGraph: 'tr_TR' },
} as const satisfies Record<string, InterfaceLanguage>;

export type LanguageCode = keyof typeof languages;

/** Whether `code` is an interface language of this build. */
export function isLanguageCode(code: string | undefined): code is LanguageCode {
  return code !== undefined && Object.hasOwn(languages, code);
}

/** Codes of all interface languages, in the order of the menu. */
export const languageCodes: readonly LanguageCode[] = Object.keys(languages).filter(isLanguageCode);

/**
 * Languages written from right to left, by primary subtag (CLDR's character order; Intl's own
 * getTextInfo is not in every browser and i18next's table misses sd, dv, ks, syr, nqo, mzn, lrc).
 */
const rightToLeft = new Set(
  'ar arc arz aii azb bal bgn bqi ckb dv fa glk he iw ks lrc mzn nqo pnb ps rhg sd skr syr ug ur yi'.split(
    ' ',
  ),
);
const rightToLeftScripts = /^(arab|aran|hebr|syrc|thaa|nkoo|rohg|mand|samr|adlm)$/i;

/**
 * Direction of a language tag: an explicit script subtag decides, else the language.
 * `directionOf('ar') === 'rtl'`, `directionOf('az-Arab') === 'rtl'`, `directionOf('ar-Latn') === 'ltr'`.
 */
export function directionOf(tag: string): Direction {
  const [primary = '', second = ''] = tag.toLowerCase().split('-');
  if (second.length === 4) return rightToLeftScripts.test(second) ? 'rtl' : 'ltr';
  if (isLanguageCode(primary)) return languages[primary].dir;
  return rightToLeft.has(primary) ? 'rtl' : 'ltr';
}
