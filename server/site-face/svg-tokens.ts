export interface SvgElement {
  /** As written, with its prefix. */
  name: string;
  /** By name as written, entities read. */
  attributes: ReadonlyMap<string, string>;
  /** Text directly inside, entities read. */
  text: string;
}

const declaration = /\uFEFF?(?:<\?xml(\s[^?>]*)\?>)?/y;
const between = /(?:\s+|<!--(?:(?!--)[\s\S])*-->|<!DOCTYPE[^[\]<>]*>)*/y;
const openTag = /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_:][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closeTag = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const comment = /<!--(?:(?!--)[\s\S])*-->/y;
const section = /<!\[CDATA\[((?:(?!\]\]>)[\s\S])*)\]\]>/y;
const plain = /[^<]+/y;
const attribute = /([A-Za-z_:][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The elements of an SVG in the order they open, its root first; undefined where it is not well-formed
 * XML of the plain kind that drawing programs write: names in Latin letters, no entities of its own.
 */
export function svgElements(source: string): SvgElement[] | undefined {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };

  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(take(declaration)?.[1] ?? '')?.[1] ?? 'utf-8';
  if (!/^(utf-8|us-ascii)$/i.test(encoding)) return undefined;
  take(between);
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  do {
    const tag = take(openTag);
    if (tag !== undefined) {
      const attributes = attributesOf(tag[2] ?? '');
      if (attributes === undefined) return undefined;
      const element = { name: tag[1] ?? '', attributes, text: '' };
      elements.push(element);
      if (tag[3] === '') open.push(element);
    } else {
      const inside = open.at(-1);
      if (inside === undefined) return undefined;
      const text = take(section)?.[1] ?? decode(take(plain)?.[0] ?? '');
      if (text === undefined) return undefined;
      inside.text += text;
      if (text === '' && take(comment) === undefined && take(closeTag)?.[1] !== open.pop()?.name)
        return undefined;
    }
  } while (open.length > 0);
  take(between);
  return at === source.length ? elements : undefined;
}

function attributesOf(written: string): Map<string, string> | undefined {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of written.matchAll(attribute)) {
    const value = decode(double ?? single ?? '');
    if (value === undefined || attributes.has(name)) return undefined;
    attributes.set(name, value);
  }
  return attributes;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with its references read; undefined where one is none of XML's own. */
function decode(text: string): string | undefined {
  if (/&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/.test(text)) return undefined;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (_, hex?: string, digits?: string, name = '') => {
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      if (hex === undefined && digits === undefined) return named[String(name)] ?? '';
      return code <= 0x10_ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}
