import { afterEach, describe, expect, test, vi } from 'vitest';
import { CodeError } from '#platform/code.ts';
import { isReplaced, missingFile, reloadOnce } from './replaced-build.ts';

const file = 'https://news.example/assets/front-page-1a.js';
const failed = (message: string) => new CodeError('', { cause: new TypeError(message) });
const error = failed(`Failed to fetch dynamically imported module: ${file}`);

afterEach(() => void vi.unstubAllGlobals());

describe('the file that did not come', () => {
  test.each([
    `Failed to fetch dynamically imported module: ${file}`,
    `error loading dynamically imported module: ${file}`,
    `Unable to load "${file}"`,
  ])('%s', (message) => {
    expect(missingFile(failed(message))).toBe(file);
  });

  test('where the browser does not say, any of the same build', () => {
    expect(missingFile(failed('Importing a module script failed.'))).toContain('replaced-build');
  });
});

describe('a build is replaced', () => {
  const answers = (answer: Partial<Response> | Error) =>
    vi.stubGlobal('fetch', () =>
      answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ redirected: false, ...answer }),
    );

  test.each([
    ['where the site says that the file is no more', { status: 404 }, true],
    ['not where it is there', { status: 200 }, false],
    ['not where the server cannot', { status: 503 }, false],
    ['not where a portal leads elsewhere', { status: 404, redirected: true }, false],
    ['not where no answer comes', new TypeError('Failed to fetch'), false],
  ])('%s', async (_, answer, is) => {
    answers(answer);
    expect(await isReplaced(error)).toBe(is);
  });
});

describe('the document is fetched anew', () => {
  function place(storage: Partial<Storage>) {
    const reload = vi.fn<() => void>();
    vi.stubGlobal('location', { reload });
    vi.stubGlobal('sessionStorage', storage);
    return reload;
  }
  const working = (kept: Record<string, string> = {}) => ({
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  });

  test('once for each file that is gone', () => {
    const reload = place(working());
    expect(reloadOnce(error)).toBe(true);
    expect(reloadOnce(error)).toBe(false);
    expect(reloadOnce(failed(file.replace('front', 'article')))).toBe(true);
    expect(reloadOnce(error)).toBe(false);
    expect(reload).toHaveBeenCalledTimes(2);
  });

  test('not where nothing can be remembered: it could never end', () => {
    const reload = place({
      getItem: () => null,
      setItem: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    expect(reloadOnce(error)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });
});
