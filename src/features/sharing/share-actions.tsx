import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from '#i18n/words.ts';
import type { Copy } from './copy-text.ts';
import type { Shared } from './share-row.tsx';
import { canShareBySystem, shareBySystem } from './system-share.ts';

/** What the row under the text can do by script: copying the link, and the device's own sheet where it has one. */
export function ShareActions({ article: { title }, url, copy }: Shared & { copy: Copy }) {
  const { t } = useTranslation('sharing');
  const [isCopied, setCopied] = useState(false);
  const row = document.getElementById('share');
  return (
    row !== null &&
    createPortal(
      <>
        <button type="button" onClick={() => void copy(url, t('articleLinkCopied')).then(setCopied)}>
          {t(isCopied ? 'articleLinkCopied' : 'copyArticleLink')}
        </button>
        {canShareBySystem() && (
          <button type="button" onClick={() => shareBySystem({ title, url })}>
            {t('otherApp')}
          </button>
        )}
      </>,
      row,
    )
  );
}
