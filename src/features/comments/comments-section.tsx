import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import type { PostedForm, RefusedForm } from '#contract/page';
import { commentAnchor } from '#contract/paths';
import { Button } from '#ui/button.tsx';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { CommentBranch } from './comment-branch.tsx';
import { hasErrors, useCommentDraft, type Words } from './comment-draft.ts';
import { CommentForm } from './comment-form.tsx';
import { usePostComment, type KeyedDraft } from './comment-mutations.ts';
import { branchOf, commentListQuery, locatedCommentQuery } from './comment-queries.ts';
import { OwnComment, useReason, useStateWords } from './own-comment.tsx';
import { ownPostOf, useOwnPosts, useShownPosts } from './own-posts.ts';
import { PostedNotice } from './posted-notice.tsx';
import styles from './comments-section.module.css';
import { RefusedComment } from './refused-comment.tsx';

interface Props {
  article: Pick<Article, 'slug' | 'comments'>;
  /** Cursor of the page of comments shown first; of that of replies, where only one branch is shown. */
  after?: string | undefined;
  /** Id of the comment whose branch alone is shown, with all its replies. */
  branch?: string | undefined;
  /** The comment that a plain form post has just left here. */
  posted?: PostedForm | undefined;
  /** A plain form post that was refused. */
  refused?: RefusedForm | undefined;
  onPosted: () => void;
}

/** The conversation under an article: count, form, comments. */
export function CommentsSection({ article, after, branch, posted, refused, onPosted }: Props) {
  const { slug, comments } = article;
  const { t } = useTranslation('comments');
  const { format } = useLanguage();
  const heading = useId();
  const shown = useRef<HTMLOListElement>(null);
  const reason = useReason();
  const stateWords = useStateWords();
  const isWhole = branch === undefined;
  const list = useInfiniteQuery({ ...commentListQuery(slug, after), enabled: isWhole });
  const top = useQuery({ ...locatedCommentQuery(branch ?? ''), enabled: !isWhole });
  const { isPending, isError, refetch } = isWhole ? list : top;
  const draft = useCommentDraft(refused);
  const { posts, forget } = useOwnPosts(slug);
  const items = isWhole ? list.data?.pages.flatMap((page) => page.items) : branchOf(top.data, slug);
  const own = useShownPosts(posts, { items, draft, forget });
  const { land, landing } = useLanding();
  const post = usePostComment(slug, (kept, comment) => {
    draft.clear(kept);
    land(kept.key, comment.id);
    onPosted();
  });
  const send = (words: Words) => {
    const taken = draft.take(words);
    const isUnderWay = posts.some(({ state, draft: { key } }) => state === 'sending' && key === taken?.key);
    if (taken === undefined || isUnderWay) return;
    // What is sent now was mended out of it.
    if (draft.mending !== undefined) forget(draft.mending);
    forget(taken.key);
    post.mutate(taken);
  };
  const retry = (again: KeyedDraft) => {
    landing(again.key);
    forget(again.key);
    post.mutate(again);
  };

  const total = list.data?.pages[0]?.total ?? comments.count;
  // What a field says is read out with the field.
  const last = ownPostOf(post);
  const said = last?.draft.key === draft.mending ? undefined : last;
  return (
    <section className={styles['section']} aria-labelledby={heading} id="comments">
      <h2 id={heading} className={styles['heading']}>
        {t('heading')} <bdi>{`(${format.number(total)})`}</bdi>
      </h2>
      <p role="status" className="visually-hidden">
        {said !== undefined && stateWords(said.state)} {said?.state === 'failed' && reason(said.error)}
      </p>
      {posted !== undefined && <PostedNotice posted={posted} />}
      {comments.state === 'open' ? (
        <CommentForm
          slug={slug}
          draft={draft}
          refusal={refused !== undefined && !hasErrors(draft.errors) ? refused.problem : undefined}
          onSend={send}
        />
      ) : (
        <>
          {refused !== undefined && <RefusedComment refused={refused} />}
          <p className={styles['quiet']}>{t('closed')}</p>
        </>
      )}
      {(after ?? branch) !== undefined && <PageLink to="?">{t('newest')}</PageLink>}
      {items === undefined && isPending && <p role="status">{t('loading')}</p>}
      {items === undefined && isError && (
        <Notice tone="danger">
          <p role="alert">{t('loadFailed')}</p>
          <Button onClick={() => void refetch()}>{t('tryAgain')}</Button>
        </Notice>
      )}
      {comments.state === 'open' && items?.length === 0 && own.length === 0 && (
        <p className={styles['quiet']}>{t('empty')}</p>
      )}
      <ol className={styles['list']} ref={shown}>
        {own.map((shown) => (
          <li key={shown.draft.key} className={styles['item']}>
            {shown.state === 'published' && shown.comment !== undefined ? (
              <CommentBranch comment={shown.comment} />
            ) : (
              <OwnComment
                post={shown}
                inBox={shown.draft.text === draft.text}
                onRetry={() => retry(shown.draft)}
              />
            )}
          </li>
        ))}
        {items?.map((comment) => (
          <li key={comment.id} className={styles['item']}>
            <CommentBranch comment={comment} after={isWhole ? undefined : after} />
          </li>
        ))}
      </ol>
      <MoreLink
        list={list}
        label={t('more')}
        loadingLabel={t('loading')}
        failedLabel={t('loadFailed')}
        items={shown}
        to={isWhole ? nextPage(list, '', '#comments') : undefined}
      />
    </section>
  );
}

/** Leads the focus from a comment that was tried again to the same comment in its place. */
function useLanding() {
  const awaited = useRef<string>(undefined);
  const [landed, setLanded] = useState<string>();
  useEffect(() => {
    if (landed !== undefined) document.getElementById(commentAnchor(landed))?.focus();
  }, [landed]);
  return {
    landing(key: string) {
      awaited.current = key;
    },
    land(key: string, id: string) {
      if (awaited.current === key) setLanded(id);
    },
  };
}
