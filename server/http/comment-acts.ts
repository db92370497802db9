import type { Context } from 'hono';
import type { Comment, Likes, Mine } from '#contract/comment';
import type { Config } from '../config.ts';
import { stateOfNew } from '../domain/comment-policy.ts';
import type { ArticleStorage, CommentStorage } from '../storage/port.ts';
import { clientNetwork } from './client-address.ts';
import { missingArticle } from './missing-article.ts';
import { Failure } from './problems.ts';
import { createRateLimit, type RateRule } from './rate-limit.ts';
import { giveWriterToken, hashToken, newToken, presentedToken } from './writer-cookie.ts';

interface Needs {
  config: Pick<Config, 'moderation' | 'rateLimits' | 'publicUrl'>;
  storage: CommentStorage & Pick<ArticleStorage, 'isWithdrawn'>;
  addressOf: (c: Context) => string;
  now: () => number;
}

/** What a browser does to comments that are there. Each throws Failure with the reason why not. */
export interface CommentActs {
  mine(c: Context, slug: string): Promise<Mine>;
  edit(c: Context, id: string, text: string): Promise<Comment>;
  remove(c: Context, id: string): Promise<void>;
  /** `slug`: of the comment's article. */
  like(c: Context, id: string, undo: boolean): Promise<{ slug: string; likes: Likes }>;
  report(c: Context, id: string, reason: string): Promise<{ slug: string }>;
}

/** How many a minute are accepted from one network, where a house or a newsroom may sit. */
const rules = {
  likes: { points: 120, duration: 60 },
  reports: { points: 20, duration: 60 },
  changes: { points: 60, duration: 60 },
} as const;

/** Likes, reports, edits and removals: the writer's cookie, the limits, one transaction each. */
export function createCommentActs({ config, storage, addressOf, now }: Needs): CommentActs {
  const secure = config.publicUrl.startsWith('https:');

  const within = (rule: RateRule) => {
    const limit = config.rateLimits ? createRateLimit({ network: rule }) : undefined;
    return async <Result>(c: Context, work: () => Promise<Result>): Promise<Result> => {
      const giveBack = await limit?.({ network: clientNetwork(addressOf(c)) });
      try {
        return await work();
      } catch (error) {
        // Whoever is refused has used up nothing.
        await giveBack?.();
        throw error;
      }
    };
  };
  const amongLikes = within(rules.likes);
  const amongReports = within(rules.reports);
  const amongChanges = within(rules.changes);

  const actOf = (c: Context, id: string) => ({ id, now: now(), presentedToken: presentedToken(c, secure) });

  return {
    async mine(c, slug) {
      const mine = await storage.ownComments(slug, actOf(c, ''));
      if (mine === undefined) throw await missingArticle(storage, slug, now());
      return mine;
    },

    edit: (c, id, text) =>
      amongChanges(c, async () => {
        const edit = { ...actOf(c, id), text, state: stateOfNew(config.moderation) };
        const result = await storage.editComment(edit);
        if (result.outcome !== 'done') throw new Failure(result.outcome);
        return result.comment;
      }),

    remove: (c, id) =>
      amongChanges(c, async () => {
        const outcome = await storage.removeComment(actOf(c, id));
        if (outcome !== 'removed') throw new Failure(outcome);
      }),

    like: (c, id, undo) =>
      amongLikes(c, async () => {
        const fresh = newToken();
        const act = actOf(c, id);
        const result = undo
          ? await storage.unlikeComment(act)
          : await storage.likeComment({ ...act, freshToken: hashToken(fresh) });
        if (result.outcome !== 'done') throw new Failure(result.outcome);
        if (result.issueToken) giveWriterToken(c, fresh, secure);
        return result;
      }),

    report: (c, id, reason) =>
      amongReports(c, async () => {
        const fresh = newToken();
        const report = { ...actOf(c, id), reason, freshToken: hashToken(fresh) };
        const result = await storage.reportComment(report);
        if (result.outcome !== 'done') throw new Failure(result.outcome);
        if (result.issueToken) giveWriterToken(c, fresh, secure);
        return result;
      }),
  };
}
