import { describe, expect, it } from 'vitest';
import { tallyPlaywright, tallyVitest } from './tally.ts';

const vitest = (total: number, passed: number, success = true) =>
  JSON.stringify({ numTotalTests: total, numPassedTests: passed, success });
const playwright = (expected: number, stats: object = {}, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('the tally', () => {
  it.each([
    ['every test passed', vitest(3, 3), true, 3, 0],
    ['one test failed', vitest(3, 2, false), false, 2, 1],
    ['one test was left out', vitest(3, 2), true, 2, 1],
    ['a file did not load', vitest(3, 3, false), false, 3, 1],
    ['an error came between tests', vitest(3, 3), false, 3, 1],
    ['no test ran', vitest(0, 0), true, 0, 1],
    ['no report came', '', false, 0, 1],
  ])('of Vitest when %s', (_, json, ok, passed, failed) => {
    expect(tallyVitest(json, ok)).toEqual({ passed, failed });
  });

  it.each([
    ['every test passed', playwright(3), true, 3, 0],
    [
      'one failed, one passed at a second try, one was left out',
      playwright(1, { unexpected: 1, flaky: 1, skipped: 1 }),
      false,
      1,
      3,
    ],
    ['a file did not load', playwright(3, {}, [{ message: 'SyntaxError' }]), false, 3, 1],
    ['no test ran', playwright(0), true, 0, 1],
    ['no report came', 'not JSON', true, 0, 1],
  ])('of Playwright when %s', (_, json, ok, passed, failed) => {
    expect(tallyPlaywright(json, ok)).toEqual({ passed, failed });
  });
});
