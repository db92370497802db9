import { paragraphsOf } from '#contract/text/direction';
import { DirectedText } from '#ui/directed-text.tsx';
import styles from './comment-text.module.css';

/** A reader's words, each paragraph the right way round; in a language nobody has told us. */
export function CommentText({ text }: { text: string }) {
  return (
    <div className={styles['text']} lang="">
      {paragraphsOf(text).map((paragraph, index) => (
        <p key={index} dir={paragraph.dir}>
          {paragraph.figures ? <bdi dir="ltr">{paragraph.text}</bdi> : <DirectedText text={paragraph.text} />}
        </p>
      ))}
    </div>
  );
}
