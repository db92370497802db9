import { useId } from 'react';
import styles from './choice-row.module.css';

interface Props<Value extends string> {
  legend: string;
  values: readonly Value[];
  chosen: Value;
  nameOf: (value: Value) => string;
  onChoose: (value: Value) => void;
}

/** One choice of a few, side by side: radio buttons, so that arrow keys go from one to the next. */
export function ChoiceRow<Value extends string>({ legend, values, chosen, nameOf, onChoose }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      <div className={styles['row']}>
        {values.map((value) => (
          <label key={value} className={styles['choice']}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            {nameOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
