import type { Context, MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import type { LanguageCode } from '#contract/languages';
import { inLanguage, languageOfPath } from '#contract/paths';
import type { Config } from '../config.ts';

type Settings = Pick<Config, 'ownHost' | 'publicUrl'>;

const year = 365 * 24 * 60 * 60;

/**
 * Remembers, for `/`, a language that a reader without script has switched to. Who comes to a page from
 * the same page in another language has followed the menu's link, whose address must stay the page's own.
 * Only that one answer carries the cookie, and no cache keeps it.
 */
export function rememberSwitch({ ownHost, publicUrl }: Settings): MiddlewareHandler {
  const secure = publicUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    const lang = switchedTo(c, ownHost ?? c.req.header('host'));
    if (lang === undefined || c.res.status >= 400) return;
    setCookie(c, 'lang', lang, { path: '/', maxAge: year, sameSite: 'Lax', secure });
    c.header('cache-control', 'private, no-store');
  };
}

/** Browsers say in Referer which of our pages a link stood on; where one does not, nothing is remembered. */
function switchedTo(c: Context, host: string | undefined): LanguageCode | undefined {
  const referer = c.req.header('referer') ?? '';
  if (!URL.canParse(referer)) return undefined;
  const from = new URL(referer);
  const { pathname } = new URL(c.req.url);
  const [before, lang] = [languageOfPath(from.pathname), languageOfPath(pathname)];
  if (from.host !== host || before === undefined || lang === undefined || before === lang) return undefined;
  return inLanguage(from.pathname, lang) === pathname ? lang : undefined;
}
