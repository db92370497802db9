interface Look {
  ui: 'ar' | 'en';
  theme: 'light' | 'sepia' | 'dark';
}

const looks: readonly Look[] = [
  { ui: 'ar', theme: 'light' },
  { ui: 'en', theme: 'sepia' },
  { ui: 'ar', theme: 'dark' },
  { ui: 'en', theme: 'dark' },
];

/** Each direction and each theme, where every journey is asked; else one of each direction. */
export const askedLooks = process.env['GATE'] === 'thorough' ? looks : looks.slice(0, 2);
