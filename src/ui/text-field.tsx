import { useId, type InputHTMLAttributes, type Ref } from 'react';
import styles from './text-field.module.css';

interface Props extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'autoFocus' | 'readOnly' | 'dir' | 'type' | 'maxLength' | 'enterKeyHint'
> {
  label: string;
  name: string;
  value: string;
  /** Absent where the box is read only. */
  onValue?: (value: string) => void;
  /** The reason in words; undefined where all is well. */
  error?: string | undefined;
  /** Lines shown; one makes an input of it. */
  lines?: number;
  ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled box for text, with its error tied to it. Its direction is the caller's to say. */
export function TextField({ label, lines = 1, error, onValue, ref, ...rest }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  const shared = {
    ...rest,
    id,
    ref,
    className: styles['box'],
    'aria-required': rest.readOnly !== true,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? undefined : errorId,
    onChange: (event: { currentTarget: { value: string } }) => onValue?.(event.currentTarget.value),
  } as const;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {lines === 1 ? <input type="text" {...shared} /> : <textarea rows={lines} {...shared} />}
      {error !== undefined && (
        <p id={errorId} className={styles['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
