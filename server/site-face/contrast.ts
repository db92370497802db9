/** The least contrast of text to its ground (WCAG 2.2, AA). */
export const leastContrast = 4.5;

/** Relative luminance of a colour written #RRGGBB, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours written #RRGGBB, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The ink that stands on `accent`: the theme's own where it can be read there, else white or black. */
export function onAccentOf(accent: string, own: string): string {
  const inks = [own, '#ffffff', '#0d1517', '#000000'];
  return inks.find((ink) => contrast(accent, ink) >= leastContrast) ?? own;
}
