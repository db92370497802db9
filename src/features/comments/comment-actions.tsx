import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { useProblemWords } from '#i18n/problem-words.ts';
import { apiAddress } from '#platform/client.ts';
import { fetchCode } from '#platform/code.ts';
import { useConversation } from './conversation.ts';
import styles from './comment-actions.module.css';
import { ReplyForm } from './reply-form.tsx';
import { ReportForm } from './report-form.tsx';

/** What may be done at a comment. Each is a button of one plain form, which leads on without script. */
export function CommentActions({ comment }: { comment: Comment }) {
  const { t } = useTranslation('comments');
  const { code, format } = useLanguage();
  const words = useProblemWords();
  const queryClient = useQueryClient();
  const { slug, isOpen, mine, own: parts, opened, open } = useConversation();
  const [problem, setProblem] = useState<string>();
  const { id, likes } = comment;
  const own = mine[id];
  const isLiked = own?.liked === true;
  const act = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent : {};
    const name = submitter?.getAttribute('name');
    event.preventDefault();
    setProblem(undefined);
    if (name === 'reply' || name === 'report') open(name, id);
    else
      fetchCode(import('./comment-acts.ts'))
        .then(({ likeComment }) => likeComment(queryClient, { slug, id }, !isLiked))
        .catch((error: unknown) => setProblem(words.of(error)));
  };
  return (
    <>
      <form className={styles['actions']} method="get" action={`#${commentAnchor(id)}`} onSubmit={act}>
        {isOpen && (
          <button name="reply" value={id} className={styles['action']}>
            {t('reply')}
          </button>
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
        <button name="report" value={id} className={styles['action']}>
          {t('report')}
        </button>
        {problem !== undefined && <span role="alert">{problem}</span>}
      </form>
      {own?.can.until !== undefined && parts !== undefined && (
        <parts.Actions comment={comment} can={own.can} />
      )}
      {opened?.id === id && opened.act === 'reply' && <ReplyForm to={comment} />}
      {opened?.id === id && opened.act === 'report' && <ReportForm of={comment} />}
    </>
  );
}
