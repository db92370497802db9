import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { languageCodes, type LanguageCode } from '#contract/languages';
import { createLanguageOf } from './reader-language.ts';

async function languageFor(
  { accepts, cookie }: { accepts?: string | undefined; cookie?: string | undefined },
  languages: readonly LanguageCode[] = languageCodes,
): Promise<string> {
  const languageOf = createLanguageOf({ languages: [...languages], defaultLanguage: 'ar' });
  const app = new Hono().get('/', (c) => c.text(languageOf(c)));
  const headers = new Headers();
  if (accepts !== undefined) headers.set('accept-language', accepts);
  if (cookie !== undefined) headers.set('cookie', cookie);
  return (await app.request('/', { headers })).text();
}

test.each([
  [undefined, 'ar'],
  ['', 'ar'],
  ['*', 'ar'],
  ['en-US,en;q=0.9', 'en'],
  ['fa-AF', 'fa'],
  ['iw', 'he'],
  ['iw-IL;q=0.8, ur;q=0.7', 'he'],
  ['de, fr;q=0.5, tr;q=0.9', 'tr'],
  // Of equal weight, the one named first.
  ['tr;q=0.5,fr;q=0.5', 'tr'],
  ['fr ; q = 0.4 , ur ;Q=0.6', 'ur'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['fr;q=0', 'ar'],
  ['fr;q=much, he', 'he'],
  ['FR', 'fr'],
  [`${'de,'.repeat(500)}tr`, 'tr'],
] as const)('%j: %s', async (accepts, code) => {
  expect(await languageFor({ accepts })).toBe(code);
});

test.each([
  ['lang=ur', 'en', 'ur'],
  ['a=b; lang=tr', 'en', 'tr'],
  ['lang=xx', 'fr', 'fr'],
  ['lang=', 'fr', 'fr'],
  ['lang=%00', undefined, 'ar'],
] as const)('chosen «%s», accepted %s: %s', async (cookie, accepts, code) => {
  expect(await languageFor({ cookie, accepts })).toBe(code);
});

test('a language the site does not offer is passed over, chosen or accepted', async () => {
  expect(await languageFor({ cookie: 'lang=fr', accepts: 'tr, en;q=0.5' }, ['ar', 'en'])).toBe('en');
});
