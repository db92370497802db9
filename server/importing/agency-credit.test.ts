import { describe, expect, test } from 'vitest';
import { agencyCredit } from './agency-credit.ts';

describe('agencyCredit', () => {
  test.each([
    ['(«فارس»)', 'فارس'],
    ['( « فارس » )', 'فارس'],
    ['(رويترز)', 'رويترز'],
    ['(أ ف ب)', 'أ ف ب'],
    ['(أ.ف.ب)', 'أ.ف.ب'],
    ['(أ. ف. ب.)', 'أ. ف. ب.'],
    ['(ا ف ب)', 'ا ف ب'],
    ['(أ\u00a0ف\u00a0ب)', 'أ\u00a0ف\u00a0ب'],
    ['(د ب أ)', 'د ب أ'],
    ['(د.ب.ا)', 'د.ب.ا'],
    ['(أ ب)', 'أ ب'],
    ['(وكالات)', 'وكالات'],
    ['("رويترز")', 'رويترز'],
    ['(الاناضول)', 'الاناضول'],
    ['(Reuters)', 'Reuters'],
    ['(أ ف ب، رويترز)', 'أ ف ب، رويترز'],
    ['(«السفير»، أ ف ب)', 'السفير، أ ف ب'],
    ['(«رويترز، أ ف ب»)', 'رويترز، أ ف ب'],
    ['(«أ.ف.ب»)\u200f ', 'أ.ف.ب'],
    ['\u202b(«فارس»\u202c)', 'فارس'],
  ])('%j credits %s', (line, credit) => {
    expect(agencyCredit(line)?.credit).toBe(credit);
  });

  test('keeps the print and the words before it', () => {
    expect(agencyCredit('وانتهى اللقاء. ( «فارس» )')).toEqual({
      credit: 'فارس',
      creditLine: '( «فارس» )',
      rest: 'وانتهى اللقاء.',
    });
    expect(agencyCredit('(رويترز)')).toEqual({ credit: 'رويترز', creditLine: '(رويترز)', rest: '' });
  });

  test.each([
    ['a month', 'في أغسطس (آب)'],
    ['a father', '(أب)'],
    ['another town', '(دبا)'],
    ['a year', '(1948)'],
    ['a town that is an agency too', '(قنا)'],
    ['more to come', '(يتبع)'],
    ['words around a name', '(المصدر: «رويترز»)'],
    ['a known one beside an unknown one', '(رويترز، أحمد)'],
    ['not at the end', '(«فارس»).'],
    ['a question in guillemets', '(«من هناك؟»)'],
    ['empty guillemets', '(«»)'],
    ['nothing', '()'],
    ['only separators', '(،)'],
    ['no opening', 'رويترز)'],
    ['a whole paragraph', `(«${'كلمة '.repeat(40)}»)`],
  ])('%s stays text: %s', (_, line) => {
    expect(agencyCredit(line)).toBeUndefined();
  });
});
