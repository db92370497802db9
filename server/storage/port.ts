import type { Article, ArticleSummary } from '#contract/article';
import type { Front } from '#contract/front';
import type {
  Comment,
  CommentOrder,
  CommentPage,
  Likes,
  LocatedComment,
  Mine,
  ReplyPage,
} from '#contract/comment';
import type { ArticleDraft } from '../domain/article-draft.ts';

/**
 * What the site asks of a database, in the words of news. Two engines keep it (sqlite.ts, postgres.ts);
 * conformance.ts is the suite that any engine must pass. Times are milliseconds since 1970 UTC. Cursors are
 * opaque strings made by the storage; a foreign or damaged one throws CursorError. A database that is
 * away or full throws StorageError; nothing else is thrown for what a caller can cause.
 */
export interface Storage extends ArticleStorage, CommentStorage {
  /** A secret of this site, made once and the same for all its processes: the key of address hashes. */
  addressKey(): Promise<string>;
  /**
   * Calls `told` soon after anybody has changed anything, by whichever process; several changes may be told
   * as one, and it may be called where nothing has changed. Gives what ends it.
   */
  watch(told: () => void): () => void;
  /** Throws StorageError unless a read goes through. */
  check(): Promise<void>;
  /** Finishes what is under way and lets go of the files; later calls throw. */
  close(): Promise<void>;
}

export interface ArticleStorage {
  /** Articles published by `now`, newest first; with `search`, exact text before folded matches. */
  listArticles(query: ArticleQuery): Promise<{ items: ArticleSummary[]; nextCursor: string | null }>;
  /**
   * The front page (contract/front.ts) of articles published by `now`. `sections` are those to show, in
   * the site's order; absent: all that listSections gives. `nextCursor` is one of listArticles without filters.
   */
  front(now: number, sections?: readonly { slug: string; name: string }[]): Promise<Front>;
  /** The article at `slug` if it is published by `now`. */
  getArticle(slug: string, now: number): Promise<Article | undefined>;
  /**
   * Adds the article, or updates the one from the same source; once read, its address never changes. A
   * withdrawn one stays withdrawn.
   */
  saveArticle(draft: ArticleDraft): Promise<SaveOutcome>;
  /**
   * Takes the article at `slug` out of every list and off its address, its comments with it, until
   * restoreArticle brings it back as it was. `unknown`: no article has this slug.
   */
  withdrawArticle(slug: string): Promise<'withdrawn' | 'already' | 'unknown'>;
  /** Undoes withdrawArticle; `already`: it was not withdrawn. A date still to come is still waited for. */
  restoreArticle(slug: string): Promise<'restored' | 'already' | 'unknown'>;
  /** Whether an article that would be published by `now` was withdrawn from `slug`. */
  isWithdrawn(slug: string, now: number): Promise<boolean>;
  /** Every article, waiting and withdrawn ones too, newest first: for the operator, never for readers. */
  listAllArticles(query: RecordQuery): Promise<{ items: ArticleRecord[]; nextCursor: string | null }>;
  /** What has changed, for caches: a page is the same as long as its numbers are. */
  versions(now: number, slug?: string): Promise<Versions>;
  /** Whether no article was ever saved. */
  isEmpty(): Promise<boolean>;
  /** Sections that hold an article published by `now`, by their name. */
  listSections(now: number): Promise<{ slug: string; name: string }[]>;
}

export interface ArticleQuery {
  now: number;
  limit: number;
  cursor?: string | undefined;
  section?: string | undefined;
  tag?: string | undefined;
  lang?: string | undefined;
  search?: string | undefined;
}

type RecordQuery = Pick<ArticleQuery, 'now' | 'limit' | 'cursor'>;

/** An article as its operator sees it. */
export interface ArticleRecord {
  slug: string;
  title: string;
  /** `waiting`: for its date. */
  state: 'published' | 'waiting' | 'withdrawn';
  /** RFC 3339 UTC. */
  publishedAt: string;
  /** What it is known by when it is imported again: a file's base name; a slug for standard input. */
  source: string;
}

export type SaveOutcome =
  /** `withdrawn`: the article was withdrawn before, and still is. */
  | { outcome: 'added' | 'updated' | 'unchanged'; slug: string; withdrawn?: true }
  /** Another source holds this address. */
  | { outcome: 'slug_taken'; slug: string };

interface Versions {
  /** Moves with every import, withdrawal, restoration and publication date that falls due, by whichever process. */
  articles: string;
  /** Moves with every comment shown, changed or removed anywhere. */
  comments: string;
  /** Moves with this article and with its comments; absent where none is published at the slug. */
  article?: { version: number; comments: number };
}

export interface CommentStorage {
  /** Undefined where no article is published at `slug`. */
  listComments(slug: string, query: CommentQuery): Promise<CommentPage | undefined>;
  /**
   * All shown descendants of `id`, oldest first, or those from the one with the id `from` on; undefined where
   * no shown comment has this id, or `from` is none of them.
   */
  listReplies(id: string, query: ReplyQuery): Promise<ReplyPage | undefined>;
  /** A shown comment with its place; undefined where no shown one has this id. */
  getComment(id: string, now: number): Promise<LocatedComment | undefined>;
  /** Whether the comment `id` under the article at `slug` is published or held; undefined where it is neither. */
  commentState(slug: string, id: string): Promise<'published' | 'pending' | undefined>;
  /**
   * What became of the comments at `slug` since version `after`, in the order of the versions, at most
   * `limit`. Held ones never appear. Undefined where no article is published or its comments are hidden.
   */
  commentChanges(slug: string, query: ChangeQuery): Promise<CommentChanges | undefined>;
  /** Versions of the comments of those of `slugs` that are published and do not hide them. */
  commentVersions(slugs: readonly string[], now: number): Promise<Map<string, number>>;
  /** Who and what a post concerns, as far as they are known here; undefined where no article is published. */
  partiesTo(post: Pick<CommentPost, 'slug' | 'presentedToken' | 'now'>): Promise<PostParties | undefined>;
  /** Whether this very post was kept before, so that postComment would answer `repeated`. Keeps nothing. */
  wasPosted(post: CommentPost): Promise<boolean>;
  /**
   * Keeps a comment in one durable transaction with its idempotency key and its writer. Once it
   * answered `posted`, the comment survives the end of the process and of the machine's power.
   */
  postComment(post: CommentPost): Promise<PostOutcome>;
  /**
   * What the browser with this token likes of the article's published comments, and which of its own it may
   * still change; undefined where no article is published at `slug`.
   */
  ownComments(slug: string, act: Omit<CommentAct, 'id'>): Promise<Mine | undefined>;
  /** Gives one's own comment another text, the old one kept; with the same text it changes nothing. */
  editComment(edit: CommentEdit): Promise<EditOutcome>;
  /** Removes one's own comment; `removed` also where its writer has done so before. What answers it stays. */
  removeComment(act: CommentAct): Promise<RemoveOutcome>;
  /** Likes a published comment, one's own too; once, however often. */
  likeComment(act: FirstAct): Promise<LikeOutcome>;
  /** Takes that back. */
  unlikeComment(act: CommentAct): Promise<LikeOutcome>;
  /** Keeps the first report of this browser on a published comment. */
  reportComment(report: CommentReport): Promise<ReportOutcome>;
}

export interface CommentQuery {
  now: number;
  order: CommentOrder;
  limit: number;
  cursor?: string | undefined;
}

type ReplyQuery = Omit<CommentQuery, 'order'> & { from?: string | undefined };
export interface ChangeQuery {
  now: number;
  /** A version that was told before. */
  after: number;
  limit: number;
}

export interface CommentChanges {
  /** Of the article's comments, now: moves with each of them that is shown, changed, liked or removed. */
  version: number;
  /** Published comments. */
  total: number;
  changes: CommentChange[];
}

export interface CommentChange {
  /** `new`: shown since then for the first time; `removed`: of the comment its place is left at most. */
  type: 'new' | 'changed' | 'removed';
  id: string;
  /** The top-level comment of its branch; its own id where it is one. */
  rootId: string;
  /** In which it came to be so; no two changes have the same. */
  version: number;
}

export interface CommentPost {
  id: string;
  slug: string;
  parentId?: string | undefined;
  author: { name: string; staff: boolean };
  text: string;
  state: 'published' | 'pending';
  now: number;
  /** A client's key, or undefined for a plain form, which is then known by its content. */
  key: string | undefined;
  /** SHA-256 (hex) over article, parent, name and text as kept. */
  fingerprint: string;
  /** Keyed hash of the client's address; never the address. */
  addressHash: string;
  /** SHA-256 (hex) of the cookie's token that the browser sent, if it sent one. */
  presentedToken: string | undefined;
  /** SHA-256 (hex) of a new token, kept only where `issueToken` comes back true. */
  freshToken: string;
}

export interface PostParties {
  /** Id of the article. */
  article: string;
  /** Id of the writer for whom the presented token stands. */
  writer: string | undefined;
}

export type PostOutcome =
  | {
      /** `repeated`: the same post was kept before, and this is its first answer. */
      outcome: 'posted' | 'repeated';
      comment: Comment;
      /** Whether the browser is to be given the fresh token: it now stands for the comment's writer. */
      issueToken: boolean;
    }
  | { outcome: 'not_found' | 'comments_closed' | 'parent_invalid' | 'idempotency_mismatch' };

/** What a browser does to the comment `id`. */
export interface CommentAct {
  id: string;
  now: number;
  /** SHA-256 (hex) of the cookie's token that the browser sent, if it sent one. */
  presentedToken: string | undefined;
}

/** What may be the first thing that a browser does here: it becomes a writer by it. */
export interface FirstAct extends CommentAct {
  /** SHA-256 (hex) of a new token, kept only where `issueToken` comes back true. */
  freshToken: string;
}

export interface CommentEdit extends CommentAct {
  text: string;
  /** Of the edited comment; one that was held before stays so. */
  state: 'published' | 'pending';
}

export interface CommentReport extends FirstAct {
  reason: string;
}

/** `forbidden`: somebody else wrote it, or nobody knows who; of what is not published only its writer hears. */
type OwnRefusal = 'not_found' | 'forbidden' | 'edit_window_closed';
export type EditOutcome = { outcome: 'done'; comment: Comment } | { outcome: OwnRefusal };
export type RemoveOutcome = 'removed' | OwnRefusal;

interface Done {
  outcome: 'done';
  /** Of the comment's article. */
  slug: string;
  /** Whether the browser is to be given the fresh token: it now stands for a writer. */
  issueToken: boolean;
}
export type LikeOutcome = (Done & { likes: Likes }) | { outcome: 'not_found' };
export type ReportOutcome = Done | { outcome: 'not_found' };

/** The database did not do what was asked. Nothing was kept of a write that threw it. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly reason: 'unavailable' | 'full';
  /** `message`: a sentence for whoever starts the program. */
  constructor(
    reason: 'unavailable' | 'full',
    { message, ...options }: ErrorOptions & { message?: string } = {},
  ) {
    super(message ?? `storage ${reason}`, options);
    this.reason = reason;
  }
}

/** A cursor that this storage did not make, or made for another list. */
export class CursorError extends Error {
  override name = 'CursorError';
}
