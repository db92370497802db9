import { directionOf } from '#contract/languages';

/** Outer and inner quotation marks, each as it opens and closes; base.css draws the same, and a test holds them together. */
interface Marks {
  open: string;
  close: string;
  innerOpen: string;
  innerClose: string;
}

const marksOf = (open: string, close: string, innerOpen: string, innerClose: string): Marks => ({
  open,
  close,
  innerOpen,
  innerClose,
});
const guillemets = marksOf('«', '»', '‹', '›');
const english = marksOf('“', '”', '‘', '’');
/** What stands in no line has guillemets where it is written from the right, else what English has. */
const byLanguage: Record<string, Marks> = {
  he: marksOf('”', '”', '’', '’'),
  yi: marksOf('”', '”', '’', '’'),
  de: marksOf('„', '“', '‚', '‘'),
  fr: marksOf('«\u202f', '\u202f»', '“', '”'),
  es: marksOf('«', '»', '“', '”'),
  it: marksOf('«', '»', '“', '”'),
  ru: marksOf('«', '»', '„', '“'),
  ur: marksOf('”', '“', '’', '‘'),
};

/** The marks of a language, as its newspapers set them. */
export function marksFor(lang: string): Marks {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  return byLanguage[language] ?? (directionOf(lang) === 'rtl' ? guillemets : english);
}

/** `text` in the quotation marks of its language, the marks within it turned into the inner pair. */
export function quoted(text: string, lang: string): string {
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const isFromEnd = directionOf(lang) === 'rtl';
  const marks = marksFor(lang);
  let isOpen = false;
  // Where they point inwards a blank beside them is the sentence's.
  const marksWithin = language === 'de' ? /[«»“”„"]/g : /«[ \u00a0\u202f]?|[ \u00a0\u202f]?»|[“”„"]/g;
  const inner = text.replace(marksWithin, (found, at: number) => {
    const mark = found.trim();
    const before = text.slice(0, at);
    const after = text.slice(at + found.length);
    // Hebrew writes one before the last letter of an abbreviation.
    if (mark === '"' && /\p{L}$/u.test(before) && /^\p{L}(?!\p{L})/u.test(after)) return found;
    isOpen = opens(mark, before, after, isOpen, language === 'de', isFromEnd);
    return isOpen ? marks.innerOpen : marks.innerClose;
  });
  return marks.open + inner + marks.close;
}

/** Whether a mark opens: some say so themselves, others only by where they stand. */
function opens(
  mark: string,
  before: string,
  after: string,
  isOpen: boolean,
  isGerman: boolean,
  isFromEnd: boolean,
): boolean {
  if (mark === '„') return true;
  // Books in German turn them inwards.
  if (mark === '«') return !isGerman;
  if (mark === '»') return isGerman;
  if (mark === '”' && !isFromEnd) return false;
  if (mark === '“' && !isFromEnd) return !(isGerman && isOpen);
  if (/^($|[\s.,:;!?)\]\u060c\u061b\u061f])/.test(after)) return false;
  if (/(^|[\s([])$/.test(before)) return true;
  return !isOpen;
}
