import type { Hono } from 'hono';
import type { SiteFace } from '../site-face/site-face.ts';
import { everyAnswer } from './every-answer.ts';

/** The paper's drawn name, as the rule in the page's styles asks for it (site-face/face-styles.ts). */
export function mountWordmark(app: Hono, { wordmark }: Pick<SiteFace, 'wordmark'>): void {
  if (wordmark === undefined) return;
  const head = {
    ...everyAnswer,
    'content-type': 'image/svg+xml',
    // It was checked; opened by itself it is a document all the same, and is given nothing to do.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    etag: `"${wordmark.hash}"`,
  };
  app.get('/wordmark.svg', (c) => {
    const cache =
      c.req.query('v') === wordmark.hash ? 'public, max-age=31536000, immutable' : 'public, no-cache';
    const headers = { ...head, 'cache-control': cache };
    return c.req.header('if-none-match')?.includes(head.etag) === true
      ? new Response(null, { status: 304, headers })
      : new Response(wordmark.bytes, { headers });
  });
}
