import { fold } from '#contract/text/fold';
import { withoutDirections } from './direction-runs.ts';

export interface AgencyCredit {
  /** The bare name, `فارس`; several are joined by a comma. */
  credit: string;
  /** As the source printed it, `(«فارس»)`. */
  creditLine: string;
  /** What stands before it on its line, '' where nothing does. */
  rest: string;
}

// Only names that mean nothing else between parentheses: قنا and بنا are also a town and a word, and
// فارس is a knight, so these need their guillemets.
const agencies = new Set(
  [
    'رويترز',
    'رويتر',
    'وكالات',
    'الوكالات',
    'وكالات الأنباء',
    'فرانس برس',
    'وكالة فرانس برس',
    'أسوشيتد برس',
    'أسوشييتد برس',
    'يونايتد برس',
    'الأناضول',
    'سبوتنيك',
    'تاس',
    'إيتار تاس',
    'إنترفاكس',
    'نوفوستي',
    'شينخوا',
    'سانا',
    'بترا',
    'واس',
    'وام',
    'كونا',
    'إرنا',
    'تسنيم',
    'أنسا',
    'بلومبرغ',
    'بلومبيرغ',
    'الوكالة الوطنية للإعلام',
    'Reuters',
    'AFP',
    'AP',
    'Associated Press',
    'DPA',
    'UPI',
    'Agencies',
  ].map(fold),
);

// Initials count only when they stand apart: (آب) is a month and (أب) a father. أ ف ب, د ب أ, أ ب,
// أ ش أ, ي ب أ, with spaces or dots, the hamza often left off.
const initials = /^(?:[أا][ .]+ف[ .]+ب|د[ .]+ب[ .]+[أا]|[أا][ .]+ب|[أا][ .]+ش[ .]+[أا]|ي[ .]+ب[ .]+[أا])\.?$/;

const quoted = /^«\s*([^«»()؟!?]*\p{L}[^«»()؟!?]*?)\s*»$/u;
const otherQuotes = /^["“”„'‘’]+|["“”„'‘’]+$/g;
// Separators of several agencies; none of them splits a name in guillemets.
const items = /(?:«[^«»]*»|[^«»،,/–—])+/g;
const separators = /^[\s،,/–—]*$/;

/** Letters a credit may take, parentheses and all: longer ones are text. */
const maxLength = 120;

/**
 * The agency credit at the end of `line`: a parenthesis that holds a name in guillemets, or a known
 * agency without them, or several of either, (أ ف ب، رويترز). Undefined where the line ends otherwise.
 */
export function agencyCredit(line: string): AgencyCredit | undefined {
  const trimmed = line.replace(trailing, '');
  const opening = trimmed.lastIndexOf('(');
  if (opening === -1 || !trimmed.endsWith(')') || trimmed.length - opening > maxLength) return undefined;
  const creditLine = withoutDirections(trimmed.slice(opening));
  const inner = creditLine.slice(1, -1).replace(marks, '').trim();
  if (!separators.test(inner.replace(items, ''))) return undefined;
  const names = [...inner.matchAll(items)].map(([item]) => agencyName(item.trim()));
  const known = names.filter((name) => name !== undefined);
  if (known.length === 0 || known.length < names.length) return undefined;
  return { credit: known.join('، '), creditLine, rest: trimmed.slice(0, opening).trimEnd() };
}

// Direction marks and other invisible characters after the parenthesis; a bounded look, since text may be hostile.
const trailing = /[\s\p{Cf}]{0,20}$/u;
const marks = /[\u200e\u200f\u061c]/g;

function agencyName(item: string): string | undefined {
  const name = quoted.exec(item)?.[1];
  if (name !== undefined) return name.normalize('NFC');
  const bare = item.replace(otherQuotes, '').trim();
  return agencies.has(fold(bare).replace(/\s+/g, ' ')) || initials.test(bare.replace(/\s/g, ' '))
    ? bare.normalize('NFC')
    : undefined;
}
