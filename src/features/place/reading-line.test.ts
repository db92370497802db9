import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineOf, placeAt, readAt, wayTo, type Span } from './reading-line.ts';

/** Blocks of such heights under each other, the first so far down the screen. */
function stacked(heights: readonly number[], from: number, gap = 0): Span[] {
  let top = from;
  return heights.map((height, index) => {
    const span = { id: `p-${index}`, top, bottom: top + height };
    top = span.bottom + gap;
    return span;
  });
}

test('the place is the block at the line, a third down the screen', () => {
  const blocks = stacked([200, 200, 200], 0);
  expect(placeAt(blocks, 900)).toEqual({ block: 'p-1', within: 0.5, read: 1 });
  expect(placeAt(stacked([200, 200, 2000], -200), 900)).toEqual({
    block: 'p-2',
    within: 100 / 2000,
    read: 1100 / 2400,
  });
});

test('between two blocks it is the end of the one above', () => {
  expect(placeAt(stacked([100, 500], 150, 100), 900)).toMatchObject({ block: 'p-0', within: 1 });
});

test('there is none above the first block, nor without any', () => {
  expect(placeAt(stacked([100], 400), 900)).toBeUndefined();
  expect(placeAt([], 900)).toBeUndefined();
});

test('the share seen grows from the first line to come on to the last', () => {
  expect(readAt(stacked([1000], 900), 900)).toBe(0);
  expect(readAt(stacked([1000], 400), 900)).toBe(0.5);
  expect(readAt(stacked([1000], -100), 900)).toBe(1);
  expect(readAt(stacked([1000], -5000), 900)).toBe(1);
  expect(readAt([], 900)).toBe(0);
});

test(
  'the way to a place brings it to the line again, whatever size blocks have become',
  { timeout: 30_000 },
  () => {
    const heights = fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        heights,
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        fc.integer({ min: 300, max: 1400 }),
        (sizes, scrolled, grown, screen) => {
          const place = placeAt(stacked(sizes, -scrolled), screen);
          if (place === undefined) return;
          const later = stacked(
            sizes.map((size) => size * grown),
            600,
          );
          const span = later.find(({ id }) => id === place.block);
          expect(span).toBeDefined();
          if (span === undefined) return;
          const way = wayTo(place, span, screen);
          const again = placeAt(
            later.map(({ id, top, bottom }) => ({
              id,
              top: top - way - 0.001,
              bottom: bottom - way - 0.001,
            })),
            screen,
          );
          // At the very end of one block begins the next.
          if (place.within < 1 && place.within > 0) {
            expect(again?.block).toBe(place.block);
            expect(again?.within).toBeCloseTo(place.within, 2);
          }
          expect(span.top + place.within * (span.bottom - span.top) - way).toBeCloseTo(lineOf(screen), 6);
        },
      ),
    );
  },
);
