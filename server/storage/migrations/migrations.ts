import { foundation } from './0001-foundation.ts';
import { commentChanges } from './0002-comment-changes.ts';
import type { Migration } from './migration.ts';

/** All steps of the schema, oldest first. */
export const migrations: readonly Migration[] = [foundation, commentChanges];
