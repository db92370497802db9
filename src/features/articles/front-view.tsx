import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '#i18n/words.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { ArticlesFailed, ArticlesLoading } from './article-list-faces.tsx';
import { articleQueries } from './article-queries.ts';
import { DiscussedRail } from './discussed-rail.tsx';
import { EmptyFront } from './empty-front.tsx';
import { FrontSection } from './front-section.tsx';
import styles from './front-view.module.css';
import { Story } from './story.tsx';

/** The front page: one lead, the newest beside the most commented, each section under its name. */
export function FrontView() {
  const { t } = useTranslation('articles');
  const { data: front, isPending, refetch } = useQuery(articleQueries.front);
  if (front === undefined) {
    return isPending ? <ArticlesLoading /> : <ArticlesFailed onRetry={() => void refetch()} />;
  }
  const { top, sections, discussed, nextCursor } = front;
  const [lead, ...stories] = top;
  if (lead === undefined) return <EmptyFront />;
  return (
    <div className={styles['front']}>
      <Story article={lead} look="lead" />
      <div className={discussed.length > 0 ? styles['railed'] : styles['plain']}>
        {stories.length > 0 && (
          <ul className={styles['stories']}>
            {stories.map((article) => (
              <li key={article.id}>
                <Story article={article} />
              </li>
            ))}
          </ul>
        )}
        {discussed.length > 0 && <DiscussedRail articles={discussed} />}
      </div>
      {sections.length > 0 && (
        <div className={styles['sections']}>
          {sections.map((section) => (
            <FrontSection key={section.slug} section={section} />
          ))}
        </div>
      )}
      {nextCursor !== null && (
        <LinkButton to={`?after=${encodeURIComponent(nextCursor)}`} rel="nofollow">
          {t('more')}
        </LinkButton>
      )}
    </div>
  );
}
