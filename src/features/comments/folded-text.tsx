import { useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { CommentText } from './comment-text.tsx';
import { useConversation } from './conversation.ts';
import styles from './comment-text.module.css';

/** A reader's words; where they are many, the end is folded away until it is asked for. Whole without script. */
export function FoldedText({ text }: { text: string }) {
  const { t } = useTranslation('comments');
  const { isNear } = useConversation();
  const [isWhole, setIsWhole] = useState(false);
  const isFolded = !isWhole && isNear && isTall(text);
  return (
    <>
      <div className={isFolded ? styles['folded'] : undefined} onFocus={() => setIsWhole(true)}>
        <CommentText text={text} />
      </div>
      {isFolded && (
        <button
          className={styles['unfold']}
          onClick={({ currentTarget }) => {
            currentTarget.closest('article')?.focus({ preventScroll: true });
            setIsWhole(true);
          }}
        >
          {t('wholeComment')}
        </button>
      )}
    </>
  );
}

/** Whether a text fills more than about a screen and a half of a telephone, by its lines and their length. */
const isTall = (text: string): boolean =>
  text.split('\n').reduce((lines, line) => lines + 1 + line.length / 45, 0) > 45;
