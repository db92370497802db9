import { afterEach, describe, expect, test, vi } from 'vitest';
import { copyAt, dropCopy, keepCopy, keptTime, timeOf, withText } from './copies.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('where the device keeps nothing', () => {
  const denied = () => Promise.reject(new DOMException('', 'SecurityError'));
  const full = () =>
    Promise.resolve({
      delete: async () => false,
      put: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
      keys: async () => [],
    });

  test.each([
    ['denied', denied],
    ['full', full],
  ])('%s: nothing is thrown, nothing is found', async (_, open) => {
    vi.stubGlobal('caches', { open, match: denied });
    await expect(keepCopy('store', '/ar/', new Response('page'))).resolves.toBeUndefined();
    await expect(dropCopy('store', '/ar/')).resolves.toBeUndefined();
    await expect(copyAt('/ar/', 'store')).resolves.toBeUndefined();
  });
});

test('a copy is put at the end, and what is then too much goes', async () => {
  const held = ['/ar/articles/a', '/ar/articles/b', '/ar/articles/c'];
  vi.stubGlobal('caches', {
    open: async () => ({
      delete: async (key: string) => held.splice(held.indexOf(key), held.includes(key) ? 1 : 0),
      put: async (key: string) => void held.push(key),
      keys: async () => held.map((path) => new Request(`https://news.example${path}`)),
    }),
  });
  await keepCopy('store', '/ar/articles/a', new Response('page'), (keys) => keys.slice(0, -2));
  expect(held).toEqual(['/ar/articles/c', '/ar/articles/a']);
});

test('a copy has the headers of its answer but those of its bytes, and says when it was made', async () => {
  const answer = new Response('page', {
    headers: {
      'content-security-policy': "default-src 'none'",
      'content-encoding': 'br',
      'content-length': '9',
      date: 'Fri, 27 Nov 2026 10:00:00 GMT',
    },
  });
  const copy = withText(answer, 'other', 503, timeOf(answer));
  expect(copy.status).toBe(503);
  expect(await copy.text()).toBe('other');
  expect(keptTime(copy)).toBe('2026-11-27T10:00:00.000Z');
  expect(copy.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(copy.headers.has('content-encoding') || copy.headers.has('content-length')).toBe(false);
});
