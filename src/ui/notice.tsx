import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A few words about what happened, with a way on where there is one. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'danger'; children: ReactNode }) {
  return <div className={styles[tone]}>{children}</div>;
}
