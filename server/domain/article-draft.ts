import type { Article } from '#contract/article';

/** An article as the importer hands it over; what only the storage knows (id, counts, related) is absent. */
export type ArticleDraft = Omit<Article, 'id' | 'comments' | 'related' | 'publishedAt' | 'updatedAt'> & {
  /** What the same article is known by when it is imported again: a file's base name; `-/` and the slug for standard input. */
  source: string;
  commentsState: Article['comments']['state'];
  /** Milliseconds since 1970 UTC. Absent: the time of its first import, kept. */
  publishedAt?: number | undefined;
  /** The time of this import, in the same unit. */
  now: number;
};
