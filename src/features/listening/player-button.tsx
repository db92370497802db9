import { Drawing, Icon } from '#ui/icon.tsx';
import { playerIcons, type PlayerIconName } from './player-icons.ts';
import styles from './player-button.module.css';

interface Props {
  icon: PlayerIconName | 'play';
  /** Its name for those who do not see the drawing. */
  label: string;
  onClick: () => void;
  /** Said and shown; it keeps its place in the order of keys. */
  disabled?: boolean;
}

/** One of the player's controls, a drawing as large as a finger. */
export function PlayerButton({ icon, label, onClick, disabled = false }: Props) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
    >
      {icon === 'play' ? <Icon name="play" /> : <Drawing {...playerIcons[icon]} />}
    </button>
  );
}
