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
  if (changes === undefined) return askedTogether((now, slug) => askVersions(engine, now, slug));

  let mark: number | undefined;
  let known = new Map<string, Asked & { from: number }>();

  return async (now, slug = '') => {
    // Read first: what is committed while the question is under way makes the next answer ask again.
    const current = changes();
    if (current !== mark || known.size > most) {
      mark = current;
      known = new Map();
    }
    const found = known.get(slug);
    if (found !== undefined && now >= found.from && now < found.until) return found.versions;
    const asked = await askVersions(engine, now, slug);
    if (mark === current) known.set(slug, { ...asked, from: now });
    return asked.versions;
  };
}

interface Asked {
  versions: Versions;
  /** Milliseconds; until then no date falls due that had not when it was asked. */
  until: number;
}

/**
 * One question at a time for a slug: whoever asks while one is under way shares the next, which begins
 * after he came and so knows of all that he can know of. It is asked for the earliest of their times; for
 * whom a date has fallen due since, asks himself. Many readers at once cost what two cost.
 */
function askedTogether(
  ask: (now: number, slug: string) => Promise<Asked>,
): (now: number, slug?: string) => Promise<Versions> {
  const underWay = new Map<string, Promise<Asked>>();
  const next = new Map<string, { now: number; asked: Promise<Asked> }>();

  const begin = (now: number, slug: string): Promise<Asked> => {
    const asked = ask(now, slug).finally(() => underWay.delete(slug));
    underWay.set(slug, asked);
    return asked;
  };
  const join = (now: number, slug: string): Promise<Asked> => {
    const current = underWay.get(slug);
    if (current === undefined) return begin(now, slug);
    const waiting = next.get(slug);
    if (waiting !== undefined) {
      waiting.now = Math.min(waiting.now, now);
      return waiting.asked;
    }
    const group = { now, asked: current };
    const go = () => {
      next.delete(slug);
      return begin(group.now, slug);
    };
    group.asked = current.then(go, go);
    next.set(slug, group);
    return group.asked;
  };
  return async (now, slug = '') => {
    const { versions, until } = await join(now, slug);
    return now < until ? versions : (await ask(now, slug)).versions;
  };
}

async function askVersions({ read }: Engine, now: number, slug = ''): Promise<Asked> {
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
    .select((eb) =>
      eb
        .selectFrom('articles as waiting')
        .select((waiting) => waiting.fn.min('waiting.position').as('position'))
        .where('waiting.position', '>=', before)
        .as('next'),
    )
    .executeTakeFirstOrThrow();
  const { version, comments_version: comments } = row;
  return {
    versions: {
      articles: `${row.articles_version}.${row.newest ?? 'none'}`,
      comments: String(row.all_comments),
      ...(version !== null && comments !== null && { article: { version, comments } }),
    },
    until: row.next === null ? Infinity : timeOfPosition(row.next),
  };
}
