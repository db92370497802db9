/**
 * One spelling for what readers of Arabic take as one word. Both sides of a search are folded; what is
 * shown is never touched. Facts and the table of pairs: Unicode NFKC; Arabic light stemming in the
 * manner of Larkey's light10, prefixes only.
 */

// Tatweel, zero-width and bidi controls, soft hyphen, and the separator of thousands.
const invisible = /[\u0640\u066c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Tashkeel and Quranic marks.
const arabicMarks = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g;

/** NFKC, lower case, without marks and invisible characters: the same letters, barely written. */
function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(invisible, '').replace(arabicMarks, '');
}

const letters: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  '٫': '.',
};
const foldable = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

function foldLetters(text: string): string {
  return text
    .replace(foldable, (letter) => letters[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** `text` in the spelling used to compare: `fold('مُحَمَّدٌ') === 'محمد'`, `fold('٢٠٢٦') === '2026'`. */
export const fold = (text: string): string => foldLetters(bare(text));

// Longest first, so that وال goes before و.
const clitics = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال', 'و', 'ب', 'ل', 'ك', 'ف'] as const;

/** `word` (bare, not yet folded: else ألمانيا would lose its أل) without a joined particle before it. */
function withoutClitic(word: string): string {
  for (const clitic of clitics) {
    const least = clitic.length === 1 ? 4 : 3;
    if (word.startsWith(clitic) && word.length - clitic.length >= least) return word.slice(clitic.length);
  }
  return word;
}

export interface Term {
  /** The folded word; a query word matches a text word that begins with it. */
  word: string;
  /**
   * The folded word without its joined particle; a query's word or stem that equals a text's stem matches
   * too: لبنان begins with no particle, though its first letter could be one, and finds ولبنان.
   */
  stem: string;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of `text` as search terms, in order, letters and digits only (so that they can be quoted
 * into any database's query language without escaping).
 */
export function termsOf(text: string): Term[] {
  segmenter ??= new Intl.Segmenter('ar', { granularity: 'word' });
  const terms: Term[] = [];
  for (const { segment, isWordLike } of segmenter.segment(bare(text))) {
    if (isWordLike !== true) continue;
    // The segmenter keeps can't and 3.14 whole; the index knows letters and digits.
    // Marks that are left (niqqud, vowel signs) would tear their word apart.
    for (const part of segment.replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u)) {
      if (part === '') continue;
      terms.push({ word: foldLetters(part), stem: foldLetters(withoutClitic(part)) });
    }
  }
  return terms;
}
