import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { ArticleSummary } from '#contract/article';
import { limits } from '#contract/limits';
import { fold } from '#contract/text/fold';
import { articleOf, summaryColumns, summaryOf, type SummaryRow } from './article-row.ts';
import { saveArticle } from './article-saving.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { ArticleQuery, ArticleStorage } from './port.ts';
import { positionAfter } from './position.ts';
import { searchArticles } from './search.ts';
import { createVersions } from './versions.ts';

/** Articles, read. An article is public once its date is due, unless it was withdrawn. */
export function articleStorage(engine: Engine): ArticleStorage {
  const { read } = engine;

  return {
    async listArticles(query) {
      const { search, limit } = query;
      const list = [
        'articles',
        ...[query.section, query.tag, query.lang, search].map((filter) => filter ?? ''),
      ];
      const after =
        query.cursor === undefined ? undefined : readCursor(list, query.cursor, search === undefined ? 1 : 2);
      const before = positionAfter(query.now);
      const rows: (SummaryRow & { place?: number[] })[] =
        search === undefined
          ? await newest(engine, query, Math.min(before, after?.[0] ?? before))
          : await searchArticles(read, engine.search, {
              words: search,
              conditions: [...conditionsOf(query), ...taggedWith(query.tag)],
              before,
              after,
              count: limit + 1,
            });
      const last = rows[limit - 1];
      return {
        items: rows.slice(0, limit).map(summaryOf),
        nextCursor:
          rows.length > limit && last !== undefined ? writeCursor(list, last.place ?? [last.position]) : null,
      };
    },

    async getArticle(slug, now) {
      const before = positionAfter(now);
      const row = await read
        .selectFrom('articles')
        .innerJoin('article_bodies', 'article_bodies.article', 'articles.id')
        .select(summaryColumns)
        .select(['articles.section', 'articles.detail_json', 'article_bodies.body_json'])
        .where('articles.slug', '=', slug)
        .where('articles.withdrawn', '=', 0)
        .where('articles.position', '<', before)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return articleOf(row, await related(engine, row, before));
    },

    saveArticle: (draft) => engine.write((tx) => saveArticle(tx, engine.search, draft)),

    versions: createVersions(engine),

    async isEmpty() {
      return (await read.selectFrom('articles').select('id').limit(1).executeTakeFirst()) === undefined;
    },

    async listSections(now) {
      const sections = await read
        .selectFrom('sections')
        .select(['sections.slug', 'sections.name'])
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('articles')
              .select('articles.id')
              .whereRef('articles.section', '=', 'sections.slug')
              .where('articles.position', '<', positionAfter(now))
              .where('articles.withdrawn', '=', 0),
          ),
        )
        .execute();
      // Sorted here: every database has an alphabet of its own.
      return sections
        .map(({ slug, name }) => ({ slug, name }))
        .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    },
  };
}

// Folded, Arabic letters stand in the order of their code points; the slug tells equal names apart.
const sortKey = ({ name, slug }: { name: string; slug: string }): string => `${fold(name)} ${slug}`;

/** What the reader asked for, as conditions over `articles`; the tag apart, since it has its own index. */
function conditionsOf({ section, lang }: Pick<ArticleQuery, 'section' | 'lang'>): Expression<SqlBool>[] {
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

function taggedWith(tag: string | undefined): Expression<SqlBool>[] {
  if (tag === undefined) return [];
  const eb = expressionBuilder<Database, 'articles'>();
  return [
    eb.exists(
      eb
        .selectFrom('article_tags')
        .select('article_tags.tag')
        .where('article_tags.tag', '=', tag)
        .whereRef('article_tags.position', '=', 'articles.position'),
    ),
  ];
}

/** One row more than the page holds, newest first, all before a position. */
function newest({ read }: Engine, query: ArticleQuery, before: number) {
  const eb = expressionBuilder<Database, 'articles'>();
  const conditions = eb.and(conditionsOf(query));
  if (query.tag === undefined) {
    return read
      .selectFrom('articles')
      .select(summaryColumns)
      .where('articles.position', '<', before)
      .where(conditions)
      .orderBy('articles.position', 'desc')
      .limit(query.limit + 1)
      .execute();
  }
  return read
    .selectFrom('article_tags')
    .innerJoin('articles', 'articles.position', 'article_tags.position')
    .select(summaryColumns)
    .where('article_tags.tag', '=', query.tag)
    .where('article_tags.position', '<', before)
    .where(conditions)
    .orderBy('article_tags.position', 'desc')
    .limit(query.limit + 1)
    .execute();
}

/** What else to read: the newest of the same section, then the newest of all. */
async function related(
  engine: Engine,
  article: { id: string; section: string | null },
  before: number,
): Promise<ArticleSummary[]> {
  const nearest = { now: 0, limit: limits.related };
  const near =
    article.section === null ? [] : await newest(engine, { ...nearest, section: article.section }, before);
  const others = near.filter(({ id }) => id !== article.id);
  if (others.length < limits.related) {
    const known = new Set([article.id, ...others.map(({ id }) => id)]);
    // At worst the first rows are all known already.
    const wide = await newest(engine, { ...nearest, limit: 2 * limits.related }, before);
    others.push(...wide.filter(({ id }) => !known.has(id)));
  }
  return others.slice(0, limits.related).map(summaryOf);
}
