import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Block, type Run } from '#contract/article';
import { importSource } from './import-source.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('any soup of markup', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '> ',
      '- ',
      '1. ',
      '```',
      '```verse\n',
      '`',
      '**',
      '*',
      '_',
      '~~',
      '[',
      '](',
      ')',
      '![',
      '[^1]',
      '[^1]: ',
      '|',
      '|---|',
      '---\n',
      '\n',
      '\n\n',
      '  \n',
      '    ',
    ],
    ...[
      '<p>',
      '</p>',
      '<div>',
      '<b>',
      '</b>',
      '<i>',
      '<a href="',
      'javascript:x',
      'https://a.org',
      '/ar/',
      '//b.org',
      'data:x',
      '">',
      '</a>',
      '<img src="',
      'a.png',
      '" alt="',
      '<script>',
      '</script>',
      '<style>',
    ],
    ...[
      '<table>',
      '<tr>',
      '<td>',
      '<th>',
      '</table>',
      '<ul>',
      '<li>',
      '</ul>',
      '<blockquote>',
      '<footer>',
      '<h1>',
      '</h1>',
      '<h5>',
      '<pre>',
      '<code class="language-verse">',
      '<iframe src="',
      '<svg>',
      '<math>',
      '<template>',
      '<br>',
      '<hr>',
      '<q>',
      '<bdi dir=rtl>',
      '<span lang=en>',
      '<!--',
      '-->',
    ],
    ...[
      'كلمة',
      ' word ',
      '&lt;',
      '&#x202e;',
      '&#0;',
      '\u202e',
      '\u2066',
      '\u2069',
      'e\u0301',
      ' ... ',
      '\t',
      '— فلان',
      '(رويترز)',
      'إضافة تعليق جديد',
      'title: ',
      '&amp;',
      '<',
      '>',
      '"',
      '\\',
    ],
  );
  const soup = fc.array(piece, { maxLength: 50 }).map((parts) => parts.join(''));
  const allowed = /^(?:https?:\/\/|mailto:|\/(?!\/))/;

  const runsIn = (block: Block): Run[] => {
    switch (block.type) {
      case 'list':
        return block.items.flat().flatMap(runsIn);
      case 'table':
        return [block.head, ...block.rows].flat(2);
      case 'verse':
        return block.lines.flat(2);
      case 'paragraph':
      case 'heading':
      case 'quote':
        return block.children;
      default:
        return [];
    }
  };

  test.each(['a.md', 'a.html', undefined])(
    '%s: an answer; blocks alone; addresses of three kinds; no control',
    async (name) => {
      const bytes = fc.oneof(
        { weight: 5, arbitrary: soup.map((text) => utf8(`# ع\n\n${text}`)) },
        { weight: 2, arbitrary: soup.map((text) => utf8(`---\ntitle: ع\n---\n${text}`)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      );
      await fc.assert(
        fc.asyncProperty(bytes, async (input) => {
          const imported = await importSource({ name, bytes: input, now: 7 });
          expect(await importSource({ name, bytes: input, now: 7 })).toEqual(imported);
          if (!imported.ok) {
            expect(imported.why).not.toBe('');
            return;
          }
          const { body, title } = imported.draft;
          expect(v.is(v.array(Block), body)).toBe(true);
          expect(body.length).toBeGreaterThan(0);
          const runs = body.flatMap(runsIn);
          for (const { href } of runs) if (href !== undefined) expect(href).toMatch(allowed);
          for (const block of body) if (block.type === 'embed') expect(block.href).toMatch(/^https?:\/\//);
          for (const text of [title, ...runs.map((run) => run.text)]) {
            expect(text).toBe(text.normalize('NFC'));
            expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u);
            expect(text).not.toBe('');
          }
        }),
        { numRuns: 1_500 },
      );
    },
    120_000,
  );
});
