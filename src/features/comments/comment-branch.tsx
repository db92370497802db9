import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { repliesQuery, type RepliesStart } from './comment-queries.ts';
import { CommentView } from './comment-view.tsx';
import { useConversation } from './conversation.ts';
import { useWritingCode } from './writing-code.ts';
import styles from './comment-branch.module.css';

interface Props {
  comment: Comment;
  /** Where the replies shown begin, on the branch's own page. */
  start?: RepliesStart | undefined;
}

/**
 * A top-level comment and all replies below it, one level in; they can be folded away. Those that stay as they are
 * cost nothing when more come to the list.
 */
export const CommentBranch = memo(function CommentBranch({ comment, start }: Props) {
  const { t } = useTranslation('comments');
  const { format } = useLanguage();
  const shown = useRef<HTMLOListElement>(null);
  const { id, replyCount } = comment;
  // The branch's own page comes with its replies; elsewhere they are fetched when they are asked for.
  const { slug, onPosted } = useConversation();
  const writing = useWritingCode();
  const more = useInfiniteQuery({ ...repliesQuery(id, start), enabled: false });
  const replies = more.data?.pages.flatMap((page) => page.items) ?? comment.replies;
  const names = new Map(replies.map((reply) => [reply.id, reply.author.name]));
  const answersOf = ({ parentId }: Comment) =>
    parentId === undefined || parentId === id ? undefined : { id: parentId, name: names.get(parentId) };
  const ownPage = `replies=${encodeURIComponent(id)}`;
  // Without script the reader goes on from the last reply read.
  const published = replies.filter(({ state }) => state === 'published').length;
  const first = replyCount > published ? `?${ownPage}#${commentAnchor(replies.at(-1)?.id ?? id)}` : undefined;
  return (
    <CommentView comment={comment}>
      {start?.from !== undefined && (
        <p className={styles['way']}>
          <PageLink to={`?${ownPage}#${commentAnchor(id)}`}>{t('wholeBranch')}</PageLink>
        </p>
      )}
      {replies.length > 0 && (
        <details open className={styles['branch']}>
          <summary className={styles['count']}>
            {t('replies', { count: replyCount, number: format.number(replyCount) })}
          </summary>
          <ol className={styles['replies']} aria-label={t('repliesOf')} ref={shown}>
            {replies.map((reply) => (
              <li key={reply.id} className={styles['reply']}>
                <CommentView comment={reply} answers={answersOf(reply)} />
              </li>
            ))}
          </ol>
          <MoreLink
            list={more}
            label={t('moreReplies')}
            loadingLabel={t('loading')}
            failedLabel={t('loadFailed')}
            items={shown}
            to={more.data === undefined ? first : nextPage(more, `${ownPage}&`, `#${commentAnchor(id)}`)}
          />
        </details>
      )}
      {writing !== undefined && (
        <writing.OwnComments
          slug={slug}
          parents={[id, ...replies.map((reply) => reply.id)]}
          shown={replies}
          View={CommentView}
          answersOf={answersOf}
          onPosted={onPosted}
        />
      )}
    </CommentView>
  );
});
