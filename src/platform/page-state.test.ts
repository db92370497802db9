import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readPageState, stateElement, type PageState } from './page-state.ts';

const element = /^<script type="application\/json" id="state">(?<json>.*?)<\/script/is;

/** What a browser finds inside the element: it ends at the first `</script`, whatever stands there. */
const contentOf = (html: string): string => element.exec(html)?.groups?.['json'] ?? '';

/** Puts `text` where the page keeps its state; undefined: the page has none. */
function documentWith(text: string | undefined): void {
  vi.stubGlobal('document', {
    getElementById: (id: string) => (id === 'state' && text !== undefined ? { textContent: text } : null),
  });
}

const stateWith = (text: string): PageState => ({
  path: `/ar/articles/${text}`,
  today: '2026-11-23',
  queries: [[['comments', 'list', text], { items: [{ text }] }]],
  form: {
    slug: text,
    name: text,
    text,
    problem: { type: '', title: text, status: 422, code: 'validation_failed' },
  },
});

afterEach(() => vi.unstubAllGlobals());

describe('stateElement', () => {
  test.each([
    '</script><script>alert(1)</script>',
    '</ScRiPt >',
    '<!--<script>',
    '-->',
    '\\u003c/script>',
    '\u2028\u2029',
    '\ud83d',
    '"\'`&lt;',
    '\u202eنص\u202c',
  ])('a text holding %j can neither end nor change the element', (text) => {
    const html = stateElement(stateWith(text));
    const content = contentOf(html);
    expect(html).toBe(`<script type="application/json" id="state">${content}</script>`);
    expect(content).not.toContain('<');
    expect(JSON.parse(content)).toEqual(stateWith(text));
  });

  test('any text comes back as it went', { timeout: 30_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('<', '/', 'script', '>', '!--', '\\', 'u003c') }),
    );
    fc.assert(
      fc.property(text, (of) => {
        documentWith(contentOf(stateElement(stateWith(of))));
        expect(readPageState()).toEqual(stateWith(of));
      }),
      { numRuns: 500 },
    );
  });
});

describe('readPageState', () => {
  test.each([
    ['no element', undefined],
    ['an empty one', ''],
    ['null', 'null'],
    ['a word', '"state"'],
    ['no path', '{"queries":[]}'],
    ['no list of queries', '{"path":"/","queries":{}}'],
  ])('%s: the page was not rendered by the server', (_, text) => {
    documentWith(text);
    expect(readPageState()).toBeUndefined();
  });
});
