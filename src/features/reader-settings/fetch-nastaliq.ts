let isAsked = false;

/**
 * The rule in fonts.css sets nothing anew when the file comes late; whoever chooses the face, or looks at
 * what they have chosen, waits to see it.
 */
export function fetchNastaliq(): void {
  if (isAsked) return;
  isAsked = true;
  const source = "url('/fonts/noto-nastaliq-urdu-urdu.woff2')";
  document.fonts.add(new FontFace('Riwaq Nastaliq', source, { weight: '400', display: 'swap' }));
}
