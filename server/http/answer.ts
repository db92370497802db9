import type { Context } from 'hono';
import { endpoints, type Answer, type EndpointName } from '#contract/endpoints';
import { everyAnswer, send } from './every-answer.ts';
import type { Content } from './versioned-answer.ts';

/** An answer of the contract, checked by the compiler against the endpoint it belongs to; undefined is no body. */
export function answer<Name extends EndpointName>(
  c: Context,
  name: Name,
  body: Answer<Name>,
  cacheControl = 'no-cache',
): Response {
  const { status } = endpoints[name];
  const head = { 'cache-control': cacheControl };
  if (body === undefined || status === 204) return c.newResponse(null, status, { ...everyAnswer, ...head });
  return send(c, status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    ...head,
  });
}

/** An answer of the contract to be kept, checked by the compiler against the endpoint it belongs to. */
export function json<Name extends EndpointName>(body: Answer<Name>): Content {
  return { status: 200, type: 'application/json; charset=utf-8', text: JSON.stringify(body) };
}
