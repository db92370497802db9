import { resolve } from 'node:path';
import { isLanguageCode, languageCodes, type LanguageCode } from '#contract/languages';
import { trustedProxies, type AddressMatch } from './http/client-address.ts';

/** The settings of one process, read once. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database, the pictures and the site's own face. */
  dataDir: string;
  /** Of the PostgreSQL that keeps articles and comments instead; undefined: the embedded database does. */
  databaseUrl: string | undefined;
  /** Scheme and host of every absolute address, without a slash at its end. */
  publicUrl: string;
  /** Host of our own pages, where PUBLIC_URL says it; else the request's Host is believed. */
  ownHost: string | undefined;
  /** SITE_NAME; where that is not set, site.json's name is put here at the start (open-site.ts). */
  siteName: string;
  /** Whether the environment says the name: it then wins over site.json. */
  siteNameIsSet: boolean;
  locale: string;
  timeZone: string;
  defaultLanguage: LanguageCode;
  languages: readonly LanguageCode[];
  moderation: 'after' | 'before';
  isTrustedProxy: AddressMatch;
  /** Origins of other sites' pages that may read and post. */
  corsOrigins: ReadonlySet<string>;
  logLevel: (typeof logLevels)[number];
  rateLimits: boolean;
  /** Whether an empty site is filled with the demo articles. */
  seed: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A setting that cannot be used: its name, what was read, what is allowed. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(name: string, value: string, allowed: string) {
    super(`${name} is «${withoutSecrets(value)}»; allowed: ${allowed}.`);
  }
}

/**
 * An address may hold a password, unescaped too, and what is printed at a start ends in logs: all that
 * stands before the last @ is left out, and so is a password among the parameters.
 */
const withoutSecrets = (value: string): string =>
  value.replace(/^(.*?\/\/)?.*@/s, '$1…@').replace(/(password=)[^&\s]*/gi, '$1…');

type Environment = Record<string, string | undefined>;

/** Reads and checks every setting (README, «Settings»). Throws ConfigError at the first wrong one. */
export function readConfig(env: Environment): Config {
  const read = <Value>(
    name: string,
    fallback: string,
    allowed: string,
    parse: (value: string) => Value | undefined,
  ) => {
    const value = env[name]?.trim() || fallback;
    const parsed = parse(value);
    if (parsed === undefined) throw new ConfigError(name, value, allowed);
    return parsed;
  };
  const oneOf = <Value extends string>(name: string, fallback: Value, values: readonly Value[]) =>
    read(name, fallback, values.join(', '), (value) => values.find((one) => one === value));

  const port = read('PORT', '3000', 'a whole number from 0 to 65535', parsePort);
  const ownUrl = env['PUBLIC_URL']?.trim()
    ? read('PUBLIC_URL', '', 'an http or https address without a path', parseOrigin)
    : undefined;
  const locale = read(
    'SITE_LOCALE',
    'ar-LB',
    'a language with a region, as ar-LB or en-GB, of the languages offered',
    parseLocale,
  );
  const languages = read(
    'SITE_LANGS',
    languageCodes.join(','),
    `some of ${languageCodes.join(', ')}`,
    parseLanguages,
  );
  const defaultLanguage = languages.find((code) => code === locale.split('-')[0]);
  if (defaultLanguage === undefined) {
    throw new ConfigError(
      'SITE_LOCALE',
      locale,
      `a locale of one of the languages offered (${languages.join(', ')})`,
    );
  }
  return {
    port,
    host: read('HOST', '127.0.0.1', 'a host name or an address', (value) =>
      /^[\w.:[\]-]+$/.test(value) ? value : undefined,
    ),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: env['DATABASE_URL']?.trim()
      ? read(
          'DATABASE_URL',
          '',
          'an address as postgres://user:password@host:5432/database',
          parseDatabaseUrl,
        )
      : undefined,
    publicUrl: ownUrl?.origin ?? `http://localhost:${port}`,
    ownHost: ownUrl?.host,
    siteName: read('SITE_NAME', 'رواق', 'a name of 1 to 80 letters', (value) =>
      value.length <= 80 ? value.normalize('NFC') : undefined,
    ),
    siteNameIsSet: Boolean(env['SITE_NAME']?.trim()),
    locale,
    timeZone: read('SITE_TIME_ZONE', 'Asia/Beirut', 'an IANA time zone, as Asia/Beirut', parseTimeZone),
    defaultLanguage,
    languages,
    moderation: oneOf('MODERATION', 'after', ['after', 'before']),
    isTrustedProxy: read(
      'TRUST_PROXY',
      ' ',
      'addresses or networks, as 10.0.0.1, 10.0.0.0/8, separated by commas',
      (value) => trustedProxies(list(value)),
    ),
    corsOrigins: read(
      'CORS_ORIGINS',
      ' ',
      'origins, as https://example.org, separated by commas',
      parseOrigins,
    ),
    logLevel: oneOf('LOG_LEVEL', 'info', logLevels),
    rateLimits: oneOf('RATE_LIMITS', 'on', ['on', 'off']) === 'on',
    seed: oneOf('SEED', 'demo', ['demo', 'none']) === 'demo',
  };
}

const list = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

function parsePort(value: string): number | undefined {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  return port <= 65_535 ? port : undefined;
}

function parseDatabaseUrl(value: string): string | undefined {
  // As libpq allows it, the host may stand among the parameters alone, where it is a socket's folder.
  const whole = value.replace(/^(\w+:\/\/[^@/]*@)\//, '$1localhost/');
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url !== undefined && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1
    ? whole
    : undefined;
}

function parseOrigin(value: string): URL | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
    ? url
    : undefined;
}

function parseOrigins(value: string): ReadonlySet<string> | undefined {
  const origins = list(value).map(parseOrigin);
  const known = origins.filter((origin) => origin !== undefined);
  return known.length === origins.length ? new Set(known.map(({ origin }) => origin)) : undefined;
}

function parseLocale(value: string): string | undefined {
  try {
    const { language, region, baseName } = new Intl.Locale(value);
    return isLanguageCode(language) && region !== undefined ? baseName : undefined;
  } catch {
    return undefined;
  }
}

function parseTimeZone(value: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function parseLanguages(value: string): readonly LanguageCode[] | undefined {
  const codes = list(value);
  const known = languageCodes.filter((code) => codes.includes(code));
  return codes.length > 0 && known.length === new Set(codes).size ? known : undefined;
}
