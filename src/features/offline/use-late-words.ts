import { useEffect, useState } from 'react';
import type { LanguageCode } from '#contract/languages';
import { loadLateWords } from '#i18n/i18n.ts';

/** Whether the words that come late are there; they are fetched once they are `wanted`. */
export function useLateWords(code: LanguageCode, wanted: boolean): boolean {
  const [loaded, setLoaded] = useState<string>();
  useEffect(() => {
    if (!wanted) return undefined;
    let isGone = false;
    loadLateWords(code).then(
      () => !isGone && setLoaded(code),
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [code, wanted]);
  return wanted && loaded === code;
}
