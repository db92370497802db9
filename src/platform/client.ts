import type { Answer, CallInput, EndpointName } from '#contract/endpoints';
import type { PageAnswer } from '#contract/page';
import type { Problem } from '#contract/problem';
import { problemType } from '#contract/problem-type';
import { hearServerTime } from './server-clock.ts';

/** The API answered that the call failed, and why. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.problem = problem;
  }
}

/** No answer of the API came: no network, or something between that speaks for it (a captive portal). */
export class ConnectionError extends Error {
  override name = 'ConnectionError';
  /** What came from something between, where anything did. */
  readonly answer: PageAnswer | undefined;
  constructor(message?: string, options?: ErrorOptions, answer?: PageAnswer) {
    super(message, options);
    this.answer = answer;
  }
}

export interface Connection {
  /** Where the API stands: empty for the page's own origin. */
  base: string;
  fetch: (url: string, init: RequestInit) => Promise<PageAnswer>;
}

let connection: Connection = {
  base: import.meta.env.VITE_API_URL ?? '',
  fetch: (url, init) => fetch(url, init),
};

/** Points every call elsewhere: the server answers its own pages' calls in the process. */
export function connect(to: Connection): void {
  connection = to;
}

/** The address that a plain form posts to. */
export const apiAddress = (path: string): string => connection.base + path;

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Makes one call of the contract and gives its answer. Throws ProblemError for an answer that is a
 * problem, ConnectionError where none came. It shows nothing: words for errors are the caller's.
 */
export async function call<Name extends EndpointName>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> {
  const { params = {}, query = {}, headers = {}, body }: Parts = input;
  const space = name.indexOf(' ');
  const path = name
    .slice(space + 1)
    .replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const url = apiAddress(search.size > 0 ? `${path}?${search}` : path);
  const init: RequestInit = {
    method: name.slice(0, space),
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    credentials: 'include',
  };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    // Goes on although its page is closed; browsers take 64 KiB so.
    init.keepalive = init.body.length < 16_000;
  }
  if (signal !== undefined) init.signal = signal;
  return (await answerOf(url, init)) as Answer<Name>;
}

async function answerOf(url: string, init: RequestInit): Promise<unknown> {
  let response: PageAnswer | undefined;
  try {
    response = await connection.fetch(url, init);
    hearServerTime(response.headers.get('date'));
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && type.startsWith('application/json')) return await response.json();
    // Of a call that answers without a body; what says a type of its own is somebody else's page.
    if ((response.status === 204 || response.status === 202) && type === '') return undefined;
    if (type.startsWith('application/problem+json')) {
      const body = await response.json();
      // A proxy between may answer with a problem of its own; what is not of our type is no answer of the API.
      if (isProblem(body)) throw new ProblemError(body);
    }
    throw new ConnectionError(`${response.status} ${type}`, undefined, response);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof ConnectionError) throw error;
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ConnectionError('no answer', { cause: error }, response);
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  'type' in body &&
  body.type === problemType(String(body.code)) &&
  'status' in body;
