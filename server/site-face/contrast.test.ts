import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast, leastContrast, onAccentOf } from './contrast.ts';
import { themes } from './themes.ts';

const tokens = readFileSync(join(resolve(import.meta.dirname, '../..'), 'src/ui/tokens.css'), 'utf8');
const selectors = {
  light: ":root,\n:root[data-theme='light']",
  sepia: ":root[data-theme='sepia']",
  dark: ":root[data-theme='dark']",
};

describe.each(['light', 'sepia', 'dark'] as const)('the theme %s', (theme) => {
  const start = tokens.indexOf(`${selectors[theme]} {`);
  const rule = tokens.slice(start, tokens.indexOf('}', start));

  test('is the one of tokens.css', () => {
    expect(start).toBeGreaterThan(-1);
    const { paper, surface, accent, onAccent } = themes[theme];
    const written = { '--paper': paper, '--surface': surface, '--accent': accent, '--on-accent': onAccent };
    for (const [name, value] of Object.entries(written)) expect(rule).toContain(`  ${name}: ${value};\n`);
  });

  test('keeps its own ink on its own accent', () => {
    expect(onAccentOf(themes[theme].accent, themes[theme].onAccent)).toBe(themes[theme].onAccent);
  });
});

test('the measure: black on white 21, #767676 on white 4.54, in either order', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
});

test.each([
  ['a dark accent under a dark ink', '#0b5a57', '#0d1517', '#ffffff'],
  ['a light accent under a white ink', '#74d3c7', '#ffffff', '#0d1517'],
  // Between the two neither white nor the near-black can be read.
  ['a middling accent', '#757575', '#757575', '#ffffff'],
  ['a middling accent, a little lighter', '#7b7b7b', '#7b7b7b', '#000000'],
])('%s gets an ink that can be read', (_, accent, own, ink) => {
  expect(onAccentOf(accent, own)).toBe(ink);
  expect(contrast(accent, ink)).toBeGreaterThanOrEqual(leastContrast);
});

test('every grey finds an ink', () => {
  for (let part = 0; part < 256; part += 1) {
    const grey = `#${part.toString(16).padStart(2, '0').repeat(3)}`;
    expect(contrast(grey, onAccentOf(grey, '#808080'))).toBeGreaterThanOrEqual(leastContrast);
  }
});
