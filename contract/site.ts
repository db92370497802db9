import * as v from 'valibot';
import { languageCodes, type LanguageCode } from './languages.ts';

const Code = v.picklist(languageCodes);

/** A site's own words by interface language; where one is missing, the site's own language stands in. */
const LocalWords = v.record(v.string(), v.string());
export type LocalWords = v.InferOutput<typeof LocalWords>;

/** What the site is; the same for every reader. */
export const Site = v.object({
  name: v.string(),
  /** Scheme and host of every absolute address, without a slash at its end. */
  url: v.string(),
  /** BCP 47; decides months and digits of its own language. */
  locale: v.string(),
  /** IANA name; server and browser write dates in it. */
  timeZone: v.string(),
  /** Language of a reader whom nothing else decides for. */
  defaultLanguage: Code,
  /** Interface languages offered, in the order of the menu. */
  languages: v.array(v.object({ code: Code, name: v.string(), dir: v.picklist(['rtl', 'ltr']) })),
  /** In the site's order; `names` where the publisher gave them per language. */
  sections: v.array(v.object({ slug: v.string(), name: v.string(), names: v.optional(LocalWords) })),
  /** Static pages at `/{lang}/pages/{slug}`, in the footer's order; `name` is the title in the site's language. */
  pages: v.array(v.object({ slug: v.string(), name: v.string(), names: v.optional(LocalWords) })),
  /** Whether the site has a drawn wordmark; it then stands for the name, which stays its accessible name. */
  wordmark: v.optional(v.literal(true)),
  /** The paper's line above the comment button; absent: the locale's own. */
  commentNote: v.optional(LocalWords),
  /** `after`: comments are published at once; `before`: they are held for review. */
  moderation: v.picklist(['after', 'before']),
});
export type Site = v.InferOutput<typeof Site>;

/** What a section or page is called in an interface language. */
export const nameIn = (
  { name, names }: { name: string; names?: LocalWords | undefined },
  code: LanguageCode,
): string => names?.[code] ?? name;
