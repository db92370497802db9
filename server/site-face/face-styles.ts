import { onAccentOf } from './contrast.ts';
import { themes, type Theme } from './themes.ts';
import type { WordmarkSize } from './wordmark.ts';

export type Accents = Partial<Record<Theme, string | undefined>>;

/**
 * The rules of a paper's own accents. The selectors are those of tokens.css, with `:root` said twice:
 * while developing, Vite puts the tokens after these rules. All three themes are named even where one
 * accent was given, since a light one would otherwise win over the other themes' own.
 */
export function accentStyles(accents: Accents): string {
  const isOwn = (theme: Theme) => (accents[theme] ?? themes[theme].accent) !== themes[theme].accent;
  if (!isOwn('light') && !isOwn('sepia') && !isOwn('dark')) return '';
  const colours = (theme: Theme) => {
    const accent = accents[theme] ?? themes[theme].accent;
    return `{--accent:${accent};--on-accent:${onAccentOf(accent, themes[theme].onAccent)}}`;
  };
  return [
    `:root:root,:root:root[data-theme='light']${colours('light')}`,
    `:root:root[data-theme='sepia']${colours('sepia')}`,
    `@media (prefers-color-scheme:dark){:root:root:not([data-theme])${colours('dark')}}`,
    `:root:root[data-theme='dark']${colours('dark')}`,
  ].join('');
}

/** The rule by which the app draws the wordmark: its address, and its width to its height. */
export function wordmarkStyles({ width, height }: WordmarkSize, address: string): string {
  return `:root{--wordmark:url(${address});--wordmark-ratio:${width} / ${height}}`;
}
