import type { Context } from 'hono';
import type { ContentfulStatusCode, RedirectStatusCode } from 'hono/utils/http-status';

type Head = Record<string, string>;

/**
 * Headers that every answer carries. Each answer is made with them in its one plain object: set by a
 * middleware they would take the adapter's slow way, by objects of Headers, on every request.
 */
export const everyAnswer: Readonly<Head> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** An answer with those headers, its own, and what was set on the way (a cookie, Allow, Retry-After). */
export function send(c: Context, status: ContentfulStatusCode, body: string, head: Head): Response {
  return c.body(body, status, { ...everyAnswer, ...head });
}

/** Sends the reader on to an address that is already percent-encoded. */
export function redirect(c: Context, status: RedirectStatusCode, location: string): Response {
  return c.newResponse(null, status, { ...everyAnswer, location });
}
