import { readStored, writeStored } from '#platform/local-store.ts';
import { choicesKey } from './choices-key.ts';

/** All that a reader can choose of how pages look and are written, each with its allowed values. */
export const allowed = {
  theme: ['system', 'light', 'sepia', 'dark'],
  size: ['1', '2', '3', '4', '5', '6', '7'],
  spacing: ['close', 'normal', 'loose', 'wide'],
  face: ['naskh', 'nastaliq', 'vazirmatn', 'device'],
  digits: ['site', 'arab', 'arabext', 'latn'],
  calendar: ['site', 'levant', 'gulf', 'maghreb', 'both', 'gregorian', 'hijri'],
  marks: ['shown', 'hidden'],
} as const;

export type ReadingChoices = { [Name in keyof typeof allowed]: (typeof allowed)[Name][number] };

/** The page as the site gives it. */
export const unchosen: ReadingChoices = {
  theme: 'system',
  size: '3',
  spacing: 'normal',
  face: 'naskh',
  digits: 'site',
  calendar: 'site',
  marks: 'shown',
};

/** What was chosen in this visit, where the device keeps nothing. */
let ofThisVisit: ReadingChoices | undefined;

/** What was chosen on this device; a value that is none of ours counts as not chosen. */
export function readChoices(): ReadingChoices {
  if (ofThisVisit !== undefined) return ofThisVisit;
  const stored = readStored(choicesKey);
  const members = new Map<string, unknown>(Object.entries(stored ?? {}));
  const chosen = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === members.get(name)) ?? otherwise;
  return {
    theme: chosen('theme', allowed.theme, unchosen.theme),
    size: chosen('size', allowed.size, unchosen.size),
    spacing: chosen('spacing', allowed.spacing, unchosen.spacing),
    face: chosen('face', allowed.face, unchosen.face),
    digits: chosen('digits', allowed.digits, unchosen.digits),
    calendar: chosen('calendar', allowed.calendar, unchosen.calendar),
    marks: chosen('marks', allowed.marks, unchosen.marks),
  };
}

/**
 * Keeps `choices` for later visits and for other tabs, as far as they differ from the site's. False where the device keeps nothing (storage
 * full, denied or absent): then they last for this visit.
 */
export function keepChoices(choices: ReadingChoices): boolean {
  const asTheSite = new Map<string, string>(Object.entries(unchosen));
  const chosen = Object.entries(choices).filter(([name, value]) => value !== asTheSite.get(name));
  const isKept = writeStored(choicesKey, Object.fromEntries(chosen));
  ofThisVisit = isKept ? undefined : choices;
  return isKept;
}
