import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { createEventStream, type EventStream } from './event-stream.ts';

const streams: { stream: EventStream; isOver: boolean }[] = [];
const app = new Hono();
app.get('/', (c) => {
  const stream = createEventStream(c);
  const one = { stream, isOver: false };
  stream.onEnd(() => (one.isOver = true));
  streams.push(one);
  stream.send(Buffer.from('hello\n'));
  return c.body(stream.body);
});
const listener = getRequestListener(app.fetch);
const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function opened() {
  const response = await new Promise<IncomingMessage>((answered) => {
    get({ port, agent: false }, answered);
  });
  response.on('error', () => {});
  const one = streams.at(-1);
  if (one === undefined) throw new Error('no stream was made');
  return { response, one };
}
const page = Buffer.alloc(4_096, 'x');
/** More than the sockets of both sides hold by themselves, in pages. */
const much = 16_384;

test('whoever takes nothing of what he is sent is cut off before it fills the memory', async () => {
  const { response, one } = await opened();
  response.pause();
  let sent = 0;
  for (; !one.isOver && sent < much; sent += 1) {
    one.stream.send(page);
    if (sent % 8 === 7) await setTimeout(0);
  }
  expect(one.isOver).toBe(true);
  const closed = new Promise((done) => response.once('close', done));
  response.resume();
  await closed;
  expect(response.complete).toBe(false);
  // To whom has gone nothing is sent, and nothing fails.
  one.stream.send(page);
  one.stream.end();
});

test('whoever takes what he is sent gets all of it and a whole end', async () => {
  const { response, one } = await opened();
  let bytes = 0;
  response.on('data', (part: Buffer) => (bytes += part.length));
  for (let sent = 0; sent < 1_000; sent += 1) {
    one.stream.send(page);
    if (sent % 8 === 7) await setTimeout(0);
  }
  one.stream.end();
  expect(one.isOver).toBe(true);
  await once(response, 'end');
  expect([response.complete, bytes]).toEqual([true, 6 + 1_000 * page.length]);
});

test('whoever leaves is known to have left', async () => {
  const { response, one } = await opened();
  response.destroy();
  while (!one.isOver) await setTimeout(5);
  let late = false;
  one.stream.onEnd(() => (late = true));
  expect(late).toBe(true);
});
