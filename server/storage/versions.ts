import type { Engine } from './engine.ts';
import type { ArticleStorage } from './port.ts';
import { positionAfter, timeOfPosition } from './position.ts';

type Versions = Awaited<ReturnType<ArticleStorage['versions']>>;

/** Slugs whose numbers are remembered; an address that nobody wrote could be any. */
const most = 10_000;

/**
 * What caches go by, asked once for every change: where the engine can say cheaply that nobody has
 * committed anything, and no publication date has come since, the numbers are what they were.
 */
export function createVersions(engine: Engine): ArticleStorage['versions'] {
  const { changes } = engine;
  if (changes === undefined) return (now, slug) => askVersions(engine, now, slug);

  let mark: number | undefined;
  /** The stretch of time in which no date falls due, in milliseconds. */
  let from = 0;
  let until = 0;
  let known = new Map<string, Versions>();

  return async (now, slug = '') => {
    // Read first: what is committed while the question is under way makes the next answer ask again.
    const current = changes();
    if (current !== mark || now < from || now >= until || known.size > most) {
      const due = await nextDue(engine, now);
      mark = current;
      from = now;
      until = due;
      known = new Map();
    }
    const found = known.get(slug);
    if (found !== undefined) return found;
    const asked = await askVersions(engine, now, slug);
    if (mark === current && now >= from && now < until) known.set(slug, asked);
    return asked;
  };
}

async function askVersions({ read }: Engine, now: number, slug = ''): Promise<Versions> {
  const before = positionAfter(now);
  const row = await read
    .selectFrom('site')
    .leftJoin('articles', (join) =>
      join
        .on('articles.slug', '=', slug)
        .on('articles.withdrawn', '=', 0)
        .on('articles.position', '<', before),
    )
    .select([
      'site.articles_version',
      'site.comments_version as all_comments',
      'articles.version',
      'articles.comments_version',
    ])
    // A date that falls due makes another article the newest: no clock has to tell anybody.
    .select((eb) =>
      eb
        .selectFrom('articles as due')
        .select((due) => due.fn.max('due.position').as('position'))
        .where('due.position', '<', before)
        .as('newest'),
    )
    .executeTakeFirstOrThrow();
  const { version, comments_version: comments } = row;
  return {
    articles: `${row.articles_version}.${row.newest ?? 'none'}`,
    comments: String(row.all_comments),
    ...(version !== null && comments !== null && { article: { version, comments } }),
  };
}

/** When the next article is published, in milliseconds; Infinity where none waits. */
async function nextDue({ read }: Engine, now: number): Promise<number> {
  const { next } = await read
    .selectFrom('articles')
    .select((eb) => eb.fn.min<number | null>('position').as('next'))
    .where('position', '>=', positionAfter(now))
    .executeTakeFirstOrThrow();
  return next === null ? Infinity : timeOfPosition(next);
}
