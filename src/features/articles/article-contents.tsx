import type { Article } from '#contract/article';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { DirectedText } from '#ui/directed-text.tsx';
import styles from './article-contents.module.css';
import { contentsOf } from './contents-of.ts';

/** The parts of a long article: folded above the text, or beside it where the page has the room. */
export function ArticleContents({ article }: { article: Article }) {
  const { t } = useTranslation('articles');
  const { shown } = useLanguage();
  const parts = contentsOf(article);
  if (parts.length === 0) return null;
  const name = t('contents');
  const list = (
    <ol lang={article.lang} dir={article.dir}>
      {parts.map(({ anchor, text }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>
            <DirectedText text={shown(text)} within={article.dir} />
          </a>
        </li>
      ))}
    </ol>
  );
  // Two of them, of which one is shown: what is folded on a phone cannot be unfolded by style alone.
  return (
    <div className={styles['contents']}>
      <div>
        <nav aria-label={name}>
          <details>
            <summary>{name}</summary>
            {list}
          </details>
        </nav>
      </div>
      <div>
        <nav aria-label={name}>
          <p aria-hidden>{name}</p>
          {list}
        </nav>
      </div>
    </div>
  );
}
