import { expect, test } from 'vitest';
import { hasMarks } from './vowel-marks.ts';

test.each([
  ['الخَيْلُ وَاللَّيْلُ وَالبَيْدَاءُ تَعْرِفُنِي', true],
  ['قِفَا نَبْكِ', true],
  // A mark that tells two readings apart, a tanwin, a shadda alone: newspaper spelling.
  ['عنوان أقصر من عموده: أين تنفع الكشيدة وأين تُفسد', false],
  ['ورّاق بغدادي أحصى كتباً ضاع أكثرها', false],
  ['أدراج عمّان', false],
  ['The Smell of Rain', false],
  ['', false],
])('%s is vowelled throughout: %s', (title, vowelled) => {
  expect(hasMarks(title)).toBe(vowelled);
});
