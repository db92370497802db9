import { useTranslation } from '#i18n/words.ts';
import type { PostedForm } from '#contract/page';
import { commentAnchor } from '#contract/paths';
import { Notice } from '#ui/notice.tsx';

/** Said after a plain form post: the comment is shown, or waits for review. */
export function PostedNotice({ posted: { id, state } }: { posted: PostedForm }) {
  const { t } = useTranslation('comments');
  return (
    <Notice>
      <p>{state === 'pending' ? t('held') : t('sent')}</p>
      {state === 'published' && <a href={`#${commentAnchor(id)}`}>{t('seeYours')}</a>}
    </Notice>
  );
}
