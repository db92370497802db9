import type { Block } from '#contract/article';
import type { FrontMatter } from './front-matter-members.ts';

/**
 * What the reader of one format makes of a text; everything else follows from it in importSource. Plain
 * data, so that it can come from another thread. Its figures still name the file's own paths and have no
 * size: place-pictures.ts finds them.
 */
export interface ParsedSource {
  /** One line; '' where the text has none. */
  title: string;
  body: Block[];
  credit?: string;
  creditLine?: string;
  /** A language tag that the document names. */
  lang?: string | undefined;
  /** What a Markdown file says of itself beside its title. */
  members?: FrontMatter;
  /** What a publisher should know, one sentence without a full stop each. */
  notes: string[];
}

export type Parsed =
  | ({ ok: true } & ParsedSource)
  /** `why` goes after a colon. */
  | { ok: false; why: string };
