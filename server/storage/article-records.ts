import { readCursor, writeCursor } from './cursor.ts';
import type { Engine } from './engine.ts';
import type { ArticleRecord, ArticleStorage } from './port.ts';
import { positionAfter } from './position.ts';

const list = ['all articles'];

/** Articles as their operator sees them, those readers cannot see among them, newest first. */
export function listAllArticles({ read }: Engine): ArticleStorage['listAllArticles'] {
  return async ({ now, limit, cursor }) => {
    const due = positionAfter(now);
    let select = read
      .selectFrom('articles')
      .select(['slug', 'source', 'position', 'published', 'withdrawn', 'summary_json'])
      .orderBy('position', 'desc')
      .limit(limit + 1);
    const [after] = cursor === undefined ? [] : readCursor(list, cursor, 1);
    if (after !== undefined) select = select.where('position', '<', after);
    const rows = await select.execute();
    const last = rows[limit - 1];
    const stateOf = ({ withdrawn, position }: (typeof rows)[number]): ArticleRecord['state'] => {
      if (withdrawn === 1) return 'withdrawn';
      return position < due ? 'published' : 'waiting';
    };
    return {
      items: rows.slice(0, limit).map((row) => ({
        slug: row.slug,
        title: row.summary_json.title,
        state: stateOf(row),
        publishedAt: new Date(row.published).toISOString(),
        source: row.source,
      })),
      nextCursor: rows.length > limit && last !== undefined ? writeCursor(list, [last.position]) : null,
    };
  };
}
