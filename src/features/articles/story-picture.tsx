import type { Image } from '#contract/article';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { pictureSource } from './picture-source.ts';
import styles from './story.module.css';

/** A story's picture; it leads where its headline leads, and says nothing that the headline does not. */
export function StoryPicture({ image, slug, eager }: { image: Image; slug: string; eager: boolean }) {
  const { code } = useLanguage();
  return (
    <PageLink to={paths.article(code, slug)} className={styles['picture']} aria-hidden tabIndex={-1}>
      <img
        {...pictureSource(image)}
        // Half a page at most; what is loaded late, browsers measure themselves.
        sizes={`${eager ? '' : 'auto, '}(min-width: 48rem) 36rem, 100vw`}
        width={image.width}
        height={image.height}
        alt=""
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
      />
    </PageLink>
  );
}
