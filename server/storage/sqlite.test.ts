import { describe, test } from 'vitest';
import { conformanceCases } from './conformance.ts';
import { onSqliteSite } from './conformance/sqlite-site.ts';

describe('the embedded engine keeps', () => {
  for (const { name, run } of conformanceCases) test(name, () => onSqliteSite(run), 30_000);
});
