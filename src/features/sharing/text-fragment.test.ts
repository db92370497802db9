import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#contract/article';
import { wordBounds } from '#contract/text/word-bounds';
import { inWholeWords, partsOf, wordsOf, type Part, type Passage } from './article-parts.ts';
import { textFragment } from './text-fragment.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const partsFrom = (...body: Block[]) => partsOf({ title: 'عنوان', summary: undefined, body });

/** From where `words` first stand to the end of `until` after them. */
function passageOf(parts: readonly Part[], words: string, until = words): Passage {
  const part = parts.findIndex(({ text }) => text.includes(words));
  const last = parts.findIndex(({ text }, index) => index >= part && text.includes(until));
  return {
    start: { part, offset: parts[part]?.text.indexOf(words) ?? 0 },
    end: { part: last, offset: (parts[last]?.text.indexOf(until) ?? 0) + until.length },
  };
}

/** The terms of a directive, as the specification parses them. */
function termsOf(fragment: string) {
  const terms = fragment.split(':~:text=')[1]?.split(',') ?? [];
  const prefix = terms[0]?.endsWith('-') ? terms.shift()?.slice(0, -1) : undefined;
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()?.slice(1) : undefined;
  const read = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  return { prefix: read(prefix), start: read(terms[0]) ?? '', end: read(terms[1]), suffix: read(suffix) };
}

/** What the specification's own steps find first on a page of these pieces; letters exactly as they are. */
function found(pieces: readonly string[], { prefix, start, end, suffix }: ReturnType<typeof termsOf>) {
  const isWhole = (piece: string, from: number, to: number) => {
    const bounds = wordBounds(piece);
    return !bounds.some(
      (word) => (word.start < from && from < word.end) || (word.start < to && to < word.end),
    );
  };
  const places = (term: string) =>
    pieces.flatMap((piece, index) => {
      const all: { piece: number; from: number; to: number }[] = [];
      for (let from = piece.indexOf(term); from !== -1; from = piece.indexOf(term, from + 1))
        if (isWhole(piece, from, from + term.length))
          all.push({ piece: index, from, to: from + term.length });
      return all;
    });
  const textBefore = (piece: number, to: number) =>
    `${pieces.slice(0, piece).join('\n')}\n${pieces[piece]?.slice(0, to) ?? ''}`.trimEnd();
  const textAfter = (piece: number, from: number) =>
    `${pieces[piece]?.slice(from) ?? ''}\n${pieces.slice(piece + 1).join('\n')}`.trimStart();
  for (const first of places(start)) {
    if (prefix !== undefined && !textBefore(first.piece, first.from).endsWith(prefix)) continue;
    const lasts =
      end === undefined
        ? [first]
        : places(end).filter(
            ({ piece, from }) => piece > first.piece || (piece === first.piece && from >= first.to),
          );
    const last = lasts.find(
      ({ piece, to }) => suffix === undefined || textAfter(piece, to).startsWith(suffix),
    );
    if (last !== undefined)
      return { piece: first.piece, from: first.from, lastPiece: last.piece, to: last.to };
  }
  return undefined;
}

describe('the form of the fragment', () => {
  const vowelled = partsFrom(
    paragraph('قَالَ: «الخَطُّ لِسَانُ اليَدِ»، ثُمَّ سَكَتَ.'),
    paragraph('Back-end, R&D (and) more'),
  );

  test('a short passage stands whole, with its marks, after the id of its block', () => {
    const fragment = textFragment(vowelled, passageOf(vowelled, 'الخَطُّ لِسَانُ اليَدِ'));
    expect(fragment).toBe(`#${vowelled[2]?.anchor}:~:text=${encodeURIComponent('الخَطُّ لِسَانُ اليَدِ')}`);
  });

  test('the signs of the directive are encoded, and those at which a chat would end an address', () => {
    const fragment = textFragment(vowelled, passageOf(vowelled, 'Back-end, R&D (and) more'));
    expect(fragment.split('text=')[1]).toBe('Back%2Dend%2C%20R%26D%20%28and%29%20more');
  });

  test('a passage cut within words is widened to them', () => {
    const fragment = textFragment(vowelled, passageOf(vowelled, 'ck-end, R&D (an'));
    expect(termsOf(fragment).start).toBe('Back-end, R&D (and');
  });

  test('a long passage, and one over several blocks, is said by its ends', () => {
    const parts = partsFrom(
      paragraph('one two three four five six seven eight nine ten eleven twelve thirteen'),
      paragraph('alpha beta gamma delta'),
    );
    expect(termsOf(textFragment(parts, passageOf(parts, 'one', 'thirteen')))).toMatchObject({
      start: 'one two three',
      end: 'eleven twelve thirteen',
    });
    expect(termsOf(textFragment(parts, passageOf(parts, 'thirteen', 'beta')))).toMatchObject({
      start: 'thirteen',
      end: 'alpha beta',
    });
  });

  test('words around it only where the passage occurs twice', () => {
    const parts = partsFrom(paragraph('the red door and the blue door'), paragraph('a door again'));
    const second = { start: { part: 2, offset: 26 }, end: { part: 2, offset: 30 } };
    expect(termsOf(textFragment(parts, second))).toEqual({
      prefix: 'blue',
      start: 'door',
      end: undefined,
      suffix: undefined,
    });
    // The first too: a word put in before it later would else take its place.
    expect(termsOf(textFragment(parts, passageOf(parts, 'door')))).toMatchObject({ prefix: 'red' });
    expect(textFragment(parts, passageOf(parts, 'again'))).toBe(`#${parts[3]?.anchor}:~:text=again`);
  });

  test('words with other marks are the same words to some engines: they too are told apart', () => {
    const parts = partsFrom(paragraph('عِلمٌ نافع'), paragraph('عَلَمٌ مرفوع'));
    expect(termsOf(textFragment(parts, passageOf(parts, 'عَلَمٌ')))).toMatchObject({ prefix: 'نافع' });
  });

  test.each([0, 1, 2])(
    'a long sentence said three times over: by what stands around them all (%i)',
    (nth) => {
      const sentence = 'كان الباب مفتوحا على السوق القديم في المدينة التي لا تنام حتى يطلع الفجر على أهلها.';
      const parts = partsFrom(paragraph(`أولا ${sentence} ${sentence} ${sentence} أخيرا`), paragraph('بعد'));
      const offset = 5 + nth * (sentence.length + 1);
      const end = { part: 2, offset: offset + sentence.length };
      expect(textFragment(parts, { start: { part: 2, offset }, end })).toContain(':~:');
    },
  );

  test('what stands on the page before the article is not taken for it', () => {
    const parts = partsFrom(paragraph('في الثقافة والعلوم'));
    const passage = passageOf(parts, 'الثقافة');
    expect(termsOf(textFragment(parts, passage)).prefix).toBeUndefined();
    expect(termsOf(textFragment(parts, passage, ['رواق', 'الثقافة'])).prefix).toBe('في');
  });

  test('what cannot be told from its like, or has no words, is left to the block', () => {
    const thrice = partsFrom(paragraph('same words'), paragraph('same words'), paragraph('same words'));
    const third = { start: { part: 4, offset: 0 }, end: { part: 4, offset: 10 } };
    expect(textFragment(thrice, third)).toBe(`#${thrice[4]?.anchor}`);
    const signs = partsFrom(paragraph('* * *'));
    expect(textFragment(signs, passageOf(signs, '* *'))).toBe(`#${signs[2]?.anchor}`);
  });

  test('no words are taken from beyond a block of signs alone', () => {
    const parts = partsFrom(paragraph('باب'), paragraph('—'), paragraph('باب'));
    const last = { start: { part: 4, offset: 0 }, end: { part: 4, offset: 3 } };
    expect(textFragment(parts, last)).toBe(`#${parts[4]?.anchor}`);
  });

  test('the title has no id of its own', () => {
    const parts = partsFrom(paragraph('نصّ'));
    expect(textFragment(parts, passageOf(parts, 'عنوان'))).toBe(`#:~:text=${encodeURIComponent('عنوان')}`);
  });

  test('no term reaches from one line of verse into the next, nor from one item of a list', () => {
    const line = (text: string) => [{ text }];
    const parts = partsFrom(
      { type: 'verse', lines: [[line('قفا نبك'), line('من ذكرى')], [line('حبيب ومنزل')]] },
      { type: 'list', ordered: false, items: [[paragraph('first item')], [paragraph('second')]] },
    );
    expect(termsOf(textFragment(parts, passageOf(parts, 'نبك', 'حبيب')))).toMatchObject({
      start: 'نبك',
      end: 'حبيب',
    });
    expect(termsOf(textFragment(parts, passageOf(parts, 'item', 'second')))).toMatchObject({
      start: 'item',
      end: 'second',
    });
  });
});

test(
  'for any article and range the directive leads to the words selected, or the block alone does',
  { timeout: 60_000 },
  () => {
    const word = fc.constantFrom(
      'باب',
      'بَاب',
      'السوق',
      'لا',
      'يُغلق',
      'a-b',
      'R&D',
      'one',
      'One,',
      '«قال»',
      '٣',
      '—',
    );
    const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
    const articles = fc.array(text, { minLength: 1, maxLength: 4 });
    let told = 0;
    fc.assert(
      fc.property(articles, fc.nat(), fc.nat(), (texts, from, to) => {
        const parts = partsFrom(...texts.map(paragraph));
        const whole = parts.flatMap((part, index) =>
          Array.from({ length: part.text.length + 1 }, (_, offset) => ({ part: index, offset })),
        );
        const [low, high] = [from % whole.length, to % whole.length].sort((one, other) => one - other);
        const [start, end] = [whole[low ?? 0], whole[high ?? 0]];
        if (start === undefined || end === undefined) return;
        const fragment = textFragment(parts, { start, end });
        if (!fragment.includes(':~:')) return;
        told += 1;
        const pieces = parts.map((part) => part.text);
        const place = found(pieces, termsOf(fragment));
        expect(place).toBeDefined();
        if (place === undefined) return;
        // The words found are those that the range touches.
        const touched = pieces.flatMap((piece, part) =>
          wordBounds(piece)
            .filter(
              (bounds) =>
                (part > start.part || (part === start.part && bounds.end > start.offset)) &&
                (part < end.part || (part === end.part && bounds.start < end.offset)),
            )
            .map((bounds) => ({ part, ...bounds })),
        );
        expect(place).toEqual({
          piece: touched[0]?.part,
          from: touched[0]?.start,
          lastPiece: touched.at(-1)?.part,
          to: touched.at(-1)?.end,
        });
      }),
      { numRuns: 2_000 },
    );
    expect(told).toBeGreaterThan(800);
  },
);

test('the words of a passage over several blocks stand on lines of their own', () => {
  const parts = partsFrom(paragraph('one two '), { type: 'separator' }, paragraph('three four'));
  expect(wordsOf(parts, passageOf(parts, 'two', 'three'))).toBe('two\nthree');
});

test('a passage cut in its words is quoted in whole ones, and never from a mark on', () => {
  const parts = partsFrom(paragraph('في عمّان الحديثة ثم تسلّلت إليها'), paragraph('قَالَ نَعَم'));
  const cut = passageOf(parts, 'مّان الحديثة ثم تسل');
  expect(wordsOf(parts, inWholeWords(parts, cut))).toBe('عمّان الحديثة ثم تسلّلت');
  // What ends at a word's end takes no more.
  expect(wordsOf(parts, inWholeWords(parts, passageOf(parts, 'عمّان ')))).toBe('عمّان');
  expect(wordsOf(parts, inWholeWords(parts, passageOf(parts, 'ها', 'قَا')))).toBe('إليها\nقَالَ');
  expect(wordsOf(parts, passageOf(parts, '\u0651ان'))).toBe('ان');
});

test('the halves of a line of verse stand as in running text, a table’s cells apart', () => {
  const cell = (text: string) => [{ text }];
  const parts = partsFrom(
    { type: 'verse', lines: [[cell('قفا نبك'), cell('من ذكرى')], [cell('حبيب')]] },
    { type: 'table', head: [cell('a'), cell('b')], rows: [] },
  );
  expect(wordsOf(parts, passageOf(parts, 'قفا', 'b'))).toBe('قفا نبك … من ذكرى\nحبيب\na b');
  // One half alone has no sign of the other.
  expect(wordsOf(parts, passageOf(parts, 'قفا نبك'))).toBe('قفا نبك');
});
