import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** A device's storage that two tabs share, in a page that has no Web Locks. */
const items = new Map<string, string>();
const localStorage = {
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
  removeItem: (key: string) => void items.delete(key),
};

/** A tab: its own copy of the code, and with it its own name. */
async function tab() {
  vi.resetModules();
  return (await import('./sender-lock.ts')).alone;
}

beforeEach(() => {
  items.clear();
  vi.useFakeTimers({ now: Date.parse('2026-11-27T12:00:00Z') });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', localStorage);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('without Web Locks one of two tabs works at a time, and the next once it has ended', async () => {
  const [first, second] = [await tab(), await tab()];
  let open = 0;
  const work = async () => {
    open += 1;
    expect(open).toBe(1);
    await new Promise((done) => setTimeout(done, 1_000));
    open -= 1;
  };
  const ran = Promise.all([first('k', work), second('k', work)]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await ran).filter(Boolean)).toHaveLength(1);
  const after = second('k', work);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await after).toBe(true);
  expect(items.size).toBe(0);
});

test('a lease whose tab is gone ends by itself, and one of a clock that was set back is none', async () => {
  const alone = await tab();
  const work = vi.fn(() => Promise.resolve());
  items.set('riwaq.lease.k', `gone ${Date.now() + 60_000}`);
  expect(await alone('k', work)).toBe(false);
  await vi.advanceTimersByTimeAsync(61_000);
  const ran = alone('k', work);
  await vi.advanceTimersByTimeAsync(100);
  expect(await ran).toBe(true);
  items.set('riwaq.lease.k', `gone ${Date.now() + 24 * 60 * 60 * 1000}`);
  const again = alone('k', work);
  await vi.advanceTimersByTimeAsync(100);
  expect(await again).toBe(true);
  expect(work).toHaveBeenCalledTimes(2);
});

test('where storage is denied too, the work is done', async () => {
  vi.stubGlobal('localStorage', undefined);
  const work = vi.fn(() => Promise.resolve());
  expect(await (await tab())('k', work)).toBe(true);
  expect(work).toHaveBeenCalledOnce();
});
