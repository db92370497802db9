import type { ArticleSummary } from '#contract/article';
import type { Front } from '#contract/front';
import { limits } from '#contract/limits';
import { summaryColumns, summaryOf } from './article-row.ts';
import { writeCursor } from './cursor.ts';
import type { Engine } from './engine.ts';
import { listName, newestArticles } from './newest-articles.ts';
import { positionAfter } from './position.ts';

/** The front page at `now`: three queries, and one for each section where there is more than `top` holds. */
export async function readFront(
  engine: Engine,
  now: number,
  sections: readonly { slug: string; name: string }[],
): Promise<Front> {
  const { top: most, section: under } = limits.front;
  const before = positionAfter(now);
  const rows = await newestArticles(engine, {}, before, most + 1);
  const last = rows.length > most ? rows[most - 1] : undefined;
  const filled: Front['sections'] = [];
  const shown = new Set(rows.slice(0, most).map(({ id }) => id));
  if (last !== undefined) {
    for (const { slug, name } of sections) {
      // What is no newer than the last of `top` is not in it, for `top` is the newest of all.
      const items = await newestArticles(engine, { section: slug }, last.position, under);
      if (items.length > 0) filled.push({ slug, name, items: items.map(summaryOf) });
      for (const { id } of items) shown.add(id);
    }
  }
  return {
    top: rows.slice(0, most).map(summaryOf),
    sections: filled,
    discussed: await mostDiscussed(engine, before),
    nextCursor:
      last === undefined || !(await isMoreThan(engine, shown, before))
        ? null
        : writeCursor(listName({}), [last.position]),
  };
}

/** Whether there is an article that the front does not show: else nothing new lies behind «more». */
async function isMoreThan(engine: Engine, shown: ReadonlySet<string>, before: number): Promise<boolean> {
  const rows = await newestArticles(engine, {}, before, shown.size + 1);
  return rows.some(({ id }) => !shown.has(id));
}

/** Of the newest articles those with the most comments, the newer of two with as many. */
async function mostDiscussed({ read }: Engine, before: number): Promise<ArticleSummary[]> {
  const rows = await read
    .selectFrom((eb) =>
      eb
        .selectFrom('articles')
        .select(summaryColumns)
        .where('articles.withdrawn', '=', 0)
        .where('articles.position', '<', before)
        .orderBy('articles.position', 'desc')
        .limit(limits.front.window)
        .as('articles'),
    )
    .select(summaryColumns)
    .where('articles.comments_state', '<>', 'hidden')
    .where('articles.comment_count', '>', 0)
    .orderBy('articles.comment_count', 'desc')
    .orderBy('articles.position', 'desc')
    .limit(limits.front.discussed)
    .execute();
  return rows.map(summaryOf);
}
