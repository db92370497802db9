import { describe, expect, test } from 'vitest';
import { conformanceCases } from './conformance.ts';
import { onPostgresSite } from './conformance/postgres-site.ts';
import type { Engine } from './engine.ts';

describe('PostgreSQL keeps', () => {
  for (const { name, run } of conformanceCases) test(name, () => onPostgresSite(run), 30_000);
});

// All the faults are tried on the embedded engine (conformance.test.ts); here, that the suite bites at all.
const losingKeys = (engine: Engine): Engine => ({
  ...engine,
  write: (work) =>
    engine.write(async (tx) => {
      const answer = await work(tx);
      await tx.deleteFrom('idempotency_keys').execute();
      return answer;
    }),
});

test('an engine that loses the idempotency key fails', async () => {
  const name = 'the same key and content again give the first answer, whatever has happened since';
  const found = conformanceCases.find((one) => one.name === name);
  await expect(onPostgresSite(async (site) => found?.run(site), losingKeys)).rejects.toThrow('repeated');
}, 30_000);
