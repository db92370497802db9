import { basename, extname } from 'node:path';
import type { Block } from '#contract/article';
import { directionOf } from '#contract/languages';
import { countGraphemes } from '#contract/text/graphemes';
import { readingMinutes } from '../domain/reading-time.ts';
import { slugOf } from '../domain/slug.ts';
import type { ArticleDraft } from '../domain/article-draft.ts';
import { detectLanguage } from './detect-language.ts';
import { parsePlainText } from './plain-text.ts';
import { readText } from './read-text.ts';

export interface ImportSource {
  /** Path or name of the file; undefined for standard input, which is then known by its slug. */
  name: string | undefined;
  bytes: Uint8Array;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

export type Imported =
  | { ok: true; draft: ArticleDraft; notes: string[] }
  /** `why` goes after a colon and is written for a terminal; it may quote the file. */
  | { ok: false; why: string };

/** Graphemes of a title: past this the first line is a paragraph, and lists would carry it whole. */
const maxTitle = 500;
/** Blocks of one article, which travels and is drawn in one piece. */
const maxBlocks = 10_000;

/**
 * One file as a draft for the storage, or why it is none. The one way in for every format: bytes →
 * text → title and blocks → draft. Never throws for any bytes or name; the same input gives the same
 * draft.
 */
export function importSource({ name, bytes, now }: ImportSource): Imported {
  const read = readText(bytes);
  if (!read.ok) return read;
  const markup = markupOf(name ?? '', read.text);
  if (markup !== undefined) return refused(`${markup} is not read yet, only plain text`);

  const { title, body, notes, ...rest } = parsePlainText(read.text);
  if (title === '') return refused('no text in it');
  if (title.length > maxTitle * 10 || countGraphemes(title) > maxTitle) {
    return refused(`the first line is too long for a title (at most ${maxTitle} characters)`);
  }
  const slug = slugOf(title);
  if (slug === undefined)
    return refused(`the title «${title}» holds no letter or digit to make an address of`);
  if (body.length === 0) return refused('no text after the title');
  if (body.length > maxBlocks)
    return refused(`${body.length} paragraphs; an article holds at most ${maxBlocks}`);

  const lang = detectLanguage([title, ...body.map(textOf)].join('\n'));
  if (lang !== 'ar') notes.push(`language taken for ${lang} by its letters`);
  const draft: ArticleDraft = {
    // A file keeps its article when its title, and so its slug, changes.
    source: name === undefined ? inputSource(slug) : basename(name).normalize('NFC'),
    slug,
    title,
    lang,
    dir: directionOf(lang),
    authors: [],
    tags: [],
    body,
    readingMinutes: readingMinutes(body),
    commentsState: 'open',
    now,
    ...rest,
  };
  return { ok: true, draft, notes: [...read.notes, ...notes] };
}

/** No base name holds a slash: a file called as some title's slug is another source than that title. */
const inputSource = (slug: string): string => `-/${slug}`;

const refused = (why: string): Imported => ({ ok: false, why });

const textOf = (block: Block): string =>
  block.type === 'paragraph' ? block.children.map(({ text }) => text).join('') : '';

// Taken for plain text, these would show readers their marks.
function markupOf(name: string, text: string): 'HTML' | 'Markdown' | undefined {
  const extension = extname(name).toLowerCase();
  if (
    ['.html', '.htm', '.xhtml'].includes(extension) ||
    /^\s{0,20}<(?:!doctype html|html|head|body)[\s>]/i.test(text)
  )
    return 'HTML';
  return ['.md', '.markdown'].includes(extension) ? 'Markdown' : undefined;
}
