import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** `__Host-` binds a cookie to this host and to https; without https browsers would drop it. */
const cookieName = (secure: boolean) => (secure ? '__Host-riwaq-writer' : 'riwaq-writer');

/** Browsers keep no cookie longer than 400 days. */
const maxAge = 400 * 24 * 60 * 60;

/** What is kept of a token: whoever reads the database can be nobody by it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** A token that nobody can guess: 192 random bits. */
export const newToken = () => randomBytes(24).toString('base64url');

/** The hash of the token by which this browser's own comments are known, if it sent one. */
export function presentedToken(c: Context, secure: boolean): string | undefined {
  const token = getCookie(c, cookieName(secure));
  return token === undefined ? undefined : hashToken(token);
}

/** Gives the browser the token of a comment's writer: opaque, unreadable by script, sent only here. */
export function giveWriterToken(c: Context, token: string, secure: boolean): void {
  setCookie(c, cookieName(secure), token, { httpOnly: true, secure, sameSite: 'Lax', path: '/', maxAge });
}
