import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from './problems.ts';

/** Seconds after which to ask again. */
const retryAfter = 2;

/**
 * Answers while the site is not open yet, as when its database is long in coming: alive, but not ready.
 */
export function answerStarting({ url }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  if (url === '/healthz') {
    response.setHeader('content-type', 'application/json');
    response.end('{"status":"alive"}');
    return;
  }
  const { problem } = new Failure('unavailable', { retryAfter });
  response.statusCode = problem.status;
  response.setHeader('content-type', 'application/problem+json');
  response.setHeader('retry-after', String(retryAfter));
  response.end(JSON.stringify(problem));
}
