import { useEffect } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { isAnythingWaiting } from '#platform/local-store.ts';
import { loadWriting, useWritingCode } from './writing-code.ts';

/** What a reader wrote under an article that is there no more: its words, to be taken along, and the reason. */
export function UnsentComments({ slug }: { slug: string }) {
  const { code } = useLanguage();
  const writing = useWritingCode();
  useEffect(() => {
    if (isAnythingWaiting()) void loadWriting(code).catch(() => {});
  }, [code]);
  return writing !== undefined && <writing.OwnComments slug={slug} shown={[]} onPosted={() => {}} />;
}
