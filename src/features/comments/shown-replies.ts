import type { QueryClient } from '@tanstack/react-query';
import type { Comment } from '#contract/comment';
import { fetchReplies, repliesAtOnce, repliesQuery } from './comment-queries.ts';

/** How many pages are fetched for one that is to be shown: what stands deeper has an address of its own. */
const mostPages = 3;

/** The replies that the list shows in a branch: those that were fetched, else the first, which come with it. */
export const shownReplies = (client: QueryClient, { id, replies }: Comment): Comment[] =>
  client.getQueryData(repliesQuery(id).queryKey)?.pages.flatMap(({ items }) => items) ?? replies;

/** Fetches on in a branch until the replies `ids` are shown in it, or it ends, or they are too deep. */
export async function showReplies(client: QueryClient, root: Comment, ids: readonly string[]): Promise<void> {
  const { queryKey } = repliesQuery(root.id);
  for (let fetched = 0; fetched < mostPages; fetched += 1) {
    const shown = new Set(shownReplies(client, root).map(({ id }) => id));
    if (ids.every((id) => shown.has(id))) return;
    if (root.replyCount - shown.size > mostPages * repliesAtOnce) return;
    const known = client.getQueryData(queryKey);
    const { pages, pageParams } = known ?? { pages: [], pageParams: [] };
    // What has come since stands on the page that was the last one, or after it.
    const isAgain = pages.at(-1)?.nextCursor === null;
    if (isAgain && fetched > 0) return;
    const cursor = pages.at(isAgain ? -2 : -1)?.nextCursor ?? null;
    const page = await fetchReplies(root.id, cursor);
    // What the reader has asked for here meanwhile would put its own in the place of this.
    await client.cancelQueries({ queryKey });
    if (client.getQueryData(queryKey) !== known) continue;
    const end = isAgain ? -1 : pages.length;
    client.setQueryData(queryKey, {
      pages: [...pages.slice(0, end), page],
      pageParams: [...pageParams.slice(0, end), cursor],
    });
  }
}
