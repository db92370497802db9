import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { CheckedDraft, Comment } from '#contract/comment';
import type { Config } from '../config.ts';
import { isReservedName, stateOfNew } from '../domain/comment-policy.ts';
import type { ArticleStorage, CommentPost, CommentStorage } from '../storage/port.ts';
import { clientNetwork } from './client-address.ts';
import { missingArticle } from './missing-article.ts';
import { Failure } from './problems.ts';
import { createRateLimit, postingRules } from './rate-limit.ts';
import { giveWriterToken, hashToken, newToken, presentedToken } from './writer-cookie.ts';

interface Needs {
  config: Pick<Config, 'moderation' | 'siteName' | 'rateLimits' | 'publicUrl'>;
  storage: CommentStorage & Pick<ArticleStorage, 'isWithdrawn'>;
  /** Key of the hash under which addresses are compared; addresses themselves are not kept. */
  addressKey: string;
  now: () => number;
  newId: () => string;
}

/** Keeps a post under the article at `slug`, and gives the browser its cookie; see createKeepComment. */
export type KeepComment = (
  c: Context,
  post: { slug: string; draft: CheckedDraft; key: string | undefined; address: string },
) => Promise<Comment>;

/**
 * Keeps a comment that passed the contract: the site's rules, the limits, one transaction, and the
 * writer's cookie. Throws Failure with the reason.
 */
export function createKeepComment({ config, storage, addressKey, now, newId }: Needs): KeepComment {
  const limit = config.rateLimits ? createRateLimit(postingRules) : undefined;
  const secure = config.publicUrl.startsWith('https:');

  return async (c, { slug, draft, key, address }) => {
    const { author, text, parentId } = draft;
    if (isReservedName(author.name, config.siteName)) {
      throw new Failure('validation_failed', { errors: [{ field: 'author.name', code: 'reserved' }] });
    }
    const network = clientNetwork(address);
    const fresh = newToken();
    const post: CommentPost = {
      id: newId(),
      slug,
      parentId,
      author: { name: author.name, staff: false },
      text,
      state: stateOfNew(config.moderation),
      now: now(),
      key,
      fingerprint: fingerprintOf(slug, draft),
      addressHash: createHmac('sha256', addressKey).update(network).digest('hex'),
      presentedToken: presentedToken(c, secure),
      freshToken: hashToken(fresh),
    };
    const giveBack = await placeFor(post, network);

    let taken = false;
    try {
      const result = await storage.postComment(post);
      if (result.outcome === 'not_found') throw await missingArticle(storage, slug, now());
      if (result.outcome !== 'posted' && result.outcome !== 'repeated') throw new Failure(result.outcome);
      taken = result.outcome === 'posted';
      if (result.issueToken) giveWriterToken(c, fresh, secure);
      return result.comment;
    } finally {
      // Whoever is refused, or told again what was kept before, has used up nothing.
      if (!taken) await giveBack?.();
    }
  };

  /** A place within the limits, and the way to hand it back; none is needed for what was kept before. */
  async function placeFor(post: CommentPost, network: string): Promise<(() => Promise<void>) | undefined> {
    if (limit === undefined) return undefined;
    // Counted by what exists: made-up slugs and cookies would each be remembered for a minute.
    const parties = await storage.partiesTo(post);
    if (parties === undefined) throw new Failure('not_found');
    try {
      return await limit({ ...parties, network, site: 'site' });
    } catch (error) {
      // Asked only of those who are refused, so that an accepted post pays nothing for it.
      if (await storage.wasPosted(post)) return undefined;
      throw error;
    }
  }
}

/** The same words under the same article, whoever sends them. Lengths part the pieces unmistakably. */
function fingerprintOf(slug: string, { author, text, parentId = '' }: CheckedDraft): string {
  const hash = createHash('sha256');
  for (const part of [slug, parentId, author.name, text]) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

/** An id nobody can guess the next of: 96 random bits. */
export const randomId = () => randomBytes(12).toString('hex');
