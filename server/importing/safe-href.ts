/** Characters of an address past which it is data, not a place. */
const maxLength = 2_048;

/**
 * The address of a link as it may be kept, or undefined where only its text may: http, https and mailto,
 * and paths of this site (`/ar/…`). `//host` is https. What browsers skip within a scheme (`java\tscript:`)
 * is read as they read it; an address that carries a name or a password is none to send readers to.
 */
export function safeHref(address: string): string | undefined {
  const href = address.trim().replace(/[\t\n\r]/g, '');
  if (href === '' || href.length > maxLength || /\p{Cc}/u.test(href)) return undefined;
  if (/^[\\/]{2}/.test(href)) return href.startsWith('//') ? outside(`https:${href}`) : undefined;
  if (href.startsWith('/')) return ownPath(href);
  return /^(?:https?:\/\/|mailto:)/i.test(href) ? outside(href) : undefined;
}

function outside(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.username !== '' || url.password !== '') return undefined;
  // Hosts come out in their xn-- form, so that no letter stands in for another.
  return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

function ownPath(href: string): string | undefined {
  const here = 'https://riwaq.invalid';
  if (!URL.canParse(href, here)) return undefined;
  const url = new URL(href, here);
  // `/\host` and `/.//host` lead elsewhere in a browser.
  return url.origin === here && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : undefined;
}
