import { limits } from '#contract/limits';
import { lookAlikeTo } from './name-skeleton.ts';

/** Names that only the paper's own people may carry; compared by skeleton, so that no look-alike passes. */
const staffNames = [
  'admin',
  'administrator',
  'moderator',
  'staff',
  'المشرف',
  'الإدارة',
  'المدير',
  'هيئة التحرير',
  // As the interface calls them in each of its languages, and as papers of that language do.
  'أسرة التحرير',
  'la rédaction',
  'rédaction',
  'تحریریه',
  'سردبیر',
  'ادارتی عملہ',
  'המערכת',
  'מערכת העיתון',
  'yazı işleri',
  'editör',
];

/** How a new comment stands under the site's rule: published at once, or held until somebody has looked. */
export function stateOfNew(moderation: 'after' | 'before'): 'published' | 'pending' {
  return moderation === 'after' ? 'published' : 'pending';
}

/** When a comment written at `created` can no longer be changed by its writer (milliseconds since 1970). */
export const editWindowEnd = (created: number): number => created + limits.editWindowMinutes * 60_000;

/** Whether a guest's name is, or looks like, one of the staff's. */
export function isReservedName(name: string, siteName: string): boolean {
  return [...staffNames, siteName].some(lookAlikeTo(name));
}
