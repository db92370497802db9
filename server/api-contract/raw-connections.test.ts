import { connect } from 'node:net';
import { afterAll, expect, test, vi } from 'vitest';
import { addressOf, outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, send, openArticle } = outsider(base);
const { hostname, port } = new URL(base);

test.each([
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
  'NONSENSE\r\n\r\n',
  'GET http://elsewhere.example/ar/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  'POST /api/site HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/site HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n',
])('%j is answered with no fault of ours, and the server lives on', async (bytes) => {
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('latin1').on('data', (part: string) => (answer += part));
  const over = new Promise((closed) => socket.once('close', closed).once('error', closed));
  socket.end(bytes, 'latin1');
  await over;
  expect(answer).toMatch(/^(HTTP\/1\.1 [234]\d\d |$)/);
  await read('GET /api/site');
});

test('who goes away in the midst of a body has made no fault of ours', async () => {
  const { slug } = await openArticle();
  const route = '/api/articles/:slug/comments';
  const counted = async (status: string) => {
    const text = await (await send('/metrics')).text();
    const figure = `riwaq_http_request_seconds_count{method="POST",route="${route}",status="${status}"} `;
    return Number(text.split(figure)[1]?.split('\n')[0] ?? 0);
  };
  const [refused, faults] = [await counted('400'), await counted('500')];
  const socket = connect(Number(port), hostname);
  const path = addressOf(`POST ${route}`, { slug });
  const key = 'Idempotency-Key: 0b2e3f6a-58a2-4c39-9d7b-1a2b3c4d5e6f';
  const head = `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${key}\r\nContent-Type: application/json`;
  socket.write(`${head}\r\nContent-Length: 500\r\n\r\n{"author":`);
  await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(0));
  setTimeout(() => socket.destroy(), 100);
  await vi.waitFor(async () => expect(await counted('400')).toBe(refused + 1), { timeout: 5_000 });
  expect(await counted('500')).toBe(faults);
});
