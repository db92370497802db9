import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { PageStatus } from '#contract/page';
import { bestCoding, type Coding } from './content-coding.ts';
import { everyAnswer } from './every-answer.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export interface Content {
  status: PageStatus;
  type: string;
  text: string;
  headers?: Record<string, string>;
  /** False for what must not be kept, here or by any cache: its making went wrong in part. */
  keep?: boolean;
}

interface Entry {
  version: string;
  content: Promise<Kept>;
  bytes: number;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Head = Record<string, string>;

interface Kept {
  status: PageStatus;
  keep: boolean;
  head: Head;
  body: Bytes;
  encoded: Map<string, Promise<{ packed: Bytes; head: Head }>>;
}

/**
 * Bytes that an entry takes beside its words, and one of its coded forms: objects, promises, the engine's
 * own books. Measured as 750 and 200 of heap and some outside it; too little would let a flood of tiny
 * answers outgrow the capacity many times.
 */
const overhead = { entry: 1_200, coded: 600 };

/**
 * Answers that are the same for everybody as long as their version is: made once, kept with their
 * compressed forms within `capacity` bytes, the longest unused dropped first, and answered with 304 to
 * whoever holds them. Two requests for what is not there yet wait for one making.
 */
export function createVersionedAnswers(capacity: number) {
  const entries = new Map<string, Entry>();
  let bytes = 0;

  const drop = (key: string) => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const forget = (key: string, entry: Entry) => {
    if (entries.get(key) === entry) drop(key);
  };
  const weigh = (key: string, entry: Entry, more: number) => {
    if (entries.get(key) !== entry) return;
    entry.bytes += more;
    bytes += more;
    for (const oldest of entries.keys()) {
      if (bytes <= capacity) break;
      drop(oldest);
    }
  };

  return async (
    c: Context,
    key: string,
    version: string,
    make: () => Promise<Content>,
  ): Promise<Response> => {
    let entry = entries.get(key);
    if (entry === undefined || entry.version !== version) {
      drop(key);
      const made: Entry = { version, content: make().then((content) => pack(content, version)), bytes: 0 };
      made.content.then(
        (content) => (content.keep ? weigh(key, made, weightOf(key, version, content)) : forget(key, made)),
        () => forget(key, made),
      );
      entry = made;
    }
    // Moved to the end: the order of the map is the order of use.
    entries.delete(key);
    entries.set(key, entry);

    // Answered with the objects that are kept, past c.body, which would copy them into Headers each time:
    // what was set by c.header before is not on these answers.
    const { status, head, body, encoded } = await entry.content;
    const { etag = '' } = head;
    if (status === 200 && matches(c.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers: head });
    const coding = body.byteLength > 1_000 ? bestCoding(c.req.header('accept-encoding')) : undefined;
    if (coding === undefined) return new Response(body, { status, headers: head });
    let form = encoded.get(coding);
    if (form === undefined) {
      const kept = entry;
      form = compress[coding](body).then((packed) => ({
        packed,
        head: { ...head, 'content-encoding': coding },
      }));
      encoded.set(coding, form);
      void form.then(({ packed }) => weigh(key, kept, packed.byteLength + overhead.coded));
    }
    const { packed, head: codedHead } = await form;
    return new Response(packed, { status, headers: codedHead });
  };
}

export type VersionedAnswers = ReturnType<typeof createVersionedAnswers>;

function pack({ status, type, text, headers, keep = true }: Content, version: string): Kept {
  const body = new TextEncoder().encode(text);
  const hash = createHash('sha256').update(version).update(body).digest('base64url').slice(0, 22);
  const head = {
    ...everyAnswer,
    ...headers,
    'content-type': type,
    // Weak: the same words, whichever way they are packed.
    etag: `W/"${hash}"`,
    vary: 'Accept-Encoding',
    'cache-control': keep ? 'public, no-cache' : 'no-store',
  };
  return { status, keep, head, body, encoded: new Map() };
}

/** Two bytes a letter of key and version: one that is not Latin makes them all so wide. */
function weightOf(key: string, version: string, { head, body }: Kept): number {
  const headers = Object.values(head).reduce((sum, value) => sum + value.length, 0);
  return overhead.entry + 2 * (key.length + version.length) + headers + body.byteLength;
}

/** RFC 9110, 13.1.2: weak comparison. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag));
}

// Quality 5 costs 200 µs for a page; 11 would cost 6 ms for 8 % less.
const compress: Record<Coding, (body: Uint8Array) => Promise<Bytes>> = {
  br: async (body) => new Uint8Array(await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
  gzip: async (body) => new Uint8Array(await zip(body)),
};
