/**
 * The bare Node server that the site is measured against, a process of its own:
 * `node bench/bare-server.ts FOLDER`. It gives the answers that answers.json in FOLDER lists, whole and
 * from memory, and does nothing else.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as v from 'valibot';
import { BareAnswers } from './bare-answers.ts';

const folder = process.argv[2] ?? '';
const listed = v.parse(BareAnswers, JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')));
const answers = new Map(
  listed.map(({ path, status, headers, file }) => {
    const body = readFileSync(join(folder, file));
    return [path, { status, headers: [...headers.flat(), 'Content-Length', String(body.length)], body }];
  }),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`listening on ${typeof address === 'object' ? address?.port : ''}.`);
});
