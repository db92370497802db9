import type { Selectable } from 'kysely';
import type { Article, ArticleSummary } from '#contract/article';
import type { Database } from './database.ts';

type Row = Selectable<Database['articles']>;

/** The columns a list needs; the bodies stay where they are. */
export const summaryColumns = [
  'articles.id',
  'articles.slug',
  'articles.position',
  'articles.published',
  'articles.updated',
  'articles.reading_minutes',
  'articles.comments_state',
  'articles.comment_count',
  'articles.summary_json',
] as const;

export type SummaryRow = Pick<
  Row,
  | 'id'
  | 'slug'
  | 'position'
  | 'published'
  | 'updated'
  | 'reading_minutes'
  | 'comments_state'
  | 'comment_count'
  | 'summary_json'
>;

/** An article as lists show it, its members always in the contract's order. */
export function summaryOf(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    slug: row.slug,
    ...row.summary_json,
    publishedAt: new Date(row.published).toISOString(),
    updatedAt: new Date(row.updated).toISOString(),
    readingMinutes: row.reading_minutes,
    comments: {
      state: row.comments_state,
      // Hidden comments are kept, but nobody is told how many.
      count: row.comments_state === 'hidden' ? 0 : row.comment_count,
    },
  };
}

/** The whole article. */
export function articleOf(
  row: SummaryRow & Pick<Row, 'detail_json'> & { body_json: Article['body'] },
  related: ArticleSummary[],
): Article {
  const { tags, creditLine, correction } = row.detail_json;
  return {
    ...summaryOf(row),
    tags,
    body: row.body_json,
    ...(creditLine !== undefined && { creditLine }),
    ...(correction !== undefined && { correction }),
    related,
  };
}
