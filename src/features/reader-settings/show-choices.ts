import type { OwnFormats } from '#i18n/format.ts';
import { setWriting } from '#i18n/writing.ts';
import { fetchNastaliq } from './fetch-nastaliq.ts';
import { keepLine } from './keep-line.ts';
import { unchosen, type ReadingChoices } from './reading-choices.ts';

/** What the styles go by; the first four are also set by the head script of index.html. */
const inStyles = ['theme', 'size', 'spacing', 'face', 'digits'] as const;

/** Shows the page as chosen, at once, and the line being read where it was. */
export function showChoices(choices: ReadingChoices): void {
  keepLine(() => {
    const { dataset } = document.documentElement;
    if (choices.face === 'nastaliq' && dataset['face'] !== 'nastaliq') fetchNastaliq();
    for (const name of inStyles) {
      if (choices[name] === unchosen[name]) delete dataset[name];
      else dataset[name] = choices[name];
    }
    setWriting({
      formats: {
        digits: choices.digits === 'site' ? undefined : choices.digits,
        ...calendars[choices.calendar],
      },
      hidesMarks: choices.marks === 'hidden',
    });
  });
}

const calendars: Record<ReadingChoices['calendar'], OwnFormats> = {
  site: {},
  levant: { months: 'ar-LB' },
  gulf: { months: 'ar-AE' },
  maghreb: { months: 'ar-MA' },
  gregorian: { calendar: 'gregory' },
  both: { months: 'ar-LB', otherMonths: 'ar-AE' },
  hijri: { calendar: 'islamic-umalqura' },
};
