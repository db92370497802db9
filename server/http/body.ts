import type { Context } from 'hono';
import { limits } from '#contract/limits';
import { Failure } from './problems.ts';

/** Bytes read of a body past its limit, and thrown away: who is still sending does not hear a refusal. */
const heardOut = 16 * limits.commentBody;

interface ReadBody {
  /** As far as it could be read: no byte past the limit, and a stand-in for what is no UTF-8. */
  text: string;
  /** Why it must not be taken. */
  failure?: Failure;
}

/** The request's body as text: at most `limits.commentBody` bytes of valid UTF-8. */
async function readText(c: Context): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: ReadableStream<Uint8Array> | null = c.req.raw.body;
  // Uncancelled where we stop before its end: cancelling would cut the connection, and the refusal with it.
  for await (const chunk of sentBy(body?.values({ preventCancel: true }) ?? [])) {
    size += chunk.byteLength;
    const room = limits.commentBody - (size - chunk.byteLength);
    if (room > 0) chunks.push(chunk.subarray(0, room));
    if (size > heardOut) {
      c.header('connection', 'close');
      break;
    }
  }
  const bytes = Buffer.concat(chunks);
  if (size > limits.commentBody)
    return { text: new TextDecoder().decode(bytes), failure: new Failure('too_large') };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const failure = new Failure('invalid_request', { detail: 'the body is not UTF-8' });
    return { text: new TextDecoder().decode(bytes), failure };
  }
}

/** The pieces as they come; one who goes away in the midst of them has sent half a body, and is no fault of ours. */
async function* sentBy(body: AsyncIterable<Uint8Array> | readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw new Failure('invalid_request', { detail: 'the body did not come whole' });
  }
}

/** The body as JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const { text, failure } = await readText(c);
  if (failure !== undefined) throw failure;
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('invalid_request', { detail: 'the body is not JSON' });
  }
}

export interface ReadForm {
  /** Of a field sent twice the last. */
  fields: ReadonlyMap<string, string>;
  /** Why the form must not be taken, though its words can be given back. */
  failure?: Failure;
}

/** The body of a plain form, by field; one that is refused as far as it could be read. */
export async function readForm(c: Context): Promise<ReadForm> {
  const { text, failure } = await readText(c);
  const pairs = text.split('&').map((pair) => pair.split(/=(.*)/s, 2));
  const fields = new Map(pairs.map(([name = '', value = '']) => [readable(name), readable(value)]));
  if (failure !== undefined) return { fields, failure };
  if (pairs.flat().every(isFormText)) return { fields };
  return { fields, failure: new Failure('invalid_request', { detail: 'the form is not UTF-8' }) };
}

/** Whether nothing in it would be replaced to make it readable. */
function isFormText(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** As the URL standard reads forms: what is no UTF-8 becomes a replacement character. */
const readable = (text: string): string => new URLSearchParams(`=${text}`).get('') ?? '';

/** `application/json` or a plain form; anything else is refused. */
export function bodyKind(c: Context): 'json' | 'form' {
  const [type, ...parameters] = (c.req.header('content-type') ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  // What says that it is written otherwise must not be read as UTF-8.
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new Failure('unsupported_media_type');
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  throw new Failure('unsupported_media_type');
}
