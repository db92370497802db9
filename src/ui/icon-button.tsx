import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './icon-button.module.css';

interface Props extends Pick<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'onClick'> {
  icon: IconName;
  /** Its name for those who do not see the drawing. */
  label: string;
}

/** A control that is only a drawing, as large as a finger. */
export function IconButton({ icon, label, type = 'button', ...rest }: Props) {
  return (
    <button type={type} className={styles['button']} aria-label={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
