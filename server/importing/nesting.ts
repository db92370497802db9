import type { ParsedMarkup, ParsedSource } from './parsed-source.ts';

/** How deep elements may stand in each other: ten times what an article's markup needs. */
const deepest = 200;

const tooDeep: ParsedMarkup = { ok: false, why: `nested more than ${deepest} levels deep` };

// Void ones, and those that end by themselves where the next one begins.
const flat = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th option'.split(' '),
);

/**
 * Reads markup with `read`, unless it is nested so deeply that the parsers, which walk by recursion and in
 * time that grows with the square of the depth, would be kept busy or fall over.
 */
export function guarded(text: string, read: () => ParsedSource): ParsedMarkup {
  if (/^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){100}/m.test(text)) return tooDeep;
  let depth = 0;
  for (const [, close, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (flat.has(name.toLowerCase())) continue;
    depth = close === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return tooDeep;
  }
  try {
    return { ok: true, ...read() };
  } catch (error) {
    // The stack ran out all the same.
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}
