import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { ArticleSummary } from '#contract/article';
import { limits } from '#contract/limits';
import { listAllArticles } from './article-records.ts';
import { articleOf, summaryColumns, summaryOf, type SummaryRow } from './article-row.ts';
import { saveArticle } from './article-saving.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { readFront } from './front.ts';
import { conditionsOf, listName, newestArticles } from './newest-articles.ts';
import type { ArticleStorage } from './port.ts';
import { positionAfter } from './position.ts';
import { searchArticles } from './search.ts';
import { listSections } from './sections.ts';
import { createVersions } from './versions.ts';
import { isWithdrawn, setWithdrawn } from './withdrawal.ts';

/** Articles, read. An article is public once its date is due, unless it was withdrawn. */
export function articleStorage(engine: Engine, newId: () => string): ArticleStorage {
  const { read } = engine;

  return {
    async listArticles(query) {
      const { search, limit } = query;
      const list = listName(query);
      const after =
        query.cursor === undefined ? undefined : readCursor(list, query.cursor, search === undefined ? 1 : 2);
      const before = positionAfter(query.now);
      const rows: (SummaryRow & { place?: number[] })[] =
        search === undefined
          ? await newestArticles(engine, query, Math.min(before, after?.[0] ?? before), limit + 1)
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

    saveArticle: (draft) => engine.write((tx) => saveArticle(tx, { search: engine.search, newId }, draft)),

    versions: createVersions(engine),

    async isEmpty() {
      return (await read.selectFrom('articles').select('id').limit(1).executeTakeFirst()) === undefined;
    },

    listSections: (now) => listSections(engine, now),

    front: async (now, sections) => readFront(engine, now, sections ?? (await listSections(engine, now))),

    async withdrawArticle(slug) {
      const outcome = await engine.write((tx) => setWithdrawn(tx, slug, 1));
      return outcome === 'moved' ? 'withdrawn' : outcome;
    },

    async restoreArticle(slug) {
      const outcome = await engine.write((tx) => setWithdrawn(tx, slug, 0));
      return outcome === 'moved' ? 'restored' : outcome;
    },

    isWithdrawn: (slug, now) => isWithdrawn(read, slug, now),

    listAllArticles: listAllArticles(engine),
  };
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

/** What else to read: the newest of the same section, then the newest of all. */
async function related(
  engine: Engine,
  article: { id: string; section: string | null },
  before: number,
): Promise<ArticleSummary[]> {
  const near =
    article.section === null
      ? []
      : await newestArticles(engine, { section: article.section }, before, limits.related + 1);
  const others = near.filter(({ id }) => id !== article.id);
  if (others.length < limits.related) {
    const known = new Set([article.id, ...others.map(({ id }) => id)]);
    // At worst the first rows are all known already.
    const wide = await newestArticles(engine, {}, before, 2 * limits.related);
    others.push(...wide.filter(({ id }) => !known.has(id)));
  }
  return others.slice(0, limits.related).map(summaryOf);
}
