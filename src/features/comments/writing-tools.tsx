import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useTranslation } from '#i18n/words.ts';
import { directionOfText } from '#contract/text/direction';
import { isAboutToGo, useOutbox } from '#outbox';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { fieldErrorsOf, hasErrors } from './field-errors.ts';
import type { FormBoxes } from './form-boxes.ts';
import { LettersRemaining } from './letters-remaining.tsx';
import { useRememberedName } from './remembered-name.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import styles from './writing-tools.module.css';

interface Props {
  slug: string;
  parentId: string | undefined;
  boxes: FormBoxes;
  /** Key of what the form has sent last. */
  sent: string | undefined;
  /** The box of the text. */
  box: RefObject<HTMLTextAreaElement | null>;
  /** Called once what was sent is held. */
  onHeld: (() => void) | undefined;
}

/** What a form has beside its boxes once its code is there: the kept draft, the count, the name. */
export function WritingTools({ slug, parentId, boxes, sent, box, onHeld }: Props) {
  const { t } = useTranslation('writing');
  const { name, text } = boxes;
  const { outbox, entries } = useOutbox(slug);
  const own = entries.filter((entry) => entry.parentId === parentId);
  const draft = useKeptDraft({
    slug,
    parentId,
    boxes,
    isOnItsWay: (kept) => own.some((entry) => entry.text === kept),
  });
  const { isRemembered, remember } = useRememberedName(boxes);

  // The box is emptied once the server or the device's outbox holds its words, not while a first try is under
  // way: what is refused for its fields is mended where it stands.
  const last = own.find(({ key }) => key === sent);
  const isHeld =
    last !== undefined &&
    (['held', 'published'].includes(last.stage.is) ||
      (last.isStored && !['sending', 'refused'].includes(last.stage.is) && !isAboutToGo(last.stage)));
  const cleared = useRef<string>(undefined);
  const clear = useEffectEvent((key: string | undefined) => {
    if (last === undefined || cleared.current === key) return;
    cleared.current = key;
    if (last.text === text) draft.clear();
    onHeld?.();
  });
  useEffect(() => {
    if (isHeld) clear(sent);
  }, [isHeld, sent]);
  const isStored = last?.isStored === true;
  const release = useEffectEvent((key: string | undefined) => {
    if (last?.key === key && last?.text === text) draft.release();
  });
  useEffect(() => {
    if (isStored) release(sent);
  }, [isStored, sent]);

  const refused = own.find(
    (entry) =>
      entry.stage.is === 'refused' &&
      hasErrors(fieldErrorsOf(entry.stage.problem)) &&
      entry.name === name &&
      entry.text === text,
  );
  const mend = useEffectEvent((key: string | undefined) => {
    if (refused?.stage.is !== 'refused' || refused.key !== key) return;
    boxes.find(fieldErrorsOf(refused.stage.problem));
    draft.retake();
    outbox.forget(refused.key);
  });
  const wrong = refused?.key;
  useEffect(() => mend(wrong), [wrong]);

  const take = () => {
    draft.swap();
    box.current?.focus();
  };
  const dismiss = () => {
    draft.dismiss();
    box.current?.focus();
  };
  return (
    <>
      {/* Pressed with too many, the box itself says so. */}
      {boxes.errors.text !== 'too_long' && <LettersRemaining text={text} />}
      {draft.isLost && <p className={styles['quiet']}>{t('notKept')}</p>}
      {draft.other !== undefined && (
        <Notice>
          <p>{t(draft.isReturned ? 'returnedDraft' : 'otherDraft')}</p>
          <p className={styles['other']} dir={directionOfText(draft.other)} lang="">
            {draft.other}
          </p>
          <Button onClick={take}>{t('takeOther')}</Button>
          <Button onClick={dismiss}>{t('dropOther')}</Button>
        </Notice>
      )}
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={isRemembered}
          onChange={(event) => remember(event.currentTarget.checked)}
        />
        {t('rememberName')}
      </label>
    </>
  );
}
