import * as v from 'valibot';
import { ArticleSummary } from './article.ts';

/** The front page in one answer; no article stands in it twice, `discussed` apart. */
export const Front = v.object({
  /** The newest articles, newest first, at most `limits.front.top`: the lead and the stories beside it. */
  top: v.array(ArticleSummary),
  /** Sections in the site's order with their newest articles that are not in `top`; empty ones are left out. */
  sections: v.array(v.object({ slug: v.string(), name: v.string(), items: v.array(ArticleSummary) })),
  /** The most commented of the newest `limits.front.window` articles, most comments first; none without any. */
  discussed: v.array(ArticleSummary),
  /** Where the list of all articles goes on after `top`, as a cursor of `GET /api/articles`; null where the front shows them all. */
  nextCursor: v.nullable(v.string()),
});
export type Front = v.InferOutput<typeof Front>;
