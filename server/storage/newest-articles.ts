import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import { summaryColumns, type SummaryRow } from './article-row.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { ArticleQuery } from './port.ts';

type Filter = Pick<ArticleQuery, 'section' | 'tag' | 'lang'>;

/** What the cursors of a list are sealed with: its filters; without any it is the list of all articles. */
export const listName = ({ section, tag, lang, search }: Omit<ArticleQuery, 'now' | 'limit'>): string[] => [
  'articles',
  ...[section, tag, lang, search].map((filter) => filter ?? ''),
];

/** What the reader asked for, as conditions over `articles`; the tag apart, since it has its own index. */
export function conditionsOf({ section, lang }: Filter): Expression<SqlBool>[] {
  const eb = expressionBuilder<Database, 'articles'>();
  const conditions = [eb('articles.withdrawn', '=', 0)];
  if (section !== undefined) conditions.push(eb('articles.section', '=', section));
  if (lang !== undefined) {
    const range = lang.toLowerCase();
    // `ar` takes in ar-LB; a longer tag means itself.
    conditions.push(eb(range.includes('-') ? 'articles.lang' : 'articles.language', '=', range));
  }
  return conditions;
}

/** The first `count` articles that lie before a position and were not withdrawn, newest first. */
export function newestArticles(
  { read }: Pick<Engine, 'read'>,
  filter: Filter,
  before: number,
  count: number,
): Promise<SummaryRow[]> {
  const eb = expressionBuilder<Database, 'articles'>();
  const conditions = eb.and(conditionsOf(filter));
  if (filter.tag === undefined) {
    return read
      .selectFrom('articles')
      .select(summaryColumns)
      .where('articles.position', '<', before)
      .where(conditions)
      .orderBy('articles.position', 'desc')
      .limit(count)
      .execute();
  }
  return read
    .selectFrom('article_tags')
    .innerJoin('articles', 'articles.position', 'article_tags.position')
    .select(summaryColumns)
    .where('article_tags.tag', '=', filter.tag)
    .where('article_tags.position', '<', before)
    .where(conditions)
    .orderBy('article_tags.position', 'desc')
    .limit(count)
    .execute();
}
