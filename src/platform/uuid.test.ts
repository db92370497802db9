import { afterEach, expect, test, vi } from 'vitest';
import { randomUuid } from './uuid.ts';

afterEach(() => vi.unstubAllGlobals());

/** A crypto of an insecure context, which deals `byte` only. */
function dealing(byte: number): void {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(byte) });
}

test('a thousand, all of version 4 and variant 10, no two alike', () => {
  const made = Array.from({ length: 1_000 }, randomUuid);
  for (const uuid of made)
    expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(made).size).toBe(made.length);
});

test.each([
  [0x00, '00000000-0000-4000-8000-000000000000'],
  [0x05, '05050505-0505-4505-8505-050505050505'],
  [0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
])('without crypto.randomUUID, from bytes of %i', (byte, uuid) => {
  dealing(byte);
  expect(randomUuid()).toBe(uuid);
});
