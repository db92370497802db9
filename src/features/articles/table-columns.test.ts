import { expect, test } from 'vitest';
import { columnsOf } from './table-columns.ts';

const table = (...rows: string[][]) => rows.map((row) => row.map((text) => [{ text }]));
const head = ['أ', 'ب', 'ج', 'د'];

test.each([
  ['digits of any family, with separators, signs and units without letters', [['1,200', '٣٫٥', '-۴٪', '$9']]],
  [
    'a dash or nothing where a number is missing',
    [
      ['1', '2', '3', '4'],
      ['—', '', '–'],
    ],
  ],
])('%s are numbers', (_, rows) => {
  expect(columnsOf(table(head, ...rows))).toEqual(['number', 'number', 'number', 'number']);
});

test('one word among the numbers makes words of them; dashes alone, and empty cells, are no numbers', () => {
  expect(columnsOf(table(head, ['1', '—', ''], ['لا شيء', '—', '']))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a text of more than 12 letters makes its column a long one, also out of several runs', () => {
  const half = { text: 'م'.repeat(6) };
  expect(
    columnsOf([
      ...table(['أ', 'ب']),
      [
        [half, half],
        [half, half, { text: 'م' }],
      ],
    ]),
  ).toEqual([undefined, 'long']);
});

test('the heading row says how many there are', () => {
  expect(columnsOf(table(['أ', 'ب'], ['1'], ['2', '3', '4']))).toEqual(['number', 'number']);
  expect(columnsOf([])).toEqual([]);
});
