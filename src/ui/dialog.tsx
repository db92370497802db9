import { useId, type ReactNode, type Ref } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './dialog.module.css';

interface Props {
  title: string;
  closeLabel: string;
  ref: Ref<HTMLDialogElement>;
  children: ReactNode;
}

/** The browser's own modal dialog: focus, Escape and the inert page behind it are its work. */
export function Dialog({ title, closeLabel, ref, children }: Props) {
  const titleId = useId();
  return (
    <dialog ref={ref} className={styles['dialog']} aria-labelledby={titleId} closedby="any">
      <header className={styles['header']}>
        <h2 id={titleId}>{title}</h2>
        <form method="dialog">
          <IconButton type="submit" icon="close" label={closeLabel} />
        </form>
      </header>
      {children}
    </dialog>
  );
}
