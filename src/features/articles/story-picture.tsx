import type { Image } from '#contract/article';
import { paths } from '#contract/paths';
import { useLanguage } from '#i18n/language.tsx';
import { PageLink } from '#ui/page-link.tsx';
import { useBrokenPicture } from './broken-picture.ts';
import { pictureSource } from './picture-source.ts';
import styles from './story.module.css';

/**
 * A story's picture; it leads where its headline leads, and says nothing that the headline does not. One
 * that cannot be had leaves its room to the words.
 */
export function StoryPicture({ image, slug, eager }: { image: Image; slug: string; eager: boolean }) {
  const { code } = useLanguage();
  const { isBroken, img } = useBrokenPicture(image.src);
  if (isBroken) return null;
  return (
    <PageLink to={paths.article(code, slug)} className={styles['picture']} aria-hidden tabIndex={-1}>
      <img
        {...pictureSource(image)}
        {...img}
        // The lead's half of the page, another's third; on phones as in an article.
        sizes={`(min-width: 64rem) ${eager ? 33 : 24}rem, (min-width: 30rem) 100vw, 20rem`}
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
