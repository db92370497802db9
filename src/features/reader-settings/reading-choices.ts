import { readStored, writeStored } from '#platform/local-store.ts';

export const themes = ['system', 'light', 'sepia', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The key that the head script of index.html reads before the first paint. */
const storageKey = 'riwaq.reading';

/** The theme chosen on this device; `system` where none was. */
export function readTheme(): Theme {
  const stored = readStored(storageKey);
  const chosen =
    typeof stored === 'object' && stored !== null && 'theme' in stored ? stored.theme : undefined;
  return themes.find((theme) => theme === chosen) ?? 'system';
}

/** Shows the theme at once and keeps it for later visits; where nothing can be kept, for this one. */
export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  writeStored(storageKey, { theme });
}
