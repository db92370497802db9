import { afterAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { endpoints } from '#contract/endpoints';
import { outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { send, posted, openArticle } = outsider(base);
const { slug } = await openArticle();
const { id } = await posted(slug, { author: { name: 'سلمى' }, text: 'كلام' });

const names = Object.keys(endpoints);
const routes = [...new Set(names.map((name) => name.split(' ')[1] ?? ''))];
const methodsOf = (route: string) =>
  names.filter((name) => name.endsWith(` ${route}`)).map((name) => name.split(' ')[0] ?? '');
const addressOfRoute = (route: string) => route.replace(':slug', encodeURIComponent(slug)).replace(':id', id);

describe.each(routes)('%s', (route) => {
  const allowed = [...methodsOf(route), ...(methodsOf(route).includes('GET') ? ['HEAD'] : [])];

  test.each(
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].filter(
      (method) => !allowed.includes(method),
    ),
  )('has no %s, and says what it has', async (method) => {
    const response = await send(addressOfRoute(route), { method });
    const told = (response.headers.get('allow') ?? '').split(/, */).toSorted();
    expect(told).toEqual(allowed.toSorted());
    await problemOf('method_not_allowed', response);
  });

  test('answers HEAD as GET, without a body', async () => {
    const [head, get] = [
      await send(addressOfRoute(route), { method: 'HEAD' }),
      await send(addressOfRoute(route)),
    ];
    expect([head.status, await head.text()]).toEqual([get.status, '']);
    for (const name of ['content-type', 'etag', 'cache-control'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
  });

  test('lets no browser guess its type', async () => {
    expect((await send(addressOfRoute(route))).headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test.each([
  '/api/nothing',
  '/api/articles/a/b/c',
  '/api/comments',
  '/api/Site',
  '/api/site/',
  '/api//site',
  '/api/',
])('%s is not there, whatever is asked of it', async (path) => {
  for (const method of ['GET', 'POST', 'DELETE']) await problemOf('not_found', await send(path, { method }));
});

describe('for the operator', () => {
  test('the server says that it lives and can serve', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await send(path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
  });

  test('its figures are text for Prometheus, by route and never by address', async () => {
    await send('/api/articles/figures-by-address');
    const response = await send('/metrics');
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await response.text();
    expect(text).toMatch(/^# (HELP|TYPE) \S+ /m);
    expect(text).toMatch(/^process_cpu_seconds_total [\d.e-]+$/m);
    expect(text).not.toContain('figures-by-address');
    for (const line of text.split('\n')) expect(line).toMatch(/^($|# |[a-zA-Z_:][\w:]*(\{.*\})? \S+$)/);
  });
});

const Operation = v.object({
  operationId: v.string(),
  parameters: v.array(
    v.object({
      name: v.string(),
      in: v.picklist(['path', 'query', 'header']),
      required: v.boolean(),
      schema: v.looseObject({}),
    }),
  ),
  responses: v.record(
    v.string(),
    v.object({
      description: v.string(),
      content: v.optional(v.record(v.string(), v.object({ schema: v.looseObject({}) }))),
    }),
  ),
});
const OpenApi = v.object({
  openapi: v.pipe(v.string(), v.regex(/^3\.1\.\d+$/)),
  info: v.looseObject({ title: v.string(), version: v.string() }),
  paths: v.record(v.string(), v.record(v.string(), v.looseObject(Operation.entries))),
  components: v.looseObject({ schemas: v.record(v.string(), v.looseObject({})) }),
});

describe('GET /api/openapi.json', async () => {
  const text = await (await send('/api/openapi.json')).text();
  const document = v.parse(OpenApi, JSON.parse(text));

  test('describes every call of the contract, what operators ask, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const promised = [...names, 'GET /healthz', 'GET /readyz', 'GET /metrics'];
    expect(described.toSorted()).toEqual(promised.map((name) => name.replace(/:(\w+)/g, '{$1}')).toSorted());
  });

  test('tells of the plain form, of 304 and of 405', () => {
    const at = (path: string, method: string) => document.paths[`/api/articles${path}`]?.[method];
    const posting = at('/{slug}/comments', 'post');
    expect(posting?.['requestBody']).toMatchObject({
      content: { 'application/x-www-form-urlencoded': { schema: { required: ['name', 'text'] } } },
    });
    expect(Object.keys(posting?.responses ?? {})).toEqual(expect.arrayContaining(['201', '303', '405']));
    for (const path of ['', '/{slug}'])
      expect(Object.keys(at(path, 'get')?.responses ?? {})).toEqual(
        expect.arrayContaining(['200', '304', '405']),
      );
  });

  test('names every parameter in its path, every status it promises, and each call once', () => {
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((call) => ({ path, call })),
    );
    for (const { path, call } of calls) {
      const named = call.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      // A plain form alone is answered with a way back, never with a body.
      expect(Object.keys(call.responses).some((status) => /^2|^303$/.test(status))).toBe(true);
    }
    expect(new Set(calls.map(({ call }) => call.operationId)).size).toBe(calls.length);
  });

  test('has a place for everything it refers to', () => {
    const pointers = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer);
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of new Set(pointers)) {
      const schema = /^#\/components\/schemas\/(\w+)$/.exec(pointer)?.[1] ?? pointer;
      expect(Object.keys(document.components.schemas)).toContain(schema);
    }
  });
});
