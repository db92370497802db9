import type { Image } from '#contract/article';
import styles from './article-picture.module.css';

/** A picture with its caption and credit; its place is kept before it comes. */
export function ArticlePicture({ image, eager = false }: { image: Image; eager?: boolean }) {
  const { src, width, height, alt, caption, credit } = image;
  return (
    <figure className={styles['figure']}>
      <img
        src={src}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
      />
      {(caption ?? credit) !== undefined && (
        <figcaption className={styles['caption']}>
          {caption !== undefined && <span>{caption}</span>}
          {credit !== undefined && <bdi>{credit}</bdi>}
        </figcaption>
      )}
    </figure>
  );
}
