import type { ReactNode } from 'react';
import { foundParts } from './found-parts.ts';
import styles from './mark-found.module.css';

/** Shows a text with the words marked that a search for `query` found it by. */
export const markFound =
  (query: string) =>
  (text: string): ReactNode =>
    foundParts(text, query).map((part, index) =>
      part.found ? (
        <mark key={index} className={styles['found']}>
          {part.text}
        </mark>
      ) : (
        part.text
      ),
    );
