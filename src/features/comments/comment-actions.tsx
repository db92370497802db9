import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { apiAddress } from '#platform/client.ts';
import { fetchCode } from '#platform/code.ts';
import { useConversation } from './conversation.ts';
import styles from './comment-actions.module.css';
import { isReplyKept } from './draft-key.ts';
import { ReplyForm } from './reply-form.tsx';
import { ReportForm } from './report-form.tsx';

/** What may be done at a comment. Each is a button of one plain form, which leads on without script. */
export function CommentActions({ comment }: { comment: Comment }) {
  const { t } = useTranslation('comments');
  const { code, format } = useLanguage();
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, isOpen, isNear, mine, own: parts, opened, toggle, told, tell } = useConversation();
  const { id, likes } = comment;
  const own = mine[id];
  const isLiked = own?.liked === true;
  const isOwn = own?.can.until !== undefined;
  const openedHere = opened?.id === id ? opened.act : undefined;
  // What its writer is about to do takes the room of all else.
  const isShort = isOwn && (openedHere === 'edit' || openedHere === 'delete');
  const like = async () => {
    try {
      const { likeComment } = await fetchCode(import('./comment-acts.ts'));
      await likeComment(queryClient, { slug, id }, !isLiked);
      tell(t(isLiked ? 'unliked' : 'liked'));
    } catch (error) {
      const reason = words.of(error);
      tell(isLiked ? t('unlikeFailed', { reason }) : t('likeFailed', { reason }), id);
    }
  };
  const act = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {};
    const name = submitter?.getAttribute('name');
    event.preventDefault();
    if (name === 'reply' || name === 'report') toggle(name, id);
    else {
      tell('');
      void like();
    }
  };
  const expanded = (name: 'reply' | 'report') => (isNear ? openedHere === name : undefined);
  return (
    <>
      <form className={styles['actions']} method="get" action={`#${commentAnchor(id)}`} onSubmit={act}>
        {!isShort && (
          <>
            {isOpen && (
              <button name="reply" value={id} className={styles['action']} aria-expanded={expanded('reply')}>
                {t('reply')}
              </button>
            )}
            {isOpen && isNear && openedHere !== 'reply' && isReplyKept(slug, id) && (
              <span>{t('replyKept')}</span>
            )}
            <button
              className={styles['action']}
              formMethod="post"
              formAction={apiAddress(`/api/comments/${encodeURIComponent(id)}/like?lang=${code}`)}
              aria-pressed={own === undefined ? undefined : isLiked}
            >
              {t('like')}
            </button>
            {likes.count > 0 && (
              <span>{t('likes', { count: likes.count, number: format.number(likes.count) })}</span>
            )}
            {!isOwn && (
              <button
                name="report"
                value={id}
                className={styles['action']}
                aria-expanded={expanded('report')}
              >
                {t('report')}
              </button>
            )}
          </>
        )}
        {isOwn && parts !== undefined && <parts.Actions comment={comment} can={own.can} />}
        {told?.failedAt === id && <span role="alert">{told.words}</span>}
      </form>
      {openedHere === 'reply' && <ReplyForm to={comment} />}
      {openedHere === 'report' && <ReportForm of={comment} />}
    </>
  );
}
