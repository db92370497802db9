import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerBy, patience } from './network-first.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});

interface Case {
  network: Promise<Response>;
  copy?: string;
}

/** Answers one request and says what was given and what was offered for keeping. */
function answered({ network, copy }: Case) {
  const kept: string[] = [];
  let given: Promise<Response> | undefined;
  let told = 0;
  let lasts: Promise<unknown> | undefined;
  answerBy(
    {
      respondWith: (answer) => void (given = Promise.resolve(answer)),
      waitUntil: (work) => void (lasts = Promise.resolve(work)),
    },
    {
      ask: () => network,
      keep: async (answer) => void kept.push(await answer.text()),
      copy: async () => (copy === undefined ? undefined : new Response(copy)),
      onCopy: () => (told += 1),
      isAnswer: ({ status }) => status < 500,
      otherwise: async () => new Response('otherwise'),
    },
  );
  return {
    kept,
    text: async () => (await given)?.text(),
    told: () => told,
    lasts: async () => void (await lasts),
  };
}

const comes = (text: string, status = 200) => Promise.resolve(new Response(text, { status }));
const fails = () => Promise.reject<Response>(new TypeError('Failed to fetch'));

test('what the network says is given and offered for keeping', async () => {
  const one = answered({ network: comes('fresh'), copy: 'old' });
  expect(await one.text()).toBe('fresh');
  await one.lasts();
  expect(one.kept).toEqual(['fresh']);
  expect(one.told()).toBe(0);
});

test('the copy is given where the network fails or the server cannot', async () => {
  for (const network of [fails(), comes('sorry', 503)]) {
    const one = answered({ network, copy: 'old' });
    expect(await one.text()).toBe('old');
    expect(one.told()).toBe(1);
  }
});

test('without a copy the server’s own failure is given, and without any answer what stands for it', async () => {
  expect(await answered({ network: comes('sorry', 503) }).text()).toBe('sorry');
  expect(await answered({ network: fails() }).text()).toBe('otherwise');
});

test('a network that does not begin is waited for while there is a copy, and without one as long as it takes', async () => {
  let begin = (_: Response) => {};
  const slow = new Promise<Response>((resolve) => (begin = resolve));
  const one = answered({ network: slow, copy: 'old' });
  let given: string | undefined;
  void one.text().then((text) => (given = text));
  await vi.advanceTimersByTimeAsync(patience - 1);
  expect(given).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(given).toBe('old');
  // What comes too late is for the next time.
  begin(new Response('late'));
  await one.lasts();
  expect(one.kept).toEqual(['late']);

  let other: string | undefined;
  void answered({ network: never })
    .text()
    .then((text) => (other = text));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(other).toBeUndefined();
});
