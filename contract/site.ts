import * as v from 'valibot';
import { languageCodes } from './languages.ts';

const Code = v.picklist(languageCodes);

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
  /** In the site's order. */
  sections: v.array(v.object({ slug: v.string(), name: v.string() })),
  /** `after`: comments are published at once; `before`: they are held for review. */
  moderation: v.picklist(['after', 'before']),
});
export type Site = v.InferOutput<typeof Site>;
