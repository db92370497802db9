import { useTranslation } from '#i18n/words.ts';
import { Icon } from '#ui/icon.tsx';
import type { Shared } from './share-row.tsx';

/** Among the tools at the head of an article: the device's own sheet, else the way to the row under the text. */
export function ShareLink({ article: { title }, url }: Shared) {
  const { t } = useTranslation('articles');
  return (
    <a
      href="#share"
      data-shortcut="share"
      onClick={(event) => {
        if (!('share' in navigator)) return;
        event.preventDefault();
        // Whoever closes the sheet again has shared nothing, and nothing is wrong.
        navigator.share({ title, url }).catch(() => {});
      }}
    >
      <Icon name="share" />
      {t('share')}
    </a>
  );
}
