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
    languages: ['ar', 'en', 'fr', 'fa', 'ur', 'he', 'tr'],
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
    ['SITE_LANGS', ['xx', 'ar,xx', ',', 'ar en', 'AR'], /some of ar, en, fr, fa, ur, he, tr/],
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
    [
      'DATABASE_URL',
      [
        'mysql://localhost/riwaq',
        'localhost/riwaq',
        'riwaq',
        '/var/run/postgresql',
        'postgres:',
        'postgres://localhost',
        'postgres://localhost/',
        'postgres://localhost:port/riwaq',
        'postgres://[::1/riwaq',
      ],
      /postgres:\/\/user:password@host:5432\/database\./,
    ],
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

  test.each([
    ['', undefined],
    ['  ', undefined],
    ['postgres://localhost/riwaq'],
    ['postgresql://riwaq:secret@db.example:5433/riwaq'],
    ['postgres://riwaq:s%40cret@[::1]/riwaq?sslmode=require'],
    ['postgres://riwaq@%2Fvar%2Frun%2Fpostgresql/riwaq'],
    ['postgres:///riwaq?host=/var/run/postgresql'],
    // A host of its own, which the parameter outweighs: without one it is no address to other readers of it.
    ['postgres://riwaq:secret@/riwaq?host=/run', 'postgres://riwaq:secret@localhost/riwaq?host=/run'],
    [' postgres://localhost/riwaq ', 'postgres://localhost/riwaq'],
  ])('DATABASE_URL as %s', (value, taken = value === '' || value === '  ' ? undefined : value) =>
    expect(readConfig({ DATABASE_URL: value }).databaseUrl).toBe(taken),
  );

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
  ['mysql://riwaq:secret@localhost/riwaq', 'mysql://…@localhost/riwaq'],
  ['mysql://user:pa:ss@word@host/db', 'mysql://…@host/db'],
  ['mysql://user:sec/ret//@host/db', 'mysql://…@host/db'],
  ['mysql://secret@host/db', 'mysql://…@host/db'],
  ['postgres://user:secret@host', 'postgres://…@host'],
  ['postgres://user:secret@host:port/db', 'postgres://…@host:port/db'],
  ['user:secret@host', '…@host'],
  ['https://a@example.org', 'https://…@example.org'],
  ['mysql://host/db?user=a&password=secret&ssl=on', 'mysql://host/db?user=a&password=…&ssl=on'],
])('of %s no password is printed', (value, shown) => {
  for (const name of ['DATABASE_URL', 'PUBLIC_URL'])
    expect(complaint({ [name]: value })).toContain(`${name} is «${shown}»`);
});
