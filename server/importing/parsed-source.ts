import type { Block } from '#contract/article';

/** What the reader of one format makes of a text; everything else follows from it in importSource. */
export interface ParsedSource {
  /** One line; '' where the text has none. */
  title: string;
  body: Block[];
  credit?: string;
  creditLine?: string;
  /** What a publisher should know, one sentence without a full stop each. */
  notes: string[];
}
