import { Fragment, type ReactNode } from 'react';
import type { Block, Run } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import type { Direction } from '#contract/languages';
import { ArticlePicture } from './article-picture.tsx';
import { ArticleRuns } from './article-runs.tsx';
import styles from './article-body.module.css';

interface Props {
  blocks: readonly Block[];
  lang: string;
  dir: Direction;
  /** What stands at the end of the text, in its own language and measure. */
  children?: ReactNode;
}

/** A text in its own language and direction, block by block. */
export function ArticleBody({ blocks, lang, dir, children }: Props) {
  return (
    <div className={styles['body']} lang={lang} dir={dir}>
      <Blocks blocks={blocks} anchors={blockAnchors(blocks)} />
      {children}
    </div>
  );
}

interface BlocksProps {
  blocks: readonly Block[];
  /** Element ids, one a block; inside a list nothing has one. */
  anchors?: readonly (string | undefined)[];
}

function Blocks({ blocks, anchors = [] }: BlocksProps) {
  // Blocks have no identity but their place, and an article's text does not change under its reader.
  return blocks.map((block, index) => <BlockView key={index} block={block} id={anchors[index]} />);
}

function BlockView({ block, id }: { block: Block; id: string | undefined }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p id={id}>
          <ArticleRuns runs={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading id={id} className={styles['heading']}>
          <ArticleRuns runs={block.children} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote id={id} className={hasOwnMarks(block.children) ? styles['marked'] : styles['quote']}>
          <p>
            <ArticleRuns runs={block.children} />
          </p>
          {block.cite !== undefined && (
            <footer>
              <bdi>{block.cite}</bdi>
            </footer>
          )}
        </blockquote>
      );
    case 'list': {
      const ListElement = block.ordered ? 'ol' : 'ul';
      return (
        <ListElement id={id} className={block.ordered ? styles['numbered'] : styles['bulleted']}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} />
            </li>
          ))}
        </ListElement>
      );
    }
    case 'figure':
      return <ArticlePicture image={block} id={id} />;
    case 'verse':
      return (
        <div id={id} className={styles['verse']}>
          {block.lines.map((line, index) => (
            <p key={index} className={styles['line']}>
              {/* Copied, or read aloud, the two are words apart. */}
              {line.map((hemistich, place) => (
                <Fragment key={place}>
                  {place > 0 && ' '}
                  <span>
                    <ArticleRuns runs={hemistich} />
                  </span>
                </Fragment>
              ))}
            </p>
          ))}
        </div>
      );
    case 'code':
      return (
        <pre id={id} className={styles['code']} dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'separator':
      return <hr className={styles['separator']} />;
    case 'table':
      return (
        <div id={id} className={styles['table']} tabIndex={0} role="group">
          <table>
            {block.head.length > 0 && (
              <thead>
                <tr>
                  {block.head.map((cell, index) => (
                    <th key={index} scope="col">
                      <ArticleRuns runs={cell} />
                    </th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>
                      <ArticleRuns runs={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'embed':
      return (
        <p id={id}>
          <a href={block.href}>
            <bdi>{block.title}</bdi>
          </a>
        </p>
      );
  }
}

/** Whether a quotation was written with its quotation marks. */
const hasOwnMarks = ([first]: readonly Run[]) => /^\s*[«“„"‹]/.test(first?.text ?? '');
