import type { Block } from '#contract/article';
import { ArticlePicture } from './article-picture.tsx';
import { ArticleRuns } from './article-runs.tsx';
import styles from './article-body.module.css';

/** The body of an article, block by block. */
export function ArticleBody({ blocks }: { blocks: readonly Block[] }) {
  // Blocks have no identity but their place, and an article's text does not change under its reader.
  return blocks.map((block, index) => <BlockView key={index} block={block} />);
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <ArticleRuns runs={block.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading className={styles['heading']}>
          <ArticleRuns runs={block.children} />
        </Heading>
      );
    }
    case 'quote':
      return (
        <blockquote className={styles['quote']}>
          <p>
            <ArticleRuns runs={block.children} />
          </p>
          {block.cite !== undefined && <footer>{block.cite}</footer>}
        </blockquote>
      );
    case 'list': {
      const ListElement = block.ordered ? 'ol' : 'ul';
      return (
        <ListElement className={block.ordered ? styles['numbered'] : styles['bulleted']}>
          {block.items.map((item, index) => (
            <li key={index}>
              <ArticleBody blocks={item} />
            </li>
          ))}
        </ListElement>
      );
    }
    case 'figure':
      return <ArticlePicture image={block} />;
    case 'verse':
      return (
        <div className={styles['verse']}>
          {block.lines.map((line, index) => (
            <p key={index} className={styles['line']}>
              {line.map((hemistich, side) => (
                <span key={side}>
                  <ArticleRuns runs={hemistich} />
                </span>
              ))}
            </p>
          ))}
        </div>
      );
    case 'code':
      return (
        <pre className={styles['code']} dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'separator':
      return <hr className={styles['separator']} />;
    case 'table':
      return (
        <div className={styles['table']} tabIndex={0} role="group">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    <ArticleRuns runs={cell} />
                  </th>
                ))}
              </tr>
            </thead>
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
        <p>
          <a href={block.href}>
            <bdi>{block.title}</bdi>
          </a>
        </p>
      );
  }
}
