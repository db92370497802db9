import { expect, test } from 'vitest';
import { asUnvowelled, withoutVowelMarks } from './vowel-marks.ts';

test.each([
  ['الخَيْلُ وَاللَّيْلُ وَالبَيْدَاءُ تَعْرِفُنِي', 'الخيل والليل والبيداء تعرفني'],
  ['رداً على مُحَمَّدٍ', 'ردا على محمد'],
  ['هَٰذَا', 'هذا'],
  // Hamza and madda are letters, written in one code point or in two.
  ['أُسُسٌ، آخَرُ', 'أسس، آخر'],
  ['\u0627\u0654\u064f \u0627\u0653\u064e', '\u0627\u0654 \u0627\u0653'],
  ['שָׁלוֹם', 'שלום'],
  ['ی کـــ می‌خواهم é', 'ی کـــ می‌خواهم é'],
])('%s', (text, bare) => {
  expect(withoutVowelMarks(text)).toBe(bare);
});

test.each([
  ['الخَيْلُ وَاللَّيْلُ وَالبَيْدَاءُ تَعْرِفُنِي', 'الخيل والليل والبيداء تعرفني'],
  ['مُحَمَّدٌ، السَّمَاءِ، حَتَّى', 'محمد، السماء، حتى'],
  // What tells words apart in newspaper spelling: a capital is no country, a count no verb.
  ['جبل عمّان، عالٍ، ألفاً، مدّتين', 'جبل عمّان، عالٍ، ألفاً، مدّتين'],
  ['عُدّ، مِن، كُتب، عَمّان', 'عدّ، من، كتب، عمّان'],
  ['שָׁלוֹם', 'שלום'],
])('%s, unvowelled as a newspaper prints it', (text, printed) => {
  expect(asUnvowelled(text)).toBe(printed);
});
