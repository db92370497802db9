import type { Element, ElementContent } from 'hast';
import type { Block } from '#contract/article';
import { RunLine, textOfRuns } from './run-line.ts';
import { safeHref } from './safe-href.ts';
import { textOf } from './sanitiser.ts';

type Figure = Extract<Block, { type: 'figure' }>;
interface PictureLink {
  type: 'link';
  text: string;
  href: string;
}
interface Notes {
  notes: Set<string>;
}

/** A picture leads nowhere: a publisher should know where one did. */
export function noteLink(notes: Set<string>): void {
  notes.add('pictures carry no links; those around them were left out');
}

/**
 * An `img` as a figure whose `src` is still the path in the file and whose sizes are 0, until
 * place-pictures.ts has looked for it; as a link where it lies on another site; undefined where there is
 * nothing to show. Its title is its caption, and its credit after a bar: `caption | credit`.
 */
export function pictureIn(img: Element, { notes }: Notes): Figure | PictureLink | undefined {
  const { src, alt, title, width, height } = img.properties;
  const stand = tidy(alt);
  if (typeof src !== 'string' || src.trim() === '') {
    notes.add('a picture without a usable address was left out');
    return undefined;
  }
  if (!/^(?:https?:)?\/\//i.test(src.trim()))
    return { type: 'figure', src, width: 0, height: 0, alt: stand, ...captionOf(tidy(title)) };
  // A counter of visits, not a picture.
  if (Number(width) === 1 || Number(height) === 1) return undefined;
  const href = safeHref(src);
  if (href === undefined) return undefined;
  notes.add('pictures on other sites became links');
  return { type: 'link', text: stand === '' ? new URL(href).hostname : stand, href };
}

/** The pictures of a `figure` with its caption; undefined where it holds something else than pictures. */
export function captionedIn(figure: Element, context: Notes): Figure[] | undefined {
  const caption = figure.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  const rest = figure.children.filter((child) => !caption.includes(child));
  const images = rest.flatMap(imagesIn);
  if (images.length === 0 || rest.some((child) => textOf(child).trim() !== '')) return undefined;
  const pictures = images.map((img) => pictureIn(img, context)).filter((picture) => picture !== undefined);
  const figures = pictures.filter((picture) => picture.type === 'figure');
  const last = figures.at(-1);
  if (last === undefined || figures.length < pictures.length) return undefined;
  if (rest.some(hasLinkedImage)) noteLink(context.notes);
  Object.assign(last, captionOf(tidy(caption.map(textOf).join(' '))));
  return figures;
}

function imagesIn(node: ElementContent): Element[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'img' ? [node] : node.children.flatMap(imagesIn);
}

function hasLinkedImage(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  const { href } = node.properties;
  return typeof href === 'string' && safeHref(href) !== undefined
    ? imagesIn(node).length > 0
    : node.children.some(hasLinkedImage);
}

function captionOf(text: string): { caption?: string; credit?: string } {
  const bar = text.lastIndexOf('|');
  const [caption, credit] = bar === -1 ? [text, ''] : [text.slice(0, bar).trim(), text.slice(bar + 1).trim()];
  return { ...(caption !== '' && { caption }), ...(credit !== '' && { credit }) };
}

function tidy(value: unknown): string {
  const line = new RunLine();
  line.add(typeof value === 'string' ? value : '', {});
  return textOfRuns(line.take());
}
