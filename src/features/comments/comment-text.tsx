import { paragraphsOf } from '#contract/text/direction';
import { DirectedText } from '#ui/directed-text.tsx';
import styles from './comment-text.module.css';
import { linksIn } from './links-in.ts';

/** A reader's words, each paragraph the right way round; in a language nobody has told us. */
export function CommentText({ text }: { text: string }) {
  return (
    <div className={styles['text']} lang="">
      {paragraphsOf(text).map((paragraph, index) => (
        <p key={index} dir={paragraph.dir}>
          <Words text={paragraph.text} />
        </p>
      ))}
    </div>
  );
}

/** Addresses lead where they say; search engines are told that they are not the paper's own. */
function Words({ text }: { text: string }) {
  return linksIn(text).map(({ text: piece, href }, index) =>
    href === undefined ? (
      <DirectedText key={index} text={piece} />
    ) : (
      <a key={index} href={href} rel="ugc nofollow noopener" dir="ltr">
        {piece}
      </a>
    ),
  );
}
