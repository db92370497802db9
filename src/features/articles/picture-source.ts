import type { Image } from '#contract/article';
import { limits } from '#contract/limits';
import { apiAddress } from '#platform/client.ts';

/** Where an `img` has its picture: an imported one at the API's host, with the narrower copies that stand beside it. */
export function pictureSource({ src, width }: Pick<Image, 'src' | 'width'>): {
  src: string;
  srcSet?: string;
} {
  const [, start] = /^(\/pictures\/\w+-)\d+\.webp$/.exec(src) ?? [];
  if (start === undefined) return { src };
  const widths = [...limits.pictureWidths.filter((one) => one < width), width];
  return {
    src: apiAddress(src),
    srcSet: widths.map((one) => `${apiAddress(`${start}${one}.webp`)} ${one}w`).join(', '),
  };
}
