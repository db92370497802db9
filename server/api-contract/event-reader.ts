import { type IncomingMessage, request } from 'node:http';

/** One server-sent event. */
export interface Told {
  event: string;
  id: string;
  data: unknown;
}

export interface EventReader {
  readonly response: IncomingMessage;
  /** All that came so far. */
  readonly told: Told[];
  /** All bytes that came so far, as text. */
  text(): string;
  /** The first event of those to come that is asked for; rejects where none comes in time or the stream ends. */
  until(wanted: (told: Told) => boolean): Promise<Told>;
  /** Once the other side has ended it or broken it off. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Milliseconds in which what is waited for has to come. */
const patience = 15_000;

/** Follows a stream of events as a browser does; resolves with the head of the answer. */
export function followEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  return new Promise((opened, failed) => {
    const asked = request(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false });
    asked.once('error', failed);
    asked.once('response', (response) => opened(readerOf(response)));
    asked.end();
  });
}

function readerOf(response: IncomingMessage): EventReader {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  let text = '';
  let read = 0;
  let over = false;
  response.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    for (let end = text.indexOf('\n\n', read); end >= 0; end = text.indexOf('\n\n', read)) {
      const event = eventOf(text.slice(read, end));
      read = end + 2;
      if (event !== undefined) told.push(event);
    }
    for (const look of waiting) look();
  });
  const ended = new Promise<void>((done) => {
    response.once('error', () => {});
    response.once('close', () => {
      over = true;
      for (const look of waiting) look();
      done();
    });
  });
  return {
    response,
    told,
    ended,
    text: () => text,
    close: () => response.destroy(),
    until: (wanted) =>
      new Promise((found, missed) => {
        const finish = (work: () => void) => {
          clearTimeout(late);
          waiting.delete(look);
          work();
        };
        const look = () => {
          const event = told.find(wanted);
          if (event !== undefined) finish(() => found(event));
          else if (over) finish(() => missed(new Error(`the stream ended: ${text}`)));
        };
        const late = setTimeout(() => finish(() => missed(new Error(`never told: ${text}`))), patience);
        waiting.add(look);
        look();
      }),
  };
}

function eventOf(block: string): Told | undefined {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, Math.max(0, colon)), line.slice(colon + 2)];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? '', data: JSON.parse(data) };
}
