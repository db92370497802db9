import { useEffect, useRef } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';

/** What could not be copied, selected, for the reader to copy by hand. */
export function ManualCopy({ text, onClose }: { text: string; onClose: () => void }) {
  const { t } = useTranslation('sharing');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (opened === null) return;
    opened.showModal();
    field.current?.select();
    opened.addEventListener('close', onClose);
    return () => opened.removeEventListener('close', onClose);
  }, [onClose]);
  const isLink = !text.includes('\n');
  return (
    <Dialog ref={dialog} title={t('byHand.title')} closeLabel={t('byHand.close')}>
      <TextField
        label={t('byHand.text')}
        name="copy"
        value={text}
        lines={isLink ? 3 : 6}
        dir={isLink ? 'ltr' : 'auto'}
        readOnly
        ref={field}
      />
    </Dialog>
  );
}
