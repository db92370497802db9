import { describe, expect, test } from 'vitest';
import { stretchesOf } from './language-stretches.ts';

const spoken = (text: string, lang: string) =>
  stretchesOf([{ text }], lang)
    .filter(({ text: piece }) => /\p{L}/u.test(piece))
    .map(({ text: piece, lang: own }) => `${own}: ${piece.trim()}`);

describe('words of another script', () => {
  test('are of another language from two words on', () => {
    expect(spoken('شاهدت The Lord of the Rings أمس', 'ar-LB')).toEqual([
      'ar-LB: شاهدت',
      'en: The Lord of the Rings',
      'ar-LB: أمس',
    ]);
    expect(spoken('أطلقت Apple هاتف iPhone الجديد', 'ar')).toEqual(['ar: أطلقت Apple هاتف iPhone الجديد']);
  });

  test('hold together over figures, dashes and commas', () => {
    expect(spoken('مجلّة Harvard Business Review, vol. 12 – Summer issue الأخيرة', 'ar')[1]).toBe(
      'en: Harvard Business Review, vol. 12 – Summer issue',
    );
    expect(spoken('في قمّة COP 28 العالمية', 'ar')).toEqual(['ar: في قمّة COP 28 العالمية']);
  });

  test('are told apart in either direction, and several in one sentence', () => {
    expect(spoken('He said السلام عليكم and then до свидания друзья left', 'en')).toEqual([
      'en: He said',
      'ar: السلام عليكم',
      'en: and then',
      'ru: до свидания друзья',
      'en: left',
    ]);
  });

  test('are not another language where several are written in one script', () => {
    expect(spoken('کتاب «ألف ليلة وليلة» را خواندم', 'fa')).toEqual(['fa: کتاب «ألف ليلة وليلة» را خواندم']);
  });
});

describe('a marked language', () => {
  test('is obeyed, one word or many', () => {
    expect(
      stretchesOf([{ text: 'يقول ' }, { text: 'bonjour', lang: 'fr' }, { text: ' كلّ صباح' }], 'ar'),
    ).toEqual([
      { text: 'يقول ', lang: 'ar' },
      { text: 'bonjour', lang: 'fr' },
      { text: ' كلّ صباح', lang: 'ar' },
    ]);
  });

  test('that is the text’s own, of whatever country, changes nothing', () => {
    expect(stretchesOf([{ text: 'قال ' }, { text: 'الرجل', lang: 'ar-EG' }], 'ar-LB')).toEqual([
      { text: 'قال الرجل', lang: 'ar-LB' },
    ]);
  });
});

test('emphasis and links part no stretch', () => {
  expect(
    stretchesOf([{ text: 'قرأ The ' }, { text: 'New York', em: true }, { text: ' Times أمس' }], 'ar'),
  ).toEqual([
    { text: 'قرأ ', lang: 'ar' },
    { text: 'The New York Times', lang: 'en' },
    { text: ' أمس', lang: 'ar' },
  ]);
});

test('one endless word takes no time', () => {
  expect(stretchesOf([{ text: `ا${'a'.repeat(200_000)}` }], 'ar')).toHaveLength(1);
  expect(stretchesOf([{ text: 'a.'.repeat(100_000) }], 'ar')).toHaveLength(1);
});
