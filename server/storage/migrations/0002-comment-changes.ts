import type { Migration } from './migration.ts';

/**
 * What became of a comment, by the version of its article's comments: when it was first shown, and when it
 * last changed. Comments that were there before were shown from the beginning, and nothing is told of them
 * until they change; those of a build that knows nothing of this beside a newer one are the same.
 */
const statements = (integer: string): string[] => [
  `alter table comments add column appeared ${integer} default 0`,
  `alter table comments add column changed ${integer}`,
  `create index comments_by_change on comments (article, changed) where changed is not null`,
];

/** Asked by whoever follows a conversation. */
export const commentChanges: Migration = {
  version: 2,
  sqlite: statements('integer'),
  postgres: statements('bigint'),
};
