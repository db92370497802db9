import { fold } from '#contract/text/fold';

const headings = new Set(
  [
    'إضافة تعليق جديد',
    'إضافة تعليق',
    'أضف تعليقاً جديداً',
    'أضف تعليقاً',
    'أضف تعليق',
    'أضف تعليقك',
    'اترك تعليقاً',
    'اترك تعليقك',
    'اكتب تعليقاً',
    'اكتب تعليقك',
    'شارك بتعليقك',
    'شاركنا تعليقك',
    'التعليقات',
    'Add new comment',
    'Add a comment',
    'Leave a comment',
    'Leave a reply',
    'Comments',
  ].map(fold),
);

/** Characters past which a line is a sentence, not a heading. */
const maxLength = 60;

/**
 * Whether `line` is a site's own heading over its comment form, as «إضافة تعليق جديد», whatever
 * colons, blanks, digits or marks stand around its words.
 */
export function isCommentHeading(line: string): boolean {
  if (line.length > maxLength) return false;
  return headings.has((fold(line).match(/\p{L}+/gu) ?? []).join(' '));
}
