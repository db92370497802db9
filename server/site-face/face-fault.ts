import { StartError } from '../start-error.ts';

/** How much of a value is shown: enough to find it. */
const shown = 80;

/** A value as it was read, on one line. */
function quote(value: unknown): string {
  const text = value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
  const line = text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
  return line.length > shown ? `«${line.slice(0, shown).toWellFormed()}…»` : `«${line}»`;
}

/** A value of site.json that cannot be used: the file, the place in it, what was read, what is allowed. */
export const wrongValue = (file: string, place: string, value: unknown, allowed: string): StartError =>
  new StartError(`${file}: ${place} is ${quote(value)}; allowed: ${allowed}.`);

/** A file that cannot be used as a whole. */
export const wrongFile = (file: string, why: string): StartError =>
  new StartError(`${file}: ${why.replace(/\s+/g, ' ')}.`);
