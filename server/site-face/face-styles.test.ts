import { expect, test } from 'vitest';
import { accentStyles, wordmarkStyles } from './face-styles.ts';

test('without an accent, and with the accents that are there anyway, nothing is written', () => {
  expect(accentStyles({})).toBe('');
  expect(accentStyles({ light: '#0b5a57', sepia: '#7a3a10', dark: '#74d3c7' })).toBe('');
});

test('one accent leaves the other themes theirs, under selectors that win over the tokens’ own', () => {
  expect(accentStyles({ light: '#8a1538' })).toBe(
    [
      ":root:root,:root:root[data-theme='light']{--accent:#8a1538;--on-accent:#ffffff}",
      ":root:root[data-theme='sepia']{--accent:#7a3a10;--on-accent:#ffffff}",
      '@media (prefers-color-scheme:dark){:root:root:not([data-theme]){--accent:#74d3c7;--on-accent:#0d1517}}',
      ":root:root[data-theme='dark']{--accent:#74d3c7;--on-accent:#0d1517}",
    ].join(''),
  );
});

test('dark of the system and dark as chosen are one', () => {
  const styles = accentStyles({ dark: '#f0b35a' });
  expect(styles.split('{--accent:#f0b35a;--on-accent:#0d1517}')).toHaveLength(3);
});

test('the wordmark is an address and a ratio', () => {
  expect(wordmarkStyles({ width: 120.5, height: 40 }, '/wordmark.svg?v=0a1b2c3d')).toBe(
    ':root{--wordmark:url(/wordmark.svg?v=0a1b2c3d);--wordmark-ratio:120.5 / 40}',
  );
});
