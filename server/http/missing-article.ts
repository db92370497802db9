import type { ArticleStorage } from '../storage/port.ts';
import { Failure } from './problems.ts';

/**
 * Why no article stands at `slug` at `now` (milliseconds since 1970): 404 `not_found`, with `withdrawn` on
 * `slug` where there was one, so that whoever comes back to it reads a word of regret.
 */
export async function missingArticle(
  storage: Pick<ArticleStorage, 'isWithdrawn'>,
  slug: string,
  now: number,
): Promise<Failure> {
  return (await storage.isWithdrawn(slug, now))
    ? new Failure('not_found', { errors: [{ field: 'slug', code: 'withdrawn' }] })
    : new Failure('not_found');
}
