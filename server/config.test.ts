import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error(`${JSON.stringify(env)} was taken`);
}

test('without settings the site is as the README says', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    ownHost: undefined,
    siteName: 'رواق',
    locale: 'ar-LB',
    timeZone: 'Asia/Beirut',
    defaultLanguage: 'ar',
    languages: ['ar', 'en'],
    moderation: 'after',
    logLevel: 'info',
    rateLimits: true,
    seed: true,
  });
  expect(isAbsolute(config.dataDir)).toBe(true);
  expect(config.corsOrigins.size).toBe(0);
  expect(['127.0.0.1', '::1', '10.0.0.1', ''].some(config.isTrustedProxy)).toBe(false);
});

describe('a wrong value is refused by name, with what was read and what is allowed', () => {
  test.each([
    ['PORT', ['-1', '65536', '80a', '3000.5', '0x50', 'http', '٣٠٠٠'], /whole number from 0 to 65535/],
    [
      'PUBLIC_URL',
      [
        'example.org',
        'ftp://example.org',
        'https://example.org/news',
        'https://',
        'https://example.org?x',
        '//example.org',
      ],
      /http or https address without a path/,
    ],
    ['SITE_LOCALE', ['ar', 'xx-LB', 'arabic', 'ar_LB', 'de-DE', '-', 'ar-LB-u-'], /a language with a region/],
    ['SITE_LANGS', ['xx', 'ar,xx', ',', 'ar en', 'AR'], /some of ar, en/],
    ['SITE_TIME_ZONE', ['Beirut', 'Asia/Nowhere', 'GMT+99', '٣'], /an IANA time zone/],
    ['SITE_NAME', ['ر'.repeat(81)], /1 to 80 letters/],
    ['HOST', ['a b', 'http://x', '/'], /a host name or an address/],
    ['MODERATION', ['never', 'After', 'true'], /after, before/],
    [
      'TRUST_PROXY',
      ['all', '10.0.0.0/33', '10.0.0.1/', '10.0.0', '::1/129', '1.2.3.4/8/8', '10.0.0.1 10.0.0.2', '*'],
      /addresses or networks/,
    ],
    [
      'CORS_ORIGINS',
      ['*', 'example.org', 'https://example.org/x', 'https://a.example b', 'null'],
      /origins, as https:\/\/example\.org/,
    ],
    ['LOG_LEVEL', ['loud', 'INFO', '30'], /fatal, error, warn, info, debug, trace, silent/],
    ['SEED', ['yes', 'all'], /demo, none/],
    ['RATE_LIMITS', ['false', '0', 'OFF'], /on, off/],
    ['DATABASE_URL', ['postgres://localhost/riwaq'], /nothing/],
  ])('%s', (name, values, allowed) => {
    for (const value of values) {
      const said = complaint({ [name]: value });
      expect(said).toContain(`${name} is «${value}»; allowed: `);
      expect(said).toMatch(allowed);
      expect(said.split('\n')).toHaveLength(1);
    }
  });

  test('a locale of a language that is not offered', () => {
    expect(complaint({ SITE_LANGS: 'en' })).toBe(
      'SITE_LOCALE is «ar-LB»; allowed: a locale of one of the languages offered (en).',
    );
  });
});

describe('a right value is taken', () => {
  test.each<[Record<string, string>, object]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 65535 ' }, { port: 65_535 }],
    [{ PORT: '' }, { port: 3000 }],
    [{ PORT: '8080' }, { publicUrl: 'http://localhost:8080', ownHost: undefined }],
    [
      { PUBLIC_URL: 'https://News.Example.org/' },
      { publicUrl: 'https://news.example.org', ownHost: 'news.example.org' },
    ],
    [{ PUBLIC_URL: 'https://رواق.example' }, { ownHost: 'xn--mgbt6cwa.example' }],
    [{ PUBLIC_URL: 'http://localhost:81' }, { publicUrl: 'http://localhost:81', ownHost: 'localhost:81' }],
    [{ SITE_LOCALE: 'en-GB' }, { locale: 'en-GB', defaultLanguage: 'en' }],
    [{ SITE_LANGS: 'en, ar' }, { languages: ['ar', 'en'] }],
    [{ SITE_TIME_ZONE: 'UTC' }, { timeZone: 'UTC' }],
    [
      { MODERATION: 'before', SEED: 'none', RATE_LIMITS: 'off', LOG_LEVEL: 'silent' },
      { moderation: 'before', seed: false, rateLimits: false, logLevel: 'silent' },
    ],
    [
      { CORS_ORIGINS: 'https://a.example, http://b.example:81' },
      { corsOrigins: new Set(['https://a.example', 'http://b.example:81']) },
    ],
  ])('%j', (env, expected) => expect(readConfig(env)).toMatchObject(expected));

  test('a list of proxies, by address and by network', () => {
    const { isTrustedProxy } = readConfig({ TRUST_PROXY: '10.1.0.0/16, 192.0.2.7, 2001:db8::/32' });
    expect(['10.1.2.3', '192.0.2.7', '2001:db8::9'].map(isTrustedProxy)).toEqual([true, true, true]);
    expect(['10.2.0.1', '192.0.2.8', '2001:db9::9', 'x'].map(isTrustedProxy)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

test.each([
  ['postgres://riwaq:secret@localhost/riwaq', 'postgres://…@localhost/riwaq'],
  ['postgres://user:pa:ss@word@host/db', 'postgres://…@host/db'],
  ['postgres://user:sec/ret//@host/db', 'postgres://…@host/db'],
  ['postgres://secret@host/db', 'postgres://…@host/db'],
  ['user:secret@host', '…@host'],
  ['https://a@example.org', 'https://…@example.org'],
  ['postgres://host/db?user=a&password=secret&ssl=on', 'postgres://host/db?user=a&password=…&ssl=on'],
])('of %s no password is printed', (value, shown) => {
  for (const name of ['DATABASE_URL', 'PUBLIC_URL'])
    expect(complaint({ [name]: value })).toContain(`${name} is «${shown}»`);
});
