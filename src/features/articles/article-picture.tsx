import type { Image } from '#contract/article';
import type { Direction } from '#contract/languages';
import { pictureSource } from './picture-source.ts';
import styles from './article-picture.module.css';

interface Props {
  image: Image;
  id?: string | undefined;
  /** Whether it is seen at once. */
  eager?: boolean;
  /** The article's, where it does not stand within its text. */
  lang?: string;
  dir?: Direction;
}

/** A picture with its caption and credit; its place is kept before it comes. */
export function ArticlePicture({ image, id, eager = false, lang, dir }: Props) {
  const { width, height, alt, caption, credit } = image;
  return (
    <figure id={id} className={styles['figure']} lang={lang} dir={dir}>
      <img
        {...pictureSource(image)}
        // The measure of an article's text.
        sizes="(min-width: 42rem) 42rem, 100vw"
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
