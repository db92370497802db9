import type { Context, Hono } from 'hono';
import { endpoints } from '#contract/endpoints';
import type { ArticleStorage } from '../storage/port.ts';
import { clientNetwork } from './client-address.ts';
import type { CommentStreams } from './comment-streams.ts';
import { createEventStream } from './event-stream.ts';
import { everyAnswer } from './every-answer.ts';
import { missingArticle } from './missing-article.ts';
import { Failure } from './problems.ts';
import { slugParam } from './slug-param.ts';
import { parsePart } from './validation.ts';

interface Needs {
  streams: CommentStreams;
  storage: Pick<ArticleStorage, 'isWithdrawn'>;
  addressOf: (c: Context) => string;
  now: () => number;
}

/** Seconds after which whoever found no place may ask again; spread, so that not all come at once. */
const pause = () => 20 + Math.floor(Math.random() * 20);

const head = {
  ...everyAnswer,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would collect some kilobytes first.
  'x-accel-buffering': 'no',
  // Nothing comes after it on its connection, and so a stop has none to wait for.
  connection: 'close',
};

/** Conversations as they go on, by server-sent events. */
export function mountEvents(app: Hono, { streams, storage, addressOf, now }: Needs): void {
  app.get('/api/articles/:slug/events', async (c) => {
    const { query, headers } = endpoints['GET /api/articles/:slug/events'];
    const slug = slugParam(c);
    const after =
      versionIn(parsePart(headers, c.req.header())['last-event-id']) ??
      versionIn(parsePart(query, c.req.query()).after);
    const leave = streams.enter(clientNetwork(addressOf(c)));
    if (leave === undefined) throw new Failure('unavailable', { retryAfter: pause() });
    const stream = createEventStream(c);
    stream.onEnd(leave);
    let found = false;
    try {
      found = await streams.follow(slug, after, stream, now());
    } finally {
      if (!found || c.req.method === 'HEAD') stream.end();
    }
    if (!found) throw await missingArticle(storage, slug, now());
    return c.req.method === 'HEAD' ? c.body(null, 200, head) : c.body(stream.body, 200, head);
  });
}

/**
 * A version as an event's id says it; one that cannot be read is as none that was ever reached: its reader
 * begins with now, and is told that something may be missing.
 */
function versionIn(id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  return /^\d{1,15}$/.test(id) ? Number(id) : Number.MAX_SAFE_INTEGER;
}
