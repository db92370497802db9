import type { Run } from '#contract/article';
import { directionRuns } from './direction-runs.ts';
import { hasInk } from './ink.ts';
import { cleanCharacters } from './read-text.ts';

/** What the elements around a piece of text make of it. */
export type Marks = Omit<Run, 'text'>;

/** Gathers the text of one paragraph, heading, cell or line of verse, piece by piece. */
export class RunLine {
  #runs: Run[] = [];
  #isSeen = false;

  add(text: string, marks: Marks): void {
    for (const run of directionRuns(cleanCharacters(text))) this.#push({ ...marks, ...run });
  }

  #push(run: Run): void {
    this.#isSeen ||= hasInk(run.text);
    const last = this.#runs.at(-1);
    if (last !== undefined && isAlike(last, run)) last.text += run.text;
    else this.#runs.push(run);
  }

  /** Whether nothing was gathered that would be seen. */
  isEmpty(): boolean {
    return !this.#isSeen;
  }

  /**
   * What was gathered, and begins anew: blanks in a row are one space, none stands at the ends. Empty
   * where nothing would be seen.
   */
  take(): Run[] {
    const runs = this.#runs;
    const isSeen = this.#isSeen;
    this.#runs = [];
    this.#isSeen = false;
    if (!isSeen) return [];
    let blank = true;
    for (const run of runs) {
      run.text = run.text.replace(/[\t\n]|[\t\n\p{Zs}]{2,}/gu, ' ').replace(/ {2,}/g, ' ');
      if (blank) run.text = run.text.replace(/^\s+/, '');
      if (run.text !== '') blank = /\s$/.test(run.text);
    }
    const shown = runs.filter(({ text }) => text !== '');
    for (let last = shown.at(-1); last !== undefined; last = shown.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      shown.pop();
    }
    // Letters and marks of neighbouring pieces meet only now.
    return shown.map((run) => ({ ...run, text: run.text.normalize('NFC') }));
  }
}

function isAlike(one: Run, other: Run): boolean {
  return (
    one.strong === other.strong &&
    one.em === other.em &&
    one.code === other.code &&
    one.href === other.href &&
    one.lang === other.lang &&
    one.dir === other.dir
  );
}

/** What a reader reads of runs. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
