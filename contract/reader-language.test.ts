import { describe, expect, test } from 'vitest';
import { languageCodes } from './languages.ts';
import { preferredOf } from './reader-language.ts';

describe('preferredOf', () => {
  test.each([
    [['ar'], 'ar'],
    [['ar-LB', 'en'], 'ar'],
    [['fa-AF'], 'fa'],
    [['fa-Arab-AF'], 'fa'],
    [['prs-AF'], 'fa'],
    [['pes'], 'fa'],
    [['arb'], 'ar'],
    [['iw'], 'he'],
    [['iw-IL'], 'he'],
    [['HE-il'], 'he'],
    [['ur-IN'], 'ur'],
    [['tr-CY'], 'tr'],
    [['fr-CA', 'fr', 'en'], 'fr'],
    [['de-DE', 'en-US'], 'en'],
    [[undefined, 'tr'], 'tr'],
    [['xx', '*', '', 'ur'], 'ur'],
    [['arabic', 'en'], 'en'],
    // The letters of a neighbour make no neighbour's language.
    [['az-Arab', 'ckb', 'ps'], undefined],
    [['toString', '__proto__'], undefined],
    [[], undefined],
  ] as const)('%j: %s', (tags, code) => {
    expect(preferredOf(tags, languageCodes)).toBe(code);
  });

  test('a language that is not offered is passed over', () => {
    expect(preferredOf(['fr', 'en-GB'], ['ar', 'en'])).toBe('en');
    expect(preferredOf(['fr'], ['ar', 'en'])).toBeUndefined();
  });
});
