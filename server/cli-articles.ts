import { limits } from '#contract/limits';
import { databaseWords } from './database-words.ts';
import { printable } from './printable.ts';
import { slugOfAddress } from './slug-of-address.ts';
import { type ArticleStorage, StorageError } from './storage/port.ts';

export interface ArticlesSite {
  storage: Pick<ArticleStorage, 'listAllArticles' | 'withdrawArticle' | 'restoreArticle'>;
  /** Takes one line without its line feed. */
  write: (line: string) => void;
  /** Milliseconds since 1970 UTC. */
  now: () => number;
}

export const articlesUsage =
  'usage: npm run articles -- list | withdraw SLUG… | restore SLUG… (a SLUG or the address of its article)';

/** What each move does, and what is said of an article that has nothing left to be done to it. */
const moves = {
  withdraw: { done: 'withdrawn', already: 'already withdrawn' },
  restore: { done: 'restored', already: 'not withdrawn' },
} as const;

/**
 * `npm run articles`: lists every article, newest first, or withdraws or restores those at the slugs or addresses given,
 * each in a short transaction of its own, with one line for each: `withdrawn`, `restored` or `unchanged`
 * with its slug, or `refused: why`. A database that is away or full ends the run, in one sentence.
 *
 * @returns the exit code: 1 if anything was refused or nothing was asked for that it knows, else 0
 */
export async function runArticles(args: readonly string[], site: ArticlesSite): Promise<0 | 1> {
  const [command, ...slugs] = args;
  const write = (line: string) => site.write(printable(line));
  if (command === 'list' && slugs.length === 0) return list(site, write);
  if ((command === 'withdraw' || command === 'restore') && slugs.length > 0)
    return move(command, slugs, site, write);
  write(articlesUsage);
  return 1;
}

type Write = (line: string) => void;

/** Page by page, so that an archive is never in memory at once. */
async function list({ storage, now }: ArticlesSite, write: Write): Promise<0 | 1> {
  const asked = now();
  let cursor: string | null | undefined;
  try {
    while (cursor !== null) {
      const page = await storage.listAllArticles({ now: asked, limit: limits.page.max, cursor });
      if (cursor === undefined && page.items.length === 0) write('no articles yet');
      for (const { slug, title, state, publishedAt, source } of page.items)
        write(`${state} ${publishedAt} ${slug} (${source}) — ${title}`);
      cursor = page.nextCursor;
    }
    return 0;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    write(`refused: ${databaseWords(error)}, so the articles were not listed`);
    return 1;
  }
}

async function move(
  command: keyof typeof moves,
  slugs: readonly string[],
  { storage }: ArticlesSite,
  write: Write,
): Promise<0 | 1> {
  const { done, already } = moves[command];
  let code: 0 | 1 = 0;
  for (const [at, given] of slugs.entries()) {
    const slug = slugOfAddress(given);
    try {
      const outcome = await (command === 'withdraw'
        ? storage.withdrawArticle(slug)
        : storage.restoreArticle(slug));
      if (outcome === 'unknown') {
        code = 1;
        write(`refused: no article has the address ${slug}`);
      } else {
        write(outcome === 'already' ? `unchanged ${slug} — ${already}` : `${outcome} ${slug}`);
      }
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      const rest = slugs.slice(at);
      const were = rest.length === 1 ? 'was' : 'were';
      write(`refused: ${databaseWords(error)}, so ${rest.join(', ')} ${were} not ${done}`);
      return 1;
    }
  }
  return code;
}
