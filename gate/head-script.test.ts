import { expect, test } from 'vitest';
import { read } from './tree.ts';

const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(read('index.html')) ?? [];
const choices = read('src/features/reader-settings/reading-choices.ts');

test('the script that runs before the first paint is small, and reads what is kept', () => {
  const [, key = ''] = /'(riwaq\.\w+)'/.exec(read('src/features/reader-settings/choices-key.ts')) ?? [];
  expect(script.length).toBeLessThan(500);
  expect(script).toContain(`'${key}'`);
});

test.each(['theme', 'size', 'spacing', 'face'])(
  'of %s it takes every value that changes the page, and no other',
  (name) => {
    const [, values = ''] = new RegExp(`${name}: \\[([^\\]]+)\\]`).exec(choices) ?? [];
    const [, unchosen = ''] = new RegExp(`${name}: '(\\w+)'`).exec(choices) ?? [];
    const [, source = ''] = new RegExp(`${name}: /([^/]+)/`).exec(script) ?? [];
    const all = values.match(/\w+/g) ?? [];
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter((value) => new RegExp(source).test(value))).toEqual(
      all.filter((value) => value !== unchosen),
    );
    expect(['', 'undefined', 'pink', '33'].filter((value) => new RegExp(source).test(value))).toEqual([]);
  },
);
