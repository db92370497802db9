import { useState } from 'react';

/**
 * Whether the picture at `src` cannot be had, and what its `img` takes so that this is known, also of one
 * that failed before script came. Kept with its address: the next article's picture is another one.
 */
export function useBrokenPicture(src: string) {
  const [broken, setBroken] = useState<string>();
  const onError = () => setBroken(src);
  const ref = (img: HTMLImageElement | null) => {
    if (img?.complete && img.naturalWidth === 0) onError();
  };
  return { isBroken: broken === src, img: { ref, onError } };
}
