import type { ComponentProps } from 'react';
import styles from './link-button.module.css';
import { PageLink } from './page-link.tsx';

/** The way on at the end of a list: a link as large as a button. */
export function LinkButton(props: Omit<ComponentProps<typeof PageLink>, 'className'>) {
  return <PageLink {...props} className={styles['button']} />;
}
