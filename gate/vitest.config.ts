import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

interface Room {
  name: string;
  include: string[];
  /** What runs once before a room's tests. */
  globalSetup?: string | string[];
  exclude?: string[];
  env?: Record<string, string>;
}

/** Whole programs, which start, hang and are killed: they take their time. */
const programs = [
  'server/{start-refusals,kill,stop}.test.ts',
  'server/api-contract/following-processes.test.ts',
  'server/importing/read-apart.test.ts',
  'server/storage/sqlite-durability.test.ts',
];

const rooms: Room[] = [
  { name: 'gate', include: ['gate/**/*.test.ts'] },
  { name: 'contract', include: ['contract/**/*.test.ts'] },
  {
    name: 'server',
    include: ['server/**/*.test.ts'],
    exclude: ['server/**/postgres*.test.ts', ...programs],
    globalSetup: 'server/api-contract/global-setup.ts',
  },
  { name: 'program', include: programs, globalSetup: 'server/api-contract/global-setup.ts' },
  // The same questions of a site on the other engine, and what that engine alone has to answer.
  {
    name: 'postgres',
    include: ['server/storage/postgres*.test.ts', 'server/postgres-{engine,same-answers}.test.ts'],
    globalSetup: ['server/api-contract/global-setup.ts', 'server/storage/conformance/postgres-template.ts'],
    env: { RIWAQ_TEST_ENGINE: 'postgres' },
  },
  // Whole sites on it, which start and fall: they take their time.
  {
    name: 'postgres-site',
    include: ['server/postgres-{conditions,starting}.test.ts', 'server/api-contract/*.test.ts'],
    globalSetup: ['server/api-contract/global-setup.ts', 'server/storage/conformance/postgres-template.ts'],
    env: { RIWAQ_TEST_ENGINE: 'postgres' },
  },
  { name: 'src', include: ['src/**/*.test.{ts,tsx}'] },
];

export default defineConfig({
  root: fileURLToPath(new URL('../', import.meta.url)),
  cacheDir: '.cache/vitest',
  test: {
    projects: rooms.map((room) => ({ test: { ...room, environment: 'node' } })),
    // On two cores it would else use one, and leave it idle while servers start.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Nothing is proved by a machine that is busy with something else.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    retry: 0,
    allowOnly: false,
  },
});
