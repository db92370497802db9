import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { everyAnswer } from './every-answer.ts';
import { Failure } from './problems.ts';

type Settings = Pick<Config, 'ownHost' | 'corsOrigins'>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses unsafe calls that another site's page makes through a visitor's browser. Browsers say where
 * a call comes from in Origin and Sec-Fetch-Site; where both are absent it is no browser's.
 */
export function sameSiteOnly({ ownHost, corsOrigins }: Settings): MiddlewareHandler {
  return (c, next) => {
    if (safeMethods.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const host = ownHost ?? c.req.header('host');
    const isOurs = (from: string) => URL.canParse(from) && new URL(from).host === host;
    const known = origin !== undefined && (corsOrigins.has(origin) || isOurs(origin));
    const foreign =
      origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : !known;
    if (foreign || (site === 'cross-site' && !corsOrigins.has(origin ?? ''))) throw new Failure('forbidden');
    return next();
  };
}

/** Lets pages of the configured origins call the API with cookies. */
export function crossOrigin({ corsOrigins }: Settings): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    const allowed = origin !== undefined && corsOrigins.has(origin);
    const isPreflight =
      c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined;
    if (allowed && isPreflight) c.res = new Response(null, { status: 204, headers: preflight });
    else await next();
    // Last: kept answers know nothing of what was set before them, and have their own Vary.
    if (allowed) {
      c.header('access-control-allow-origin', origin);
      c.header('access-control-allow-credentials', 'true');
      // By it the page tells the time, whatever the device's clock says.
      c.header('access-control-expose-headers', 'date');
    }
    c.header('vary', 'Origin', { append: true });
  };
}

const preflight = {
  ...everyAnswer,
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
  'access-control-allow-headers': 'content-type, idempotency-key',
  'access-control-max-age': '86400',
};
