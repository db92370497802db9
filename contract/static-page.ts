import * as v from 'valibot';
import { Block, Dir, Lang } from './article.ts';

/** A page of the site itself, as «about» or «privacy», in the language asked for or the site's own. */
export const StaticPage = v.object({
  slug: v.string(),
  title: v.string(),
  /** Of the text, which may be another than the one asked for. */
  lang: Lang,
  dir: Dir,
  body: v.array(Block),
});
export type StaticPage = v.InferOutput<typeof StaticPage>;
