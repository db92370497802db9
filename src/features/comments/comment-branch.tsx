import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comment } from '#contract/comment';
import { Button } from '#ui/button.tsx';
import { repliesQuery } from './comment-queries.ts';
import { CommentView } from './comment-view.tsx';
import styles from './comment-branch.module.css';

/** A top-level comment and all replies below it, one level in. */
export function CommentBranch({ comment }: { comment: Comment }) {
  const { t } = useTranslation('comments');
  const [opened, setOpened] = useState(false);
  const more = useInfiniteQuery({ ...repliesQuery(comment.id), enabled: opened });
  const replies = more.data?.pages.flatMap((page) => page.items) ?? comment.replies;
  const names = new Map(replies.map(({ id, author }) => [id, author.name]));
  const hasMore = more.data === undefined ? comment.replyCount > comment.replies.length : more.hasNextPage;
  const open = () => {
    if (more.data === undefined) setOpened(true);
    else void more.fetchNextPage();
  };
  return (
    <>
      <CommentView comment={comment} />
      {replies.length > 0 && (
        <ol className={styles['replies']} aria-label={t('repliesOf')}>
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentView
                comment={reply}
                answers={reply.parentId === undefined ? undefined : names.get(reply.parentId)}
              />
            </li>
          ))}
        </ol>
      )}
      {hasMore && (
        <div className="needs-script">
          <Button aria-disabled={more.isFetching} onClick={open}>
            {more.isFetching ? t('loading') : t('moreReplies')}
          </Button>
        </div>
      )}
    </>
  );
}
