import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { commentAnchor } from '#contract/paths';
import { Notice } from '#ui/notice.tsx';
import { locatedCommentQuery } from './comment-queries.ts';

/** Said after a plain form post: the comment is shown, or waits for review. */
export function PostedNotice({ id }: { id: string }) {
  const { t } = useTranslation('comments');
  const located = useQuery(locatedCommentQuery(id));
  if (located.data === undefined) {
    return (
      <Notice>
        <p>{t('held')}</p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{t('sent')}</p>
      <a href={`#${commentAnchor(id)}`}>{t('seeYours')}</a>
    </Notice>
  );
}
