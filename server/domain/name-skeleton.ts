import { fold } from '#contract/text/fold';
import { arabicShapes, capitals, small } from './look-alikes.ts';

/**
 * Whether the eye may take a name for `name`. Each is compared by its skeleton, what the eye keeps of it
 * (UTS 39, as far as it matters for names): letters alone, in one case, without marks, each for the plain
 * one that it resembles. Digits, punctuation, signs and blanks at a name's ends are decoration.
 */
export function lookAlikeTo(name: string): (other: string) => boolean {
  const seen = new Set(readingsOf(name).map(skeletonOf));
  // Only a name that borrows letters is compared by bare shapes, where المشرق would be المشرف.
  const shapes = new Set([...seen].filter(hasBorrowed).map(shapeOf));
  return (other) => {
    const skeleton = skeletonOf(other);
    return skeleton !== '' && (seen.has(skeleton) || shapes.has(shapeOf(skeleton)));
  };
}

/** The name with and without what stands at its ends: @ is decoration before admin, and a letter before dmin. */
function readingsOf(name: string): string[] {
  const shown = name.replace(unseen, '');
  return [shown, shown.replace(atStart, '')].flatMap((text) => [text, text.replace(atEnd, '')]);
}

// Hangul fillers are letters without ink, tag and variation characters ink of nobody.
const unseen = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0]/gu;
const atStart = /^[^\p{L}\u{1f130}-\u{1f189}]+/u;
const atEnd = /[^\p{L}\u{1f130}-\u{1f189}]+$/u;

function skeletonOf(name: string): string {
  const plain = [...name.replace(boxed, unboxed).normalize('NFKC')]
    // Capitals first: small, Ν is no n but a ν.
    .map((letter) => capitals.get(letter) ?? letter)
    .join('');
  // fold composes again what NFKD takes apart: ádmin would keep its accent.
  const letters = [...fold(plain).normalize('NFKD').replace(/\p{M}/gu, '')];
  const isArabic = letters.some((letter) => /\p{Script=Arabic}/u.test(letter));
  return letters
    .map((letter) => (isArabic ? arabicDigits[letter] : undefined) ?? small.get(letter) ?? letter)
    .join('')
    .replace(/[\p{Lm}\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .replaceAll('rn', 'm');
}

/** Beside Arabic letters ١ is an alef and ٥ a heh (fold has made them Latin digits), as is an upright stroke. */
const arabicDigits: Record<string, string> = { '1': 'ا', '5': 'ه', l: 'ا', '|': 'ا' };

// Letters in squares and circles, which NFKC leaves as they are: 🄰 has a plain letter to it, 🅐 and 🅰 have not.
const boxed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const unboxed = (letter: string): string =>
  String.fromCodePoint(0x61 + (((letter.codePointAt(0) ?? 0) - 0x1f150) % 0x20));

const arabicAlphabet = 'ءابتثجحخدذرزسشصضطظعغفقكلمنهوي';
const hasBorrowed = (skeleton: string): boolean =>
  [...skeleton].some((letter) => arabicShapes.has(letter) && !arabicAlphabet.includes(letter));

/** Without dots, which are what tells most Arabic letters apart. */
const shapeOf = (skeleton: string): string =>
  [...skeleton].map((letter) => arabicShapes.get(letter) ?? letter).join('');
