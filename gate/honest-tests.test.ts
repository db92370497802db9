import { describe, expect, it } from 'vitest';
import { dodgesIn } from './honest-tests.ts';
import { filesOf, read } from './tree.ts';

const self = 'gate/honest-tests.test.ts';

describe('tests', () => {
  it('all run, each once', () => {
    const paths = filesOf(
      '{contract,src,server,bench,gate}/**/*.test.{ts,tsx}',
      'e2e/**/*.ts',
      '{.,gate}/*.config.ts',
      'package.json',
    ).filter((path) => path !== self);
    expect(paths.flatMap((path) => dodgesIn(path, read(path)))).toEqual([]);
    expect(paths.length).toBeGreaterThan(1);
  });
});

describe('the guard of the tests', () => {
  it.each([
    `it.only('reads', () => {})`,
    `test.describe.skip('desk', () => {})`,
    `test.fixme();`,
    `describe.skipIf(process.platform === 'win32')('x', () => {})`,
    `it.concurrent.todo('later')`,
    `test.fail('known', async () => {})`,
    `xit('reads', () => {})`,
    `testInfo.skip()`,
    `it('reads', ({ skip }) => skip())`,
    `it('reads', { only: true }, () => {})`,
    `retries: 2,`,
    `retry: process.env['CI'] ? 1 : 0,`,
    `"e2e": "playwright test --retries=3"`,
    `passWithNoTests: true`,
  ])('refuses %s', (line) => {
    expect(dodgesIn('a.test.ts', line)).not.toEqual([]);
  });

  it.each([
    `it('skips marks', () => {})`,
    `retries: 0,`,
    `retry: false`,
    `expect.fail('never')`,
    `words.only()`,
  ])('takes %s', (line) => {
    expect(dodgesIn('a.test.ts', line)).toEqual([]);
  });
});
