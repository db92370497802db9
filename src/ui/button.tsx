import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `primary`: the one act of a form; `quiet`: everything beside it. */
  look?: 'primary' | 'quiet';
}

export function Button({ look = 'quiet', type = 'button', ...rest }: Props) {
  return <button type={type} className={styles[look]} {...rest} />;
}
