import type { JSONColumnType } from 'kysely';
import type { Article, ArticleSummary, Block } from '#contract/article';
import type { Comment } from '#contract/comment';

/**
 * The tables, the same for both engines. Times are milliseconds, flags 0 or 1, and a column whose name
 * ends in `_json` is written as text and comes out parsed: the engine sees to that. `position` is a time
 * with a tie-break (position.ts), primary key and the only place a cursor can name.
 */
export interface Database {
  site: SiteTable;
  sections: { slug: string; name: string };
  articles: ArticleTable;
  article_bodies: { article: string; body_json: JSONColumnType<Block[]> };
  /** What `search` compares word for word: Latin in lower case. */
  article_texts: { position: number; text: string };
  article_tags: { tag: string; position: number };
  /** The index of terms; what stands behind it is the engine's own (SearchDialect). */
  article_terms: { rowid: number };
  writers: { id: string; created: number };
  comments: CommentTable;
  comment_edits: { comment: string; text: string; edited: number };
  likes: { comment: string; writer: string; created: number };
  reports: ReportTable;
  moderators: ModeratorTable;
  moderation_decisions: DecisionTable;
  sessions: SessionTable;
  idempotency_keys: KeyTable;
}

/** One row: counters that move with every change, whichever process makes it. */
interface SiteTable {
  id: number;
  articles_version: number;
  comments_version: number;
  /** Under which addresses are hashed; made by the first process that needs it. */
  address_key: string | null;
}

/** What a list shows of an article beside its columns, in the order of the contract. */
export type SummaryPart = Pick<
  ArticleSummary,
  'title' | 'kicker' | 'summary' | 'lang' | 'dir' | 'section' | 'authors' | 'dateline' | 'credit' | 'image'
>;
/** What only the article's own page shows, the body apart. */
export type DetailPart = Pick<Article, 'tags' | 'creditLine' | 'correction'>;

interface ArticleTable {
  position: number;
  id: string;
  slug: string;
  source: string;
  content_hash: string;
  published: number;
  updated: number;
  section: string | null;
  /** Lower case; `language` is its primary subtag. */
  lang: string;
  language: string;
  reading_minutes: number;
  comments_state: Article['comments']['state'];
  comment_count: number;
  version: number;
  comments_version: number;
  withdrawn: number;
  summary_json: JSONColumnType<SummaryPart>;
  detail_json: JSONColumnType<DetailPart>;
}

interface CommentTable {
  position: number;
  id: string;
  article: string;
  parent: string | null;
  /** The top-level comment of the branch; null on a top-level comment itself. */
  root: string | null;
  writer: string;
  author_name: string;
  staff: number;
  state: Comment['state'];
  /** As answered to the one who posted it: what a repeated post is told again. */
  first_state: Comment['state'];
  created: number;
  edited: number | null;
  removed: number | null;
  like_count: number;
  /** Published descendants, at any depth. */
  reply_count: number;
  /** Version of the article's comments in which it was first shown; null while it never was. */
  appeared: number | null;
  /** Likewise, in which it last changed to whoever reads; null where nobody has to be told. */
  changed: number | null;
  fingerprint: string;
  /** Emptied once it is of no more use against abuse. */
  address_hash: string | null;
  text: string;
}

interface ReportTable {
  comment: string;
  writer: string;
  reason: string;
  created: number;
  settled: number | null;
}

interface ModeratorTable {
  id: string;
  name: string;
  password_hash: string;
  created: number;
  disabled: number | null;
}

/** The audit: rows are only ever added. */
interface DecisionTable {
  id: string;
  comment: string;
  moderator: string;
  decision: string;
  note: string | null;
  created: number;
}

/** A token is kept as its hash; it stands for a writer or for a moderator. */
interface SessionTable {
  token: string;
  writer: string | null;
  moderator: string | null;
  created: number;
  expires: number | null;
  revoked: number | null;
}

interface KeyTable {
  key: string;
  fingerprint: string;
  article: string;
  comment: string;
  created: number;
}
