import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

interface Room {
  name: string;
  include: string[];
  /** What runs once before a room's tests. */
  globalSetup?: string;
}

const rooms: Room[] = [
  { name: 'gate', include: ['gate/**/*.test.ts'] },
  { name: 'contract', include: ['contract/**/*.test.ts'] },
  { name: 'server', include: ['server/**/*.test.ts'], globalSetup: 'server/api-contract/global-setup.ts' },
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
    retry: 0,
    allowOnly: false,
  },
});
