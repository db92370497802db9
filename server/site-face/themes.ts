/** What the three themes stand on, as src/ui/tokens.css says it; a test holds the two together. */
export const themes = {
  light: { paper: '#fffdf9', surface: '#f5f1e8', accent: '#0b5a57', onAccent: '#ffffff' },
  sepia: { paper: '#f6eedd', surface: '#ede2cb', accent: '#7a3a10', onAccent: '#ffffff' },
  dark: { paper: '#15171b', surface: '#1e2127', accent: '#74d3c7', onAccent: '#0d1517' },
} as const;

export type Theme = keyof typeof themes;
