import { useTranslation } from '#i18n/words.ts';
import type { PostedForm } from '#contract/page';
import { Notice } from '#ui/notice.tsx';
import { permalink } from './permalink.ts';

interface Props {
  posted: PostedForm;
  /** Whether it stands at the comment. */
  isThere: boolean;
}

/** Said after a plain form post: the comment is shown, or waits for review. */
export function PostedNotice({ posted: { id, state }, isThere }: Props) {
  const { t } = useTranslation('comments');
  return (
    <Notice>
      <p>{state === 'pending' ? t('held') : t('sent')}</p>
      {state === 'published' && !isThere && <a href={permalink(id)}>{t('seeYours')}</a>}
    </Notice>
  );
}
