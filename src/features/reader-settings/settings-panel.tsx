import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LanguageCode } from '#contract/languages';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { fetchNastaliq } from './fetch-nastaliq.ts';
import { allowed, keepChoices, readChoices, unchosen, type ReadingChoices } from './reading-choices.ts';
import { ReadingSample } from './reading-sample.tsx';
import styles from './settings-panel.module.css';
import { showChoices } from './show-choices.ts';
import { SizeChoice } from './size-choice.tsx';

/** Whether one of `languages` is read here, as the page's own or as another's words. */
const isRead = (...languages: string[]) =>
  languages.some((code) => document.querySelector(`main:lang(${code}), main :lang(${code})`) !== null);

/** A face has no use where none of its letters stand. */
const facesOfThePage = () =>
  allowed.face.filter((name) => {
    if (name === 'nastaliq') return isRead('ur');
    return name !== 'vazirmatn' || isRead('ar', 'fa', 'ur', 'ckb', 'ps', 'ug');
  });

/** Names of the Gregorian months differ within Arabic alone; Persian dates are Gregorian only where a reader wants it. */
function calendarsOf(code: LanguageCode): readonly ReadingChoices['calendar'][] {
  if (code === 'ar') return allowed.calendar.filter((name) => name !== 'gregorian');
  return code === 'fa' ? ['site', 'gregorian', 'hijri'] : ['site', 'hijri'];
}

/** The reader's own choices, kept on the device; open from the first. */
export function SettingsPanel() {
  const { t } = useTranslation('reader-settings');
  const { code } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [choices, setChoices] = useState(readChoices);
  const [isKept, setIsKept] = useState(true);
  const [isReset, setIsReset] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    if (choices.face === 'nastaliq') fetchNastaliq();
    // oxlint-disable-next-line react/exhaustive-deps -- as it is opened; a choice made here shows by itself
  }, []);
  const choose = (change: Partial<ReadingChoices>) => {
    const chosen = { ...choices, ...change };
    setChoices(chosen);
    setIsKept(keepChoices(chosen));
    setIsReset(change === unchosen);
    showChoices(chosen);
  };
  const [faces, setFaces] = useState(facesOfThePage);
  // Going back may switch the language under the open panel.
  useLayoutEffect(() => setFaces(facesOfThePage()), [code]);
  const calendars = calendarsOf(code);
  return (
    <Dialog ref={dialog} title={t('title')} closeLabel={t('close')}>
      <ReadingSample />
      <p role="status" className={styles['said']}>
        {isKept ? isReset && t('wasReset') : t('notKept')}
      </p>
      <div className={styles['choices']}>
        <SizeChoice size={choices.size} onChoose={(size) => choose({ size })} />
        <ChoiceRow
          legend={t('spacing')}
          values={allowed.spacing}
          chosen={choices.spacing}
          nameOf={(name) => t(`spacings.${name}`)}
          onChoose={(spacing) => choose({ spacing })}
        />
        <ChoiceRow
          legend={t('face')}
          values={faces}
          chosen={faces.find((name) => name === choices.face) ?? unchosen.face}
          nameOf={(name) => t(`faces.${name}`)}
          onChoose={(face) => choose({ face })}
        />
        <ChoiceRow
          legend={t('theme')}
          values={allowed.theme}
          chosen={choices.theme}
          nameOf={(name) => t(`themes.${name}`)}
          onChoose={(theme) => choose({ theme })}
        />
        <ChoiceRow
          legend={t('digits')}
          values={allowed.digits}
          chosen={choices.digits}
          nameOf={(name) => t(`digitFamilies.${name}`)}
          onChoose={(digits) => choose({ digits })}
        />
        <ChoiceRow
          legend={t('calendar')}
          values={calendars}
          chosen={calendars.find((name) => name === choices.calendar) ?? unchosen.calendar}
          nameOf={(name) => t(`calendars.${name}`)}
          onChoose={(calendar) => choose({ calendar })}
        />
        <ChoiceRow
          legend={t('marks')}
          values={allowed.marks}
          chosen={choices.marks}
          nameOf={(name) => t(`vowelMarks.${name}`)}
          onChoose={(marks) => choose({ marks })}
        />
        <Button onClick={() => choose(unchosen)}>{t('reset')}</Button>
      </div>
    </Dialog>
  );
}
