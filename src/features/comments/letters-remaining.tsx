import { useTranslation } from '#i18n/words.ts';
import { limits } from '#contract/limits';
import { countGraphemes } from '#contract/text/graphemes';
import { cleanText } from '#contract/text/plain-text';
import { useLanguage } from '#i18n/language.tsx';
import styles from './writing-tools.module.css';

/** Letters before the end from which they are counted, and how many are left when that is said aloud. */
const few = 200;
const steps = [50, few];

/** How many letters are left, once they are few, or how many there are too many: nothing is cut. */
export function LettersRemaining({ text }: { text: string }) {
  const { t } = useTranslation('writing');
  const { format } = useLanguage();
  const { max } = limits.comment;
  // A letter is at least one unit; counting a long text takes time.
  const rest = text.length < max - few ? undefined : max - countGraphemes(cleanText(text));
  if (rest === undefined || rest > few) return <p role="status" className="visually-hidden" />;
  const step = steps.find((step) => rest <= step) ?? few;
  return (
    <>
      <p className={rest < 0 ? styles['over'] : styles['quiet']} aria-hidden>
        {rest < 0
          ? t('tooMany', { count: -rest, number: format.number(-rest), limit: format.number(max) })
          : t('remaining', { count: rest, number: format.number(rest) })}
      </p>
      <p role="status" className="visually-hidden">
        {rest < 0 ? t('tooLong') : t('fewRemaining', { count: step, number: format.number(step) })}
      </p>
    </>
  );
}
