import { useId } from 'react';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { Button } from '#ui/button.tsx';
import { allowed, type ReadingChoices } from './reading-choices.ts';
import styles from './size-choice.module.css';

type Size = ReadingChoices['size'];

interface Props {
  size: Size;
  onChoose: (size: Size) => void;
}

const sizes = allowed.size;

/** The size of text in seven steps: by a slider, or by a button a step for whoever cannot drag. */
export function SizeChoice({ size, onChoose }: Props) {
  const { t } = useTranslation('reader-settings');
  const { format } = useLanguage();
  const id = useId();
  const step = sizes.indexOf(size);
  const choose = (to: number) => {
    const chosen = sizes[to];
    if (chosen !== undefined) onChoose(chosen);
  };
  const spoken = t('sizeOf', { step: format.number(step + 1), steps: format.number(sizes.length) });
  return (
    <div className={styles['size']}>
      <label htmlFor={id}>{t('size')}</label>
      <div className={styles['row']}>
        <Button aria-label={t('smaller')} aria-disabled={step === 0} onClick={() => choose(step - 1)}>
          <span className={styles['small']} aria-hidden>
            {t('letter')}
          </span>
        </Button>
        <input
          id={id}
          type="range"
          min={0}
          max={sizes.length - 1}
          value={step}
          aria-valuetext={spoken}
          onChange={(event) => choose(event.currentTarget.valueAsNumber)}
        />
        <Button
          aria-label={t('larger')}
          aria-disabled={step === sizes.length - 1}
          onClick={() => choose(step + 1)}
        >
          <span className={styles['large']} aria-hidden>
            {t('letter')}
          </span>
        </Button>
      </div>
    </div>
  );
}
