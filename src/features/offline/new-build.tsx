import { useEffect, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import type { CodeError } from '#platform/code.ts';
import { KeptArticles } from './kept-articles.tsx';
import { isReplaced, reloadOnce, speakInPage } from './replaced-build.ts';

/**
 * A page whose code is gone, because the site has been built anew since this one was opened: the document is
 * fetched again, once; where that did not help the reader decides. Without a network it is like any page.
 */
export function NewBuild({ error }: { error: CodeError }) {
  const { t } = useTranslation('offline');
  const [isNew, setIsNew] = useState<boolean>();
  useEffect(() => {
    let isOver = false;
    speakInPage(error);
    const find = async () => {
      const isGone = await isReplaced(error);
      if (!isOver && !(isGone && reloadOnce(error))) setIsNew(isGone);
    };
    void find();
    return () => {
      isOver = true;
    };
  }, [error]);
  if (isNew === undefined) return null;
  if (!isNew) return <KeptArticles />;
  return (
    <div role="status">
      <p>{t('newBuild')}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  );
}
