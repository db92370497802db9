import type { Context } from 'hono';
import { limits } from '#contract/limits';
import { Failure } from './problems.ts';

/** Bytes read of a body past its limit, and thrown away: who is still sending does not hear a refusal. */
const heardOut = 16 * limits.commentBody;

/** The request's body as text: at most `limits.commentBody` bytes of valid UTF-8. */
async function readText(c: Context): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: ReadableStream<Uint8Array> | null = c.req.raw.body;
  // Uncancelled where we stop before its end: cancelling would cut the connection, and the refusal with it.
  for await (const chunk of body?.values({ preventCancel: true }) ?? []) {
    size += chunk.byteLength;
    if (size <= limits.commentBody) chunks.push(chunk);
    else if (size > heardOut) {
      c.header('connection', 'close');
      break;
    }
  }
  if (size > limits.commentBody) throw new Failure('too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.concat(chunks));
  } catch {
    throw new Failure('invalid_request', { detail: 'the body is not UTF-8' });
  }
}

/** The body as JSON. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await readText(c);
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('invalid_request', { detail: 'the body is not JSON' });
  }
}

/** The body of a plain form, by field; of a field sent twice the last. */
export async function readForm(c: Context): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  for (const pair of (await readText(c)).split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
    fields.set(decodeFormText(name), decodeFormText(value));
  }
  return fields;
}

/** URLSearchParams would turn broken UTF-8 into replacement characters and call it well. */
function decodeFormText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Failure('invalid_request', { detail: 'the form is not UTF-8' });
  }
}

/** `application/json` or a plain form; anything else is refused. */
export function bodyKind(c: Context): 'json' | 'form' {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  throw new Failure('unsupported_media_type');
}
