import { useTranslation } from '#i18n/words.ts';
import type { Comment } from '#contract/comment';
import { commentAnchor } from '#contract/paths';
import { Moment } from '#i18n/moment.tsx';
import { Sentence } from '#i18n/sentence.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { CommentText } from './comment-text.tsx';
import styles from './comment-view.module.css';

interface Props {
  comment: Comment;
  /** Name of the writer answered, where it is not the one this stands under. */
  answers?: string | undefined;
}

/** One comment: name, time as a link to itself, words. */
export function CommentView({ comment, answers }: Props) {
  const { t } = useTranslation('comments');
  const { id, author, state, text, createdAt, editedAt } = comment;
  if (state === 'removed') {
    return (
      <p id={commentAnchor(id)} className={styles['removed']}>
        {t('removed')}
      </p>
    );
  }
  return (
    <article
      id={commentAnchor(id)}
      tabIndex={-1}
      className={styles['comment']}
      aria-label={t('by', { name: author.name })}
    >
      <header className={styles['header']}>
        <strong className={styles['name']} lang="">
          <BidiText text={author.name} />
        </strong>
        {author.staff && <span>{t('staff')}</span>}
        <a href={`#${commentAnchor(id)}`} className={styles['time']}>
          <Moment time={createdAt} show="relative" />
        </a>
        {editedAt !== undefined && <span>{t('edited')}</span>}
      </header>
      {answers !== undefined && (
        <p className={styles['answers']}>
          <Sentence words={(name) => t('replyTo', { name })}>
            <BidiText text={answers} />
          </Sentence>
        </p>
      )}
      <CommentText text={text} />
    </article>
  );
}
