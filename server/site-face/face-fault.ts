import { quotedValue } from '../importing/quoted-value.ts';
import { StartError } from '../start-error.ts';

/** A value of site.json that cannot be used: the file, the place in it, what was read, what is allowed. */
export const wrongValue = (file: string, place: string, value: unknown, allowed: string): StartError =>
  new StartError(`${file}: ${place} is ${quotedValue(value)}; allowed: ${allowed}.`);

/** A file that cannot be used as a whole. */
export const wrongFile = (file: string, why: string): StartError =>
  new StartError(`${file}: ${why.replace(/\s+/g, ' ')}.`);
