import { basename } from 'node:path';
import { directionOf } from '#contract/languages';
import { countGraphemes } from '#contract/text/graphemes';
import type { ArticleDraft } from '../domain/article-draft.ts';
import { readingMinutes, textsOf } from '../domain/reading-time.ts';
import { slugOf } from '../domain/slug.ts';
import { countBlocks } from './count-blocks.ts';
import { detectLanguage } from './detect-language.ts';
import { draftMembers } from './draft-members.ts';
import type { Parsed, ParsedSource } from './parsed-source.ts';
import { ShelfError } from './picture-shelf.ts';
import { pictureNote, placePictures, type TakePicture } from './place-pictures.ts';
import type { SourceFile } from './read-source.ts';

export interface ImportSource extends SourceFile {
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** IANA name of the zone that a date without a time is a day of; UTC where nobody says it. */
  timeZone?: string;
  /** Absent: there is no folder to find pictures in, and they are left out. */
  takePicture?: TakePicture;
  /** Reads in another thread where the file may be hostile; readSource itself where it is our own. */
  read?: (source: SourceFile) => Parsed | Promise<Parsed>;
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
 * One file as a draft for the storage, or why it is none. The one way in for every format: bytes → text →
 * title and blocks → pictures → draft. Pictures are taken last, when nothing else can refuse the file.
 * Never throws for any bytes or name; the same input gives the same draft.
 */
export async function importSource(source: ImportSource): Promise<Imported> {
  const { name, bytes } = source;
  // The parsers are large: whoever reads elsewhere does without them here.
  const read = source.read ?? (await import('./read-source.ts')).readSource;
  const parsed = await read({ name, bytes });
  if (!parsed.ok) return parsed;
  const why = faultOf(parsed);
  if (why !== undefined) return refused(why);
  const slug = parsed.members?.slug ?? slugOf(parsed.title);
  if (slug === undefined)
    return refused(`the title «${parsed.title}» holds no letter or digit to make an address of`);
  try {
    return await drafted(source, parsed, slug);
  } catch (error) {
    if (error instanceof ShelfError) return refused(error.message);
    throw error;
  }
}

const noPicture: TakePicture = () =>
  Promise.resolve({ ok: false, why: 'standard input has no folder to find it in' });

/** No base name holds a slash: a file called as some title's slug is another source than that title. */
const inputSource = (slug: string): string => `-/${slug}`;

const refused = (why: string): Imported => ({ ok: false, why });

function faultOf({ title, body, members }: ParsedSource): string | undefined {
  if (title === '') {
    if (members !== undefined)
      return 'no title in it; allowed: «title:» in its front matter or a first heading (#)';
    // The first line of a plain text is its title: only a page can have the one without the other.
    return body.length === 0
      ? 'no text in it'
      : 'no title in it; allowed: a first heading (h1), og:title or <title>';
  }
  if (title.length > maxTitle * 10 || countGraphemes(title) > maxTitle)
    return `the first line is too long for a title (at most ${maxTitle} characters)`;
  if (body.length === 0) return 'no text after the title';
  const blocks = countBlocks(body);
  return blocks > maxBlocks ? `${blocks} paragraphs; an article holds at most ${maxBlocks}` : undefined;
}

async function drafted(
  { name, now, timeZone = 'UTC', takePicture: take = noPicture }: ImportSource,
  parsed: ParsedSource,
  slug: string,
): Promise<Imported> {
  const { title, credit, creditLine, members = {} } = parsed;
  const notes = [...parsed.notes];
  const placed = await placePictures(parsed.body, take);
  notes.push(...placed.notes);
  if (placed.body.length === 0) return refused('nothing but pictures that cannot be kept after the title');
  const image = members.image && (await leadPicture(members.image, take, notes));
  const lang = parsed.lang ?? detectLanguage([title, ...textsOf(placed.body)].join('\n'));
  if (parsed.lang === undefined) notes.push(`language taken for ${lang} by its letters`);
  const own = draftMembers(members, timeZone);
  if (own.publishedAt !== undefined && own.publishedAt > now)
    notes.push(`waits until ${new Date(own.publishedAt).toISOString()}`);
  const draft: ArticleDraft = {
    // A file keeps its article when its title, and so its slug, changes.
    source: name === undefined ? inputSource(slug) : basename(name).normalize('NFC'),
    slug,
    title,
    lang,
    dir: directionOf(lang),
    authors: [],
    tags: [],
    body: placed.body,
    readingMinutes: readingMinutes(placed.body),
    commentsState: 'open',
    now,
    ...(credit !== undefined && { credit, creditLine }),
    ...own,
    ...(image !== undefined && { image }),
  };
  return { ok: true, draft, notes };
}

type Lead = NonNullable<NonNullable<ParsedSource['members']>['image']>;

async function leadPicture({ src, ...words }: Lead, take: TakePicture, notes: string[]) {
  const picture = await take(src);
  if (!picture.ok) notes.push(`image: ${pictureNote(src, picture.why)}`);
  return picture.ok
    ? { src: picture.src, width: picture.width, height: picture.height, ...words }
    : undefined;
}
