import { basename, extname } from 'node:path';
import type { Block } from '#contract/article';
import { directionOf } from '#contract/languages';
import { countGraphemes } from '#contract/text/graphemes';
import { readingMinutes } from '../domain/reading-time.ts';
import { slugOf } from '../domain/slug.ts';
import type { ArticleDraft } from '../domain/article-draft.ts';
import { detectLanguage } from './detect-language.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import type { ParsedMarkup } from './parsed-source.ts';
import { parsePlainText } from './plain-text.ts';
import { readText } from './read-text.ts';
import { wordsOf } from './tree-runs.ts';

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
  const parsed = parserOf(name ?? '', read.text)(read.text);
  if (!parsed.ok) return parsed;
  const { ok: _, title, body, notes, lang: said, ...rest } = parsed;
  if (title === '') return refused(body.length === 0 ? 'no text in it' : 'it has no title');
  if (title.length > maxTitle * 10 || countGraphemes(title) > maxTitle) {
    return refused(`the first line is too long for a title (at most ${maxTitle} characters)`);
  }
  const slug = rest.slug ?? slugOf(title);
  if (slug === undefined)
    return refused(`the title «${title}» holds no letter or digit to make an address of`);
  if (body.length === 0) return refused('no text after the title');
  if (body.length > maxBlocks)
    return refused(`${body.length} paragraphs; an article holds at most ${maxBlocks}`);

  const lang = said ?? detectLanguage([title, ...body.map(textOf)].join('\n'));
  if (said === undefined && lang !== 'ar') notes.push(`language taken for ${lang} by its letters`);
  const draft: ArticleDraft = {
    // A file keeps its article when its title, and so its slug, changes.
    source: name === undefined ? inputSource(slug) : basename(name).normalize('NFC'),
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
    slug,
  };
  return { ok: true, draft, notes: [...read.notes, ...notes] };
}

/** No base name holds a slash: a file called as some title's slug is another source than that title. */
const inputSource = (slug: string): string => `-/${slug}`;

const refused = (why: string): Imported => ({ ok: false, why });

/** What tells a text's language: its running words. */
const textOf = (block: Block): string =>
  block.type === 'paragraph' || block.type === 'quote' ? wordsOf(block.children) : '';

/** By the file's name, and by its first words where they are a document's: its marks are not for readers. */
function parserOf(name: string, text: string): (text: string) => ParsedMarkup {
  const extension = extname(name).toLowerCase();
  if (
    ['.html', '.htm', '.xhtml'].includes(extension) ||
    /^\s{0,20}<(?:!doctype html|html|head|body)[\s>]/i.test(text)
  )
    return parseHtml;
  if (['.md', '.markdown'].includes(extension)) return parseMarkdown;
  return (plain) => ({ ok: true, ...parsePlainText(plain) });
}
