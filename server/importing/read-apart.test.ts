import { afterEach, expect, test } from 'vitest';
import { openReader } from './read-apart.ts';
import { readSource } from './read-source.ts';

let reader = openReader();
afterEach(() => reader.close());

const source = (text: string, name = 'a.md') => ({ name, bytes: Buffer.from(text) });

test('reads as readSource does, file after file', async () => {
  reader = openReader();
  for (const one of [
    source('# عنوان\n\nنص **عريض**'),
    source('<h1>ع</h1><p>x', 'b.html'),
    source('', 'c.txt'),
    { name: undefined, bytes: Buffer.of(0xff) },
  ])
    expect(await reader.read(one)).toEqual(readSource(one));
});

test('a file that would take an hour is refused, the next one is read', async () => {
  reader = openReader({ patience: 10_000 });
  expect(await reader.read(source(`# عنوان\n\n${'](x '.repeat(200_000)}`))).toEqual({
    ok: false,
    why: 'it takes more than 10 seconds to read',
  });
  expect(await reader.read(source('# عنوان\n\nنص'))).toMatchObject({ ok: true, title: 'عنوان' });
}, 60_000);

test('so is one that would take all memory', async () => {
  const greedy = new URL(
    `data:text/javascript,import { parentPort } from 'node:worker_threads';
    const all = []; parentPort.on('message', () => { for (;;) all.push(new Array(100_000).fill({})); });`,
  );
  reader = openReader({ thread: greedy });
  expect(await reader.read(source('x'))).toEqual({
    ok: false,
    why: 'it takes more than 512 MiB of memory to read',
  });
}, 60_000);
