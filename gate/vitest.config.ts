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
    retry: 0,
    allowOnly: false,
  },
});
