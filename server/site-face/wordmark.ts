import { svgElements, type SvgElement } from './svg-tokens.ts';

/** The drawing's own units, of which only the ratio counts. */
export interface WordmarkSize {
  width: number;
  height: number;
}

export type CheckedWordmark = { ok: true; size: WordmarkSize } | { ok: false; why: string };

/** Bytes: a name drawn in outlines takes a tenth of it. */
export const mostWordmark = 100_000;

/** Times its height. It is drawn as high as the masthead is; on a phone a wider one would cover the controls. */
const mostWide = 6;

const svgNamespace = 'http://www.w3.org/2000/svg';
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** What runs, embeds or moves by itself. */
const forbidden = new Set(
  'script foreignobject iframe frame embed object audio video canvas handler listener animate animatemotion animatetransform animatecolor set discard meta link base'.split(
    ' ',
  ),
);

/** Size of an SVG that is a drawing and nothing else, or why it cannot be the wordmark, after a colon. */
export function checkWordmark(source: string): CheckedWordmark {
  const elements = svgElements(source);
  const root = elements?.[0];
  if (elements === undefined || root === undefined || !isSvgRoot(root))
    return refused('not an SVG drawing that can be checked (well-formed XML with the root element svg)');
  for (const element of elements) {
    const why = faultOf(element);
    if (why !== undefined) return refused(`${why}; allowed: a drawing alone, with nothing from elsewhere`);
  }
  const viewBox = root.attributes.get('viewBox');
  if (viewBox === undefined) return refused('no viewBox on its root, so that its size is unknown');
  const [x, y, width = 0, height = 0, ...more] = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const numbers = [x ?? NaN, y ?? NaN, width, height];
  if (more.length > 0 || !numbers.every(Number.isFinite) || width <= 0 || height <= 0)
    return refused(`viewBox is «${viewBox}»; allowed: four numbers, the last two above 0`);
  if (width > height * mostWide)
    return refused(
      `viewBox is «${viewBox}»; allowed: at most ${mostWide} times as wide as high, for it would cover the masthead’s controls on phones`,
    );
  if (!elements.some(isShape)) return refused('it draws nothing; allowed: a drawing with a shape, as a path');
  return { ok: true, size: { width, height } };
}

const refused = (why: string): CheckedWordmark => ({ ok: false, why });

function isSvgRoot({ name, attributes }: SvgElement): boolean {
  const [local = '', prefix] = name.split(':').toReversed();
  return (
    local === 'svg' && attributes.get(prefix === undefined ? 'xmlns' : `xmlns:${prefix}`) === svgNamespace
  );
}

const shapes = new Set('path rect circle ellipse line polyline polygon text image'.split(' '));

const isShape = ({ name, attributes }: SvgElement): boolean =>
  shapes.has(localName(name)) && (localName(name) !== 'path' || (attributes.get('d') ?? '').trim() !== '');

const localName = (name: string) => (name.split(':').at(-1) ?? '').toLowerCase();

function faultOf({ name, attributes, text }: SvgElement): string | undefined {
  if (forbidden.has(localName(name))) return `it holds the element ${name}`;
  if (localName(name) === 'style' && leadsOutside(text))
    return 'its styles refer to something outside the file';
  for (const [key, value] of attributes) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      if (value.trim() === htmlNamespace) return 'it holds elements of HTML';
      continue;
    }
    const local = localName(key);
    if (local.startsWith('on')) return `it holds the event handler ${key}`;
    if (key === 'xml:base') return 'it holds xml:base';
    const isLink = local === 'href' || local === 'src';
    if ((isLink && !isOwnAddress(value)) || leadsOutside(value) || /javascript:/i.test(value))
      return `${key} on ${name} refers to something outside the file`;
  }
  return undefined;
}

const isOwnAddress = (address: string) =>
  /^\s*(?:#|data:image\/(?:png|jpeg|webp|gif);base64,|$)/.test(address);

/** Whether styles could fetch anything: an address that is no part of the drawing, or an escape that hides one. */
function leadsOutside(css: string): boolean {
  return /@import|\\|image-set\(|\bimage\(|\bsrc\(|url\((?!\s*["']?\s*#)/i.test(css);
}
