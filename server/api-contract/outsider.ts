import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ArticleSummary } from '#contract/article';
import type { Comment } from '#contract/comment';
import { endpoints, type Answer, type EndpointName } from '#contract/endpoints';
import { problemStatus, type ProblemCode } from '#contract/problem-codes';
import { Problem } from '#contract/problem';

type Words = Readonly<Record<string, string>>;
/** What fills the places in an address; an article or a comment will do. */
interface Params {
  readonly slug?: string;
  readonly id?: string;
}

/** Somebody who knows a server by its address and the contract, and by nothing else. */
export interface Outsider {
  send(path: string, init?: RequestInit): Promise<Response>;
  /** Asks, and takes nothing but the answer that the contract promises. */
  read<Name extends EndpointName>(name: Name, params?: Params, query?: Words): Promise<Answer<Name>>;
  /** Makes a call as a browser with this cookie would, with a body as JSON where there is one. */
  ask(
    name: EndpointName,
    params: Params,
    sent?: { body?: unknown; cookie?: string; headers?: Words },
  ): Promise<Response>;
  /** Sends a comment as JSON; `key` null sends none. */
  post(slug: string, body: unknown, sent?: { key?: string | null; headers?: Words }): Promise<Response>;
  /** Sends a comment that must be taken. */
  posted(slug: string, body: unknown, sent?: { key?: string; headers?: Words }): Promise<Comment>;
  /** An article that can be answered, the newest of them. */
  openArticle(): Promise<ArticleSummary>;
}

export function outsider(base: string): Outsider {
  const self: Outsider = {
    send: (path, init) => fetch(new URL(path, base), { redirect: 'manual', ...init }),
    read: async (name, params = {}, query = {}) =>
      answerOf(name, await self.send(addressOf(name, params, query))),
    ask(name, params, { body, cookie, headers = {} } = {}) {
      return self.send(addressOf(name, params), {
        method: name.split(' ')[0] ?? '',
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(cookie !== undefined && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
    post(slug, body, { key = randomUUID(), headers = {} } = {}) {
      return self.send(addressOf('POST /api/articles/:slug/comments', { slug }), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key !== null && { 'idempotency-key': key }),
          ...headers,
        },
        body: JSON.stringify(body),
      });
    },
    posted: async (slug, body, sent) =>
      answerOf('POST /api/articles/:slug/comments', await self.post(slug, body, sent)),
    async openArticle() {
      const { items } = await self.read('GET /api/articles', {}, { limit: '100' });
      const article = items.find(({ comments }) => comments.state === 'open');
      if (article === undefined)
        throw new Error(`${base} has no article that can be answered; import one first.`);
      return article;
    },
  };
  return self;
}

/** The cookie that an answer gave, as a browser sends it back; empty where it gave none. */
export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** The path of a call, parameters percent-encoded. */
export function addressOf(name: EndpointName, params: Params, query: Words = {}): string {
  const [, route = ''] = name.split(' ');
  const path = route.replace(/:(\w+)/g, (_, word: string) =>
    encodeURIComponent((word === 'slug' ? params.slug : params.id) ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The answer as the contract promises it: its status, its type, every member, and no other member. */
export async function answerOf<Name extends EndpointName>(
  name: Name,
  response: Response,
): Promise<Answer<Name>> {
  const text = await response.text();
  assert.equal(response.status, endpoints[name].status, `${name}: ${text}`);
  const type = response.headers.get('content-type');
  if (text === '') assert.equal(type, null);
  else assert.match(type ?? '', /^application\/json(; ?charset=utf-8)?$/i);
  const sent: unknown = text === '' ? undefined : JSON.parse(text);
  const answer = v.parse(endpoints[name].output, sent);
  assert.deepEqual(sent, answer, `${name} answers with members that the contract does not name`);
  return answer;
}

/** Words that belong inside a server, not in its answers. */
const internal = /sqlite|kysely|valibot|hono|node:|node_modules|\.ts\b|\bat \w+ \(|Error:/i;

/** The problem that `code` promises: RFC 9457, its own status, a Retry-After that says the same. */
export async function problemOf(code: ProblemCode, response: Response): Promise<Problem> {
  const text = await response.text();
  assert.equal(response.status, problemStatus[code], `expected ${code}: ${text.slice(0, 500)}`);
  assert.match(
    response.headers.get('content-type') ?? '',
    /^application\/problem\+json(; ?charset=utf-8)?$/i,
  );
  const problem = v.parse(Problem, JSON.parse(text));
  assert.equal(problem.code, code);
  assert.equal(problem.status, response.status);
  assert.equal(response.headers.get('retry-after'), problem.retryAfter?.toString() ?? null);
  assert.doesNotMatch(text, internal);
  return problem;
}

/** Follows a list by its cursors to the end; every page is as long as asked, but for the last. */
export async function walk<Item>(
  page: (query: Words) => Promise<{ items: Item[]; nextCursor: string | null }>,
  limit: number,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { items, nextCursor } = await page({
      limit: String(limit),
      ...(cursor === undefined ? {} : { cursor }),
    });
    assert.ok(
      nextCursor === null ? items.length <= limit : items.length === limit,
      'a page before the last is full',
    );
    all.push(...items);
    cursor = nextCursor;
  }
  return all;
}
