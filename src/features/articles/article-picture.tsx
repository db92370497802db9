import type { Image } from '#contract/article';
import type { Direction } from '#contract/languages';
import { useLanguage } from '#i18n/language.tsx';
import { BidiText } from '#ui/bidi-text.tsx';
import { DirectedText } from '#ui/directed-text.tsx';
import { useBrokenPicture } from './broken-picture.ts';
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

/**
 * A picture with its caption and credit; its place is kept before it comes. Of one that cannot be had the
 * words stay: its caption, or what it would have shown.
 */
export function ArticlePicture({ image, id, eager = false, lang, dir }: Props) {
  const { src, width, height, alt, caption, credit } = image;
  const { shown } = useLanguage();
  const { isBroken, img } = useBrokenPicture(src);
  const words = caption ?? (isBroken && alt !== '' ? alt : undefined);
  return (
    <figure id={id} className={styles['figure']} lang={lang} dir={dir}>
      {!isBroken && (
        <img
          {...pictureSource(image)}
          {...img}
          // The measure of a text; to a phone of three dots a pixel 960 are sent, which no eye tells from 1,600.
          sizes="(min-width: 48rem) 41.25rem, (min-width: 30rem) 37.5rem, 20rem"
          width={width}
          height={height}
          alt={alt}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
        />
      )}
      {(words ?? credit) !== undefined && (
        <figcaption>
          {words !== undefined && (
            <span>
              <DirectedText text={shown(words)} within={dir} />
            </span>
          )}{' '}
          {credit !== undefined && <BidiText text={credit} />}
        </figcaption>
      )}
    </figure>
  );
}
