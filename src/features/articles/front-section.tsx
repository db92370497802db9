import { useId } from 'react';
import type { ArticleSummary } from '#contract/article';
import styles from './front-section.module.css';
import { SectionName } from './section-name.tsx';
import { Story } from './story.tsx';

interface Props {
  section: { slug: string; name: string; items: readonly ArticleSummary[] };
}

/** The newest of one section under its name: the first with its picture, then headlines. */
export function FrontSection({ section }: Props) {
  const heading = useId();
  const [first, ...others] = section.items;
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h2 id={heading} className={styles['name']}>
        <SectionName section={section} />
      </h2>
      {first !== undefined && <Story article={first} look="head" named={false} rank="h3" />}
      {others.length > 0 && (
        <ul className={styles['others']}>
          {others.map((article) => (
            <li key={article.id}>
              <Story article={article} look="brief" named={false} rank="h3" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
