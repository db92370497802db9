import { beforeAll, describe, expect, test } from 'vitest';
import { languageCodes } from '#contract/languages';
import { createFormat } from './format.ts';
import { languageWords, loadedLanguage, loadLanguage } from './i18n.ts';

const site = { locale: 'ar-LB', timeZone: 'Asia/Beirut' };

test('words that are not loaded are asked for in vain; none are at first', () => {
  expect(loadedLanguage('ar')).toBeUndefined();
  expect(() => languageWords('ar')).toThrow('not loaded');
});

describe('counts in words', () => {
  beforeAll(async () => {
    await Promise.all(languageCodes.map(loadLanguage));
  });

  test.each([
    [0, 'لا تعليقات', 'أقلّ من دقيقة للقراءة'],
    [1, 'تعليق واحد', 'دقيقة واحدة للقراءة'],
    [2, 'تعليقان', 'دقيقتان للقراءة'],
    [3, '٣ تعليقات', '٣ دقائق للقراءة'],
    [10, '١٠ تعليقات', '١٠ دقائق للقراءة'],
    [11, '١١ تعليقاً', '١١ دقيقة للقراءة'],
    [99, '٩٩ تعليقاً', '٩٩ دقيقة للقراءة'],
    [100, '١٠٠ تعليق', '١٠٠ دقيقة للقراءة'],
    [102, '١٠٢ تعليق', '١٠٢ دقيقة للقراءة'],
    [103, '١٠٣ تعليقات', '١٠٣ دقائق للقراءة'],
    [111, '١١١ تعليقاً', '١١١ دقيقة للقراءة'],
  ])('%i in Arabic', (count, comments, reading) => {
    const t = languageWords('ar').of('articles');
    const number = createFormat('ar', site).number(count);
    expect(t('comments', { count, number })).toBe(comments);
    expect(t('reading', { count, number })).toBe(reading);
  });

  test.each([
    [0, '0 comments', '0 minutes to read'],
    [1, '1 comment', '1 minute to read'],
    [2, '2 comments', '2 minutes to read'],
    [101, '101 comments', '101 minutes to read'],
  ])('%i in English', (count, comments, reading) => {
    const t = languageWords('en').of('articles');
    const number = createFormat('en', site).number(count);
    expect(t('comments', { count, number })).toBe(comments);
    expect(t('reading', { count, number })).toBe(reading);
  });

  test('every language speaks its own words, loaded once', async () => {
    for (const code of languageCodes) {
      const words = languageWords(code);
      expect(words.has('site')).toBe(true);
      expect(await loadLanguage(code)).toBe(words);
    }
    expect(languageWords('ar').of('articles')('related')).toBe('مواد ذات صلة');
    expect(languageWords('en').of('articles')('related')).toBe('Related');
    expect(loadedLanguage('en')).toBe('en');
  });
});
