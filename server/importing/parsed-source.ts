import type { Block } from '#contract/article';
import type { ArticleDraft } from '../domain/article-draft.ts';

/** What a file may say of itself beside its text. */
export type SaidOfItself = Partial<
  Pick<
    ArticleDraft,
    | 'slug'
    | 'kicker'
    | 'summary'
    | 'lang'
    | 'section'
    | 'authors'
    | 'dateline'
    | 'credit'
    | 'creditLine'
    | 'publishedAt'
    | 'tags'
    | 'correction'
    | 'commentsState'
  >
>;

/** What the reader of one format makes of a text; everything else follows from it in importSource. */
export interface ParsedSource extends SaidOfItself {
  /** One line; '' where the text has none. */
  title: string;
  body: Block[];
  /** What a publisher should know, one sentence without a full stop each. */
  notes: string[];
}

/** The same, of a format that can be wrong; `why` goes after a colon. */
export type ParsedMarkup = ({ ok: true } & ParsedSource) | { ok: false; why: string };
