import { Drawing, Icon, type IconName } from '#ui/icon.tsx';
import { playerIcons, type PlayerIconName } from './player-icons.ts';
import styles from './player-button.module.css';

interface Props {
  icon: PlayerIconName | IconName;
  /** Its name for those who do not see the drawing. */
  label: string;
  onClick: () => void;
  /** The one that pauses and continues. */
  isTurn?: boolean;
  /** Said and shown; it keeps its place in the order of keys. */
  disabled?: boolean;
}

/** One of the player's controls, a drawing as large as a finger. */
export function PlayerButton({ icon, label, onClick, isTurn = false, disabled = false }: Props) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      aria-disabled={disabled}
      data-turn={isTurn || undefined}
      onClick={disabled ? undefined : onClick}
    >
      {isPlayerIcon(icon) ? <Drawing {...playerIcons[icon]} /> : <Icon name={icon} />}
    </button>
  );
}

const isPlayerIcon = (icon: Props['icon']): icon is PlayerIconName => Object.hasOwn(playerIcons, icon);
