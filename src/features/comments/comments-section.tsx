import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, type RefObject } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import type { PostedForm, RefusedForm } from '#contract/page';
import { Button } from '#ui/button.tsx';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { CommentBranch } from './comment-branch.tsx';
import { CommentForm } from './comment-form.tsx';
import { branchOf, commentListQuery, locatedCommentQuery } from './comment-queries.ts';
import { PostedNotice } from './posted-notice.tsx';
import styles from './comments-section.module.css';
import { RefusedComment } from './refused-comment.tsx';
import { loadWriting, useWritingCode } from './writing-code.ts';

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
  const { code, format } = useLanguage();
  const heading = useId();
  const shown = useRef<HTMLOListElement>(null);
  const isWhole = branch === undefined;
  const list = useInfiniteQuery({ ...commentListQuery(slug, after), enabled: isWhole });
  const top = useQuery({ ...locatedCommentQuery(branch ?? ''), enabled: !isWhole });
  const { isPending, isError, refetch } = isWhole ? list : top;
  const items = isWhole ? list.data?.pages.flatMap((page) => page.items) : branchOf(top.data, slug);
  const writing = useWritingCode();
  const section = useRef<HTMLElement>(null);
  useNearness(section, () => void loadWriting(code).catch(() => {}));

  const total = list.data?.pages[0]?.total ?? comments.count;
  const empty = comments.state === 'open' && items?.length === 0 && (
    <p className={styles['quiet']}>{t('empty')}</p>
  );
  return (
    <section className={styles['section']} aria-labelledby={heading} id="comments" ref={section}>
      <h2 id={heading} className={styles['heading']}>
        {t('heading')} <bdi>{`(${format.number(total)})`}</bdi>
      </h2>
      {posted !== undefined && <PostedNotice posted={posted} />}
      {comments.state === 'open' ? (
        <CommentForm slug={slug} label={t('add')} refused={refused} />
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
      {writing === undefined ? (
        empty
      ) : (
        <writing.OwnComments slug={slug} shown={items} onPosted={onPosted}>
          {empty}
        </writing.OwnComments>
      )}
      <ol className={styles['list']} ref={shown}>
        {items?.map((comment) => (
          <li key={comment.id} className={styles['item']}>
            <CommentBranch
              slug={slug}
              comment={comment}
              after={isWhole ? undefined : after}
              onPosted={onPosted}
            />
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

/** Calls `come` once, when the reader comes near to an element. */
function useNearness(element: RefObject<HTMLElement | null>, come: () => void): void {
  const arrive = useEffectEvent(come);
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting !== true) return;
        observer.disconnect();
        arrive();
      },
      { rootMargin: '50%' },
    );
    if (element.current !== null) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
}
