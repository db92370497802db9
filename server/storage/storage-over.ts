import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { articleStorage } from './article-storage.ts';
import { commentStorage } from './comment-storage.ts';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import { type Storage, StorageError } from './port.ts';

/** The site's storage over an engine. `newId` makes the ids of articles; no two may be equal. */
export function storageOver(engine: Engine, newId: () => string = randomUUID): Storage {
  const articles = articleStorage(engine, newId);
  const comments = commentStorage(engine);
  const underWay = new Set<Promise<unknown>>();
  let closed = false;

  const watched = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StorageError('unavailable');
    const answer = work();
    underWay.add(answer);
    try {
      return await answer;
    } finally {
      underWay.delete(answer);
    }
  };

  return {
    listArticles: (query) => watched(() => articles.listArticles(query)),
    front: (now, sections) => watched(() => articles.front(now, sections)),
    getArticle: (slug, now) => watched(() => articles.getArticle(slug, now)),
    saveArticle: (draft) => watched(() => articles.saveArticle(draft)),
    withdrawArticle: (slug) => watched(() => articles.withdrawArticle(slug)),
    restoreArticle: (slug) => watched(() => articles.restoreArticle(slug)),
    isWithdrawn: (slug, now) => watched(() => articles.isWithdrawn(slug, now)),
    listAllArticles: (query) => watched(() => articles.listAllArticles(query)),
    versions: (now, slug) => watched(() => articles.versions(now, slug)),
    isEmpty: () => watched(() => articles.isEmpty()),
    listSections: (now) => watched(() => articles.listSections(now)),
    listComments: (slug, query) => watched(() => comments.listComments(slug, query)),
    listReplies: (id, query) => watched(() => comments.listReplies(id, query)),
    getComment: (id, now) => watched(() => comments.getComment(id, now)),
    commentState: (slug, id) => watched(() => comments.commentState(slug, id)),
    commentChanges: (slug, query) => watched(() => comments.commentChanges(slug, query)),
    commentVersions: (slugs, now) => watched(() => comments.commentVersions(slugs, now)),
    partiesTo: (post) => watched(() => comments.partiesTo(post)),
    wasPosted: (post) => watched(() => comments.wasPosted(post)),
    postComment: (post) => watched(() => comments.postComment(post)),
    ownComments: (slug, act) => watched(() => comments.ownComments(slug, act)),
    editComment: (edit) => watched(() => comments.editComment(edit)),
    removeComment: (act) => watched(() => comments.removeComment(act)),
    likeComment: (act) => watched(() => comments.likeComment(act)),
    unlikeComment: (act) => watched(() => comments.unlikeComment(act)),
    reportComment: (report) => watched(() => comments.reportComment(report)),
    addressKey: () => watched(() => engine.write(addressKey)),
    watch: (told) => (closed ? () => {} : engine.watch(told)),
    check: () =>
      watched(async () => {
        await engine.read.selectFrom('site').select('id').executeTakeFirstOrThrow();
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.allSettled(underWay);
      await engine.close();
    },
  };
}

/** The key that is there, or a new one. */
async function addressKey(tx: Transaction<Database>): Promise<string> {
  const { address_key: kept } = await tx.selectFrom('site').select('address_key').executeTakeFirstOrThrow();
  if (kept !== null) return kept;
  const made = randomBytes(32).toString('hex');
  await tx.updateTable('site').set({ address_key: made }).execute();
  return made;
}
