import { useLanguage } from '#i18n/language.tsx';
import { CodeError } from '#platform/code.ts';
import { KeptArticles } from './kept-articles.tsx';
import { KeptNotice } from './kept-notice.tsx';
import { NewBuild } from './new-build.tsx';
import { useLateWords } from './use-late-words.ts';

/** Both faces, once their words are there. Without words they stay silent: the page has its own. */
export function OfflineFace({ error }: { error?: unknown }) {
  const { code } = useLanguage();
  const hasWords = useLateWords(code, error !== undefined);
  if (error === undefined) return <KeptNotice />;
  if (!hasWords) return null;
  return error instanceof CodeError ? <NewBuild error={error} /> : <KeptArticles />;
}
