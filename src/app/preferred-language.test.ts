import { afterEach, expect, test, vi } from 'vitest';
import { languages, type LanguageCode } from '#contract/languages';
import { preferredLanguage } from './preferred-language.ts';

const site = (...codes: LanguageCode[]) => ({
  defaultLanguage: 'ar' as const,
  languages: codes.map((code) => ({ code, name: languages[code].name, dir: languages[code].dir })),
});
const all = site('ar', 'en', 'fr', 'fa', 'ur', 'he', 'tr');

afterEach(() => vi.unstubAllGlobals());

// Where a static host has no server to ask, the browser itself says what the server hears.
test.each([
  ['', ['fa-AF', 'en'], all, 'fa'],
  ['', ['iw'], all, 'he'],
  ['', ['de-DE', 'tr'], all, 'tr'],
  ['', ['de-DE'], all, 'ar'],
  ['', [], all, 'ar'],
  ['lang=ur', ['en-US'], all, 'ur'],
  ['theme=x; lang=fr', ['en-US'], all, 'fr'],
  ['xlang=fr', ['en-US'], all, 'en'],
  ['lang=xx', ['en-US'], all, 'en'],
  ['lang=', ['en-US'], all, 'en'],
  ['lang=fr', ['tr', 'en-US'], site('ar', 'en'), 'en'],
] as const)('«%s» %j', (cookie, wanted, offering, code) => {
  vi.stubGlobal('document', { cookie });
  vi.stubGlobal('navigator', { languages: wanted });
  expect(preferredLanguage(offering)).toBe(code);
});

test('where there is no reader yet, the site’s own', () => {
  expect(preferredLanguage(all)).toBe('ar');
});
