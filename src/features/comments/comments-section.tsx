import { useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import type { DoneForm, PostedForm, RefusedAct, RefusedForm } from '#contract/page';
import { commentAnchor } from '#contract/paths';
import { Button } from '#ui/button.tsx';
import { MoreLink, nextPage } from '#ui/more-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { useNear } from '#ui/use-near.ts';
import { CommentBranch } from './comment-branch.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentView } from './comment-view.tsx';
import type { CommentsPlace } from './comments-place.ts';
import { ConversationContext } from './conversation.ts';
import { OrderSwitch } from './order-switch.tsx';
import styles from './comments-section.module.css';
import { Refusal, RefusedComment } from './refused-comment.tsx';
import { useBranch } from './use-branch.ts';
import { useCommentOfFragment } from './use-comment-of-fragment.ts';
import { useNoted } from './use-noted.tsx';
import { useConversationOf } from './use-conversation.ts';
import { useReadyList } from './use-ready-list.ts';
import { loadWriting, useWritingCode } from './writing-code.ts';

interface Props {
  article: Pick<Article, 'slug' | 'comments'>;
  /** What of the conversation the page's address shows. */
  place: CommentsPlace;
  /** The comment that a plain form post has just left here. */
  posted?: PostedForm | undefined;
  /** A plain form post that was refused. */
  refused?: RefusedForm | undefined;
  /** What a plain form has just done to a comment here. */
  done?: DoneForm | undefined;
  /** A like or a report by plain form that was refused. */
  refusedAct?: RefusedAct | undefined;
  onPosted: () => void;
  /** What hears of comments as they come, and tells of new ones at the head of the list. */
  Live?: ComponentType<{ slug: string; isNewest: boolean }>;
}

/** The conversation under an article: count, form, comments. */
export function CommentsSection({
  article,
  place,
  posted,
  refused,
  done,
  refusedAct,
  onPosted,
  Live,
}: Props) {
  const { slug, comments } = article;
  const { t } = useTranslation('comments');
  const { code, format } = useLanguage();
  const section = useRef<HTMLElement>(null);
  const shown = useRef<HTMLOListElement>(null);
  const isNear = useNear(section);
  const noted = useNoted(posted, done);
  const conversation = useConversationOf(article, place, { refused, refusedAct, noted, isNear, onPosted });
  const { order, after } = place;
  const { branch, isMissing, asked } = useBranch(slug, place);
  const isWhole = place.branch === undefined || isMissing;
  const list = useReadyList(slug, { order, after: isMissing ? undefined : after }, isWhole);
  const { isPending, isError, refetch } = isWhole ? list : asked;
  const items = isWhole ? list.data?.pages.flatMap((page) => page.items) : branch && [branch.comment];
  // Where a plain form leads back to; else the fragment finds the words themselves.
  const isNotedThere = items?.some(({ id, replies }) =>
    [id, ...replies.map((reply) => reply.id)].includes(noted?.id ?? ''),
  );
  const writing = useWritingCode();
  useEffect(() => {
    if (isNear) void loadWriting(code).catch(() => {});
  }, [isNear, code]);

  useCommentOfFragment();

  const total = list.data?.pages[0]?.total ?? comments.count;
  const refusedHere = refused?.parentId === undefined ? refused : undefined;
  const empty = comments.state === 'open' && items?.length === 0 && (
    <p className={styles['quiet']}>{t('empty')}</p>
  );
  return (
    <section className={styles['section']} aria-label={t('heading')} id="comments" ref={section}>
      <h2 className={styles['heading']}>{t('count', { count: total, number: format.number(total) })}</h2>
      {noted !== undefined && !isNotedThere && (
        <div id={commentAnchor(noted.id)} tabIndex={-1}>
          {noted.notice(false)}
        </div>
      )}
      {refusedAct?.kind === 'like' && <Refusal problem={refusedAct.problem} />}
      {comments.state === 'open' ? (
        <CommentForm slug={slug} label={t('add')} refused={refusedHere} />
      ) : (
        <>
          {refused !== undefined && <RefusedComment refused={refused} />}
          <p className={styles['quiet']}>{t('closed')}</p>
        </>
      )}
      {isMissing && (
        <div id={commentAnchor(place.branch ?? '')} tabIndex={-1}>
          <Notice>
            <p role="status">{t('missing')}</p>
          </Notice>
        </div>
      )}
      {(after ?? place.branch) !== undefined && <PageLink to="?#comments">{t('newest')}</PageLink>}
      {isWhole && total > 1 && <OrderSwitch order={order} />}
      {items === undefined && isPending && <p role="status">{t('loading')}</p>}
      {items === undefined && isError && (
        <Notice tone="danger">
          <p role="alert">{t('loadFailed')}</p>
          <Button onClick={() => void refetch()}>{t('tryAgain')}</Button>
        </Notice>
      )}
      <ConversationContext value={conversation}>
        <p role="status" className="visually-hidden">
          {conversation.told?.failedAt === undefined && (
            <span key={conversation.told?.time}>{conversation.told?.words}</span>
          )}
        </p>
        {writing === undefined ? (
          empty
        ) : (
          <writing.OwnComments slug={slug} shown={items} View={CommentView} onPosted={conversation.onPosted}>
            {empty}
          </writing.OwnComments>
        )}
        <div className={styles['live']}>
          {Live && <Live slug={slug} isNewest={isWhole && after === undefined && order === 'newest'} />}
        </div>
        <ol className={styles['list']} ref={shown}>
          {items?.map((comment) => (
            <li key={comment.id} className={styles['item']}>
              <CommentBranch comment={comment} start={isWhole ? undefined : branch?.start} />
            </li>
          ))}
        </ol>
      </ConversationContext>
      <MoreLink
        list={list}
        label={t('more')}
        loadingLabel={t('loading')}
        failedLabel={t('loadFailed')}
        items={shown}
        to={isWhole ? nextPage(list, order === 'newest' ? '' : `order=${order}&`, '#comments') : undefined}
      />
    </section>
  );
}
