import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { Moment } from '#i18n/moment.tsx';
import { Sentence } from '#i18n/sentence.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { CommentActions } from './comment-actions.tsx';
import { FoldedText } from './folded-text.tsx';
import { useConversation, type Answered } from './conversation.ts';
import styles from './comment-view.module.css';
import { permalink } from './permalink.ts';

interface Props {
  comment: Comment;
  /** The comment answered, where it is not the one this stands under. */
  answers?: Answered | undefined;
  /** The comments below it. */
  children?: ReactNode;
}

/** One comment: name, time as link to itself, words, what may be done; and what stands below it. */
export function CommentView({ comment, answers, children }: Props) {
  const { t } = useTranslation('comments');
  const { opened, own, noted } = useConversation();
  const { id, author, state, text, createdAt, editedAt } = comment;
  const gone = t(state === 'pending' ? 'heldBack' : 'removed');
  // Held again after an edit, it leaves its place as a removed one does.
  if (state !== 'published') {
    return (
      <article id={commentAnchor(id)} tabIndex={-1} className={styles['branch']} aria-label={gone}>
        <p className={styles['removed']}>{gone}</p>
        {children}
      </article>
    );
  }
  return (
    <article
      id={commentAnchor(id)}
      tabIndex={-1}
      className={styles['branch']}
      aria-label={t('by', { name: author.name })}
    >
      <div className={styles['comment']}>
        <header className={styles['header']}>
          <strong className={styles['name']} lang="">
            <BidiText text={author.name} />
          </strong>
          {author.staff && <span>{t('staff')}</span>}
          <a href={permalink(id)} className={styles['time']} rel="nofollow" onClick={stayHere(id)}>
            <Moment time={createdAt} show="relative" />
          </a>
          {editedAt !== undefined && <span>{t('edited')}</span>}
        </header>
        {answers !== undefined && (
          <p className={styles['answers']}>
            <a href={permalink(answers.id)} rel="nofollow" onClick={stayHere(answers.id)}>
              {answers.name === undefined ? (
                t('replyToEarlier')
              ) : answers.name === '' ? (
                t('replyToRemoved')
              ) : (
                <Sentence words={(name) => t('replyTo', { name })}>
                  <BidiText text={answers.name} lang="" />
                </Sentence>
              )}
            </a>
          </p>
        )}
        {opened?.id === id && opened.act === 'edit' && own !== undefined ? (
          <own.Editor comment={comment} />
        ) : (
          <FoldedText text={text} />
        )}
        <CommentActions comment={comment} />
        {noted?.id === id && noted.notice(true)}
      </div>
      {children}
    </article>
  );
}

/** A comment that is on the page is gone to on the page. */
const stayHere =
  (id: string) => (event: { preventDefault: () => void; metaKey: boolean; ctrlKey: boolean }) => {
    const target = document.getElementById(commentAnchor(id));
    if (target === null || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    location.hash = commentAnchor(id);
    target.focus();
  };
