import type { ReactNode } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { ArticleSummary } from '#contract/article';
import { paths } from '#contract/paths';
import { directionWithin } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import { Moment } from '#i18n/moment.tsx';
import { DirectedText } from '#ui/directed-text.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { AuthorNames } from './author-names.tsx';
import { lengthOf } from './headline-length.ts';
import { hasMarks } from './vowel-marks.ts';
import { SectionName } from './section-name.tsx';
import { StoryPicture } from './story-picture.tsx';
import styles from './story.module.css';

interface Props {
  article: ArticleSummary;
  /** `lead`: the largest of a page; `head`: with its picture above; `story`: in columns; `brief`: its headline alone. */
  look?: 'lead' | 'head' | 'story' | 'brief';
  /** Whether its section is said; under the section's own name it is not. */
  named?: boolean;
  /** One below the heading it stands under. */
  rank?: 'h2' | 'h3';
  /** Headline and standfirst as they are shown, where a search has marked words in them. */
  marked?: ((text: string) => ReactNode) | undefined;
}

/**
 * An article in a list: section, headline, standfirst, time and comment count. It begins at its own edge,
 * whatever the interface speaks; words of the interface in it keep theirs.
 */
export function Story({ article, look = 'story', named = true, rank: Heading = 'h2', marked }: Props) {
  const { t } = useTranslation('articles');
  const { code, dir: spoken, format, shown } = useLanguage();
  const { section, title, summary, authors, image, lang, dir } = article;
  const { count, state } = article.comments;
  const withPicture = image !== undefined && (look === 'lead' || look === 'head');
  return (
    <article className={styles[look]} dir={dir}>
      <div className={styles['words']}>
        {named && section !== undefined && (
          <p className={styles['section']} dir={spoken}>
            <SectionName section={section} />
          </p>
        )}
        <Heading
          className={hasMarks(title) ? styles['vocalised'] : styles['headline']}
          data-length={lengthOf(title)}
          lang={lang}
        >
          <PageLink to={paths.article(code, article.slug)}>
            <DirectedText text={shown(title)} within={dir} marked={marked} />
          </PageLink>
        </Heading>
        {look !== 'brief' && summary !== undefined && (
          // Cut after three lines, it has its ellipsis at its own end.
          <p className={styles['summary']} lang={lang} dir={directionWithin(summary, dir)}>
            <DirectedText text={shown(summary)} marked={marked} />
          </p>
        )}
        <ul className={styles['meta']}>
          {look === 'lead' && authors.length > 0 && (
            <li className={styles['authors']}>
              <bdi dir={spoken}>
                <AuthorNames authors={authors} />
              </bdi>
            </li>
          )}
          <li dir={spoken}>
            <Moment time={article.publishedAt} show="relative" />
          </li>
          {state !== 'hidden' && count > 0 && (
            <li dir={spoken}>{t('comments', { count, number: format.number(count) })}</li>
          )}
        </ul>
      </div>
      {withPicture && <StoryPicture image={image} slug={article.slug} eager={look === 'lead'} />}
    </article>
  );
}
