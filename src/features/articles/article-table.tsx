import type { Block, Run } from '#contract/article';
import type { Direction } from '#contract/languages';
import { useTranslation } from '#i18n/words.ts';
import { ArticleRuns } from './article-runs.tsx';
import styles from './article-table.module.css';
import { columnsOf } from './table-columns.ts';

interface Props {
  table: Extract<Block, { type: 'table' }>;
  id: string | undefined;
  dir: Direction;
  /** Id of the heading that it stands under, which names it. */
  heading: string | undefined;
}

/** A table that scrolls inside itself, its heading row and what names its rows kept in sight. */
export function ArticleTable({ table: { head, rows }, id, dir, heading }: Props) {
  const { t } = useTranslation('articles');
  const columns = columnsOf([head.length > 0 ? head : (rows[0] ?? []), ...rows]);
  // Words before numbers say what these are of.
  const named = columns[0] === undefined && columns.includes('number');
  const rowOf = (row: Run[][], at: number, _: unknown, scope?: 'col') => (
    <tr key={at}>
      {row.map((cell, column) => {
        const heads = scope ?? (named && column === 0 ? 'row' : undefined);
        const Cell = heads ? 'th' : 'td';
        return (
          <Cell key={column} scope={heads} data-holds={columns[column]}>
            <ArticleRuns runs={cell} within={dir} />
          </Cell>
        );
      })}
    </tr>
  );
  return (
    <div id={id} className={styles['frame']}>
      <div tabIndex={0} role="group" aria-labelledby={heading} aria-label={t('table')}>
        <table>
          {head.length > 0 && <thead>{rowOf(head, 0, 0, 'col')}</thead>}
          <tbody>{rows.map(rowOf)}</tbody>
        </table>
      </div>
    </div>
  );
}
