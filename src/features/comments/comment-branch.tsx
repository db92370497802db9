import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { repliesQuery } from './comment-queries.ts';
import { CommentView } from './comment-view.tsx';
import { useWritingCode } from './writing-code.ts';
import styles from './comment-branch.module.css';

interface Props {
  /** Of the article. */
  slug: string;
  comment: Comment;
  /** Cursor of the page of replies shown first, on the branch's own page. */
  after?: string | undefined;
  onPosted: () => void;
}

/** A top-level comment and all replies below it, one level in. */
export function CommentBranch({ slug, comment, after, onPosted }: Props) {
  const { t } = useTranslation('comments');
  const shown = useRef<HTMLOListElement>(null);
  // The branch's own page comes with its replies; elsewhere they are fetched when they are asked for.
  const more = useInfiniteQuery({ ...repliesQuery(comment.id, after), enabled: false });
  const replies = more.data?.pages.flatMap((page) => page.items) ?? comment.replies;
  const names = new Map(replies.map(({ id, author }) => [id, author.name]));
  const writing = useWritingCode();
  const ownPage = `replies=${encodeURIComponent(comment.id)}`;
  // Without script the reader goes on from the last reply read.
  const first =
    comment.replyCount > replies.length
      ? `?${ownPage}#${commentAnchor(replies.at(-1)?.id ?? comment.id)}`
      : undefined;
  return (
    <>
      <CommentView comment={comment} />
      {replies.length > 0 && (
        <ol className={styles['replies']} aria-label={t('repliesOf')} ref={shown}>
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
      {writing !== undefined && (
        <writing.OwnComments
          slug={slug}
          parents={[comment.id, ...comment.replies.map(({ id }) => id)]}
          shown={replies}
          onPosted={onPosted}
        />
      )}
      <MoreLink
        list={more}
        label={t('moreReplies')}
        loadingLabel={t('loading')}
        failedLabel={t('loadFailed')}
        items={shown}
        to={more.data === undefined ? first : nextPage(more, `${ownPage}&`, `#${commentAnchor(comment.id)}`)}
      />
    </>
  );
}
