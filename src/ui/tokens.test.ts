import { describe, expect, test } from 'vitest';
// Vitest empties every style that ends in .css or goes on with a question mark; the # keeps this one as written.
import css from './tokens.css#?raw';

/** look.md, the table of tokens. */
const look = {
  light: {
    paper: '#FFFDF9',
    surface: '#F5F1E8',
    ink: '#1C1A17',
    'ink-quiet': '#5A544A',
    rule: '#DED6C6',
    edge: '#857B6B',
    accent: '#0B5A57',
    'on-accent': '#FFFFFF',
    danger: '#9E2019',
  },
  sepia: {
    paper: '#F6EEDD',
    surface: '#EDE2CB',
    ink: '#33291B',
    'ink-quiet': '#65563E',
    rule: '#D8C9AA',
    edge: '#826F4E',
    accent: '#7A3A10',
    'on-accent': '#FFFFFF',
    danger: '#8E1D14',
  },
  dark: {
    paper: '#15171B',
    surface: '#1E2127',
    ink: '#ECE7DD',
    'ink-quiet': '#ABA59A',
    rule: '#343842',
    edge: '#7A808C',
    accent: '#74D3C7',
    'on-accent': '#0D1517',
    danger: '#FF9C8F',
  },
} as const;

type Token = keyof (typeof look)['light'];

const selectors = {
  light: ":root,\n:root[data-theme='light']",
  sepia: ":root[data-theme='sepia']",
  dark: ":root[data-theme='dark']",
  system: ':root:not([data-theme])',
} as const;

/** Declarations of the one rule with `selector`, as written. */
function ruleOf(selector: string): Record<string, string> {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, head = '']) => {
    return head.replace(/\/\*.*?\*\//gs, '').trim() === selector;
  });
  expect(rules).toHaveLength(1);
  const [[, , body = ''] = []] = rules;
  return Object.fromEntries(
    body.split(';').flatMap((line) => {
      const [name = '', value] = line.split(':').map((part) => part.trim());
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const pairs: [Token, Token, number][] = [
  ['ink', 'paper', 7],
  ['ink', 'surface', 7],
  ['ink-quiet', 'paper', 4.5],
  ['ink-quiet', 'surface', 4.5],
  ['accent', 'paper', 4.5],
  ['accent', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['danger', 'paper', 4.5],
  ['danger', 'surface', 4.5],
  ['edge', 'paper', 3],
  ['edge', 'surface', 3],
];

test('the measure itself: black on white 21, #767676 on white 4.54, #777 4.48', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

describe.each(['light', 'sepia', 'dark'] as const)('%s', (theme) => {
  const rule = ruleOf(selectors[theme]);

  test('its values are those of the look', () => {
    const { 'color-scheme': scheme, ...colours } = rule;
    const values = Object.entries(look[theme]).map(([name, value]) => [`--${name}`, value.toLowerCase()]);
    expect(colours).toEqual(Object.fromEntries(values));
    expect(scheme).toBe(theme === 'dark' ? 'dark' : 'light');
  });

  test.each(pairs)('%s on %s: at least %d', (front, ground, least) => {
    expect(contrast(rule[`--${front}`] ?? '', rule[`--${ground}`] ?? '')).toBeGreaterThanOrEqual(least);
  });
});

test('dark of the system and dark as chosen are one', () => {
  expect(ruleOf(selectors.system)).toEqual(ruleOf(selectors.dark));
  expect(css).toMatch(/@media \(prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme\]\) \{/);
});
