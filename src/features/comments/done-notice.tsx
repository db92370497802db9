import { useTranslation } from '#i18n/words.ts';
import type { DoneForm } from '#contract/page';
import { useLanguage } from '#i18n/language.tsx';
import { apiAddress } from '#platform/client.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { permalink } from './permalink.ts';

interface Props {
  done: DoneForm;
  /** Whether it stands at the comment. */
  isThere: boolean;
}

/** Said after a plain form has liked or reported a comment; a like can be taken back. */
export function DoneNotice({ done: { kind, id }, isThere }: Props) {
  const { t } = useTranslation('comments');
  const { code } = useLanguage();
  return (
    <Notice>
      <p role="status">{t(kind)}</p>
      {!isThere && <a href={permalink(id)}>{t('seeIt')}</a>}
      {kind === 'liked' && (
        <form method="post" action={apiAddress(`/api/comments/${encodeURIComponent(id)}/like?lang=${code}`)}>
          <Button type="submit" name="undo" value="1">
            {t('undoLike')}
          </Button>
        </form>
      )}
    </Notice>
  );
}
