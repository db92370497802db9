import { connect } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read } = outsider(base);
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
