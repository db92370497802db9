import type { Context, Hono, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Storage } from '../storage/port.ts';
import { isBySocket } from './client-address.ts';
import { send } from './every-answer.ts';
import { Failure } from './problems.ts';

/** Whether the process lives, whether it can serve, and its figures. */
export function mountHealth(
  app: Hono,
  { storage, registry }: { storage: Storage; registry: Registry },
): void {
  app.get('/healthz', (c) => said(c, 'alive'));
  app.get('/readyz', async (c) => {
    try {
      await storage.check();
    } catch {
      throw new Failure('unavailable', { retryAfter: 5 });
    }
    return said(c, 'ready');
  });
  app.get('/metrics', async (c) =>
    send(c, 200, await registry.metrics(), { 'content-type': registry.contentType }),
  );
}

const said = (c: Context, status: 'alive' | 'ready') =>
  send(c, 200, JSON.stringify({ status }), {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });

/** The figures of this process: Node's own, and how long requests take by route and status. */
export function createMetrics(): { registry: Registry; measure: MiddlewareHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'riwaq_http_request_seconds',
    help: 'Time from a request to its answer, in seconds',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers: [registry],
  });
  // By their labels: the histogram itself would sort and join these again for every request.
  const known = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>();
  const measure: MiddlewareHandler = async (c, next) => {
    // The pages' own calls are part of the page's time; counted too, they would be readers who never came.
    if (!isBySocket(c)) return next();
    const start = performance.now();
    await next();
    const method = knownMethods.has(c.req.method) ? c.req.method : 'other';
    // The route that answered; the last that matches would be the catch-all of the pages for all.
    const route = routePath(c);
    const { status } = c.res;
    const labels = `${method} ${status} ${route}`;
    let series = known.get(labels);
    if (series === undefined) {
      series = seconds.labels({ method, route, status });
      known.set(labels, series);
    }
    series.observe((performance.now() - start) / 1000);
  };
  return { registry, measure };
}

// A method is the client's to make up; each would be a series of its own.
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
