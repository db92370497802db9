import type { Measured } from './figures.ts';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

/** What one round measured: ours, and what ours is measured against. */
export interface Pair<Value = number> {
  ours: Value;
  base: Value;
}

/**
 * Measures both sides once a round, one after the other and the other first in every second round:
 * neighbours on the machine move absolute numbers, and neither side shall always meet them first.
 */
export async function interleaved<Value>(
  rounds: number,
  take: Record<keyof Pair, (round: number) => Promise<Value>>,
): Promise<Pair<Value>[]> {
  const pairs: Pair<Value>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const base = await take.base(round);
      pairs.push({ ours: await take.ours(round), base });
    } else {
      const ours = await take.ours(round);
      pairs.push({ ours, base: await take.base(round) });
    }
  }
  return pairs;
}

const medianOf = (pairs: readonly Pair[], side: keyof Pair): number =>
  median(pairs.map((pair) => pair[side]));

/** The median of the rounds' own ratios: for rates, which a round has averaged already. */
export function medianRatio(pairs: readonly Pair[], unit: string): Measured {
  const ratios = pairs.map(({ ours, base }) => ours / base);
  return {
    value: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    from: `${Math.round(medianOf(pairs, 'ours'))} ÷ ${Math.round(medianOf(pairs, 'base'))} ${unit}`,
  };
}

/** The ratio of the medians: for single times, any of which a neighbour can have stretched. */
export function ratioOfMedians(pairs: readonly Pair[], unit: string): Measured {
  return { ...medianRatio(pairs, unit), value: medianOf(pairs, 'ours') / medianOf(pairs, 'base') };
}
