import { Fragment, type ReactNode } from 'react';
import type { Block, Run } from '#contract/article';
import { blockAnchors, textOfRuns } from '#contract/block-anchors';
import { type Direction, directionOf } from '#contract/languages';
import { directionWithin } from '#contract/text/direction';
import { BidiText } from '#ui/bidi-text.tsx';
import { ArticlePicture } from './article-picture.tsx';
import { ArticleRuns } from './article-runs.tsx';
import { ArticleTable } from './article-table.tsx';
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
      <Blocks blocks={blocks} dir={dir} anchors={blockAnchors(blocks)} />
      {children}
    </div>
  );
}

interface BlocksProps {
  blocks: readonly Block[];
  /** Of the text they stand in. */
  dir: Direction;
  /** Element ids, one a block; inside a list nothing has one. */
  anchors?: readonly (string | undefined)[];
}

function Blocks({ blocks, dir, anchors }: BlocksProps) {
  // Blocks have no identity but their place, and an article's text does not change under its reader.
  return blocks.map((block, index) => (
    <BlockView
      key={index}
      block={block}
      dir={dir}
      id={anchors?.[index]}
      isItem={anchors === undefined}
      heading={
        block.type === 'table'
          ? anchors?.[blocks.findLastIndex(({ type }, at) => at < index && type === 'heading')]
          : undefined
      }
    />
  ));
}

interface BlockProps {
  block: Block;
  dir: Direction;
  id: string | undefined;
  /** Whether it stands beside the mark of a list, at whose edge it stays. */
  isItem: boolean;
  /** Id of the heading that a table stands under. */
  heading: string | undefined;
}

function BlockView({ block, dir, id, isItem, heading }: BlockProps) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p id={id} dir={isItem ? undefined : directionWithin(textOfRuns(block.children), dir)}>
          <ArticleRuns runs={block.children} within={isItem ? dir : undefined} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading id={id}>
          <ArticleRuns runs={block.children} within={dir} />
        </Heading>
      );
    }
    case 'quote': {
      const lang = languageOf(block.children);
      return (
        <blockquote
          id={id}
          className={hasOwnMarks(block.children) ? styles['marked'] : styles['quote']}
          lang={lang}
          dir={lang === undefined ? directionWithin(textOfRuns(block.children), dir) : directionOf(lang)}
        >
          <p>
            <ArticleRuns runs={block.children} />
          </p>
          {block.cite !== undefined && (
            <footer>
              <BidiText text={block.cite} />
            </footer>
          )}
        </blockquote>
      );
    }
    case 'list': {
      const ListElement = block.ordered ? 'ol' : 'ul';
      return (
        <ListElement id={id}>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} dir={dir} />
            </li>
          ))}
        </ListElement>
      );
    }
    case 'figure':
      return <ArticlePicture image={block} id={id} dir={dir} />;
    case 'verse':
      return (
        <div id={id} className={styles['verse']}>
          {block.lines.map((line, index) => (
            <p key={index}>
              {/* Copied, or read aloud, the two are words apart. */}
              {line.map((hemistich, place) => (
                <Fragment key={place}>
                  {place > 0 && ' '}
                  <span>
                    <ArticleRuns runs={hemistich} within={dir} />
                  </span>
                </Fragment>
              ))}
            </p>
          ))}
        </div>
      );
    case 'code':
      return (
        <pre id={id} dir="ltr" tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'separator':
      return <hr />;
    case 'table':
      return <ArticleTable table={block} id={id} dir={dir} heading={heading} />;
    case 'embed':
      return (
        <p id={id} className={styles['embed']}>
          <a href={block.href}>
            <BidiText text={block.title} />
          </a>
        </p>
      );
  }
}

/** The language that the whole of a quotation is in, where that is said of all of it: its marks and edge are then of that one. */
const languageOf = ([first, ...others]: readonly Run[]) =>
  others.every(({ lang }) => lang === first?.lang) ? first?.lang : undefined;

/** Whether a quotation was written with its quotation marks. */
const hasOwnMarks = ([first]: readonly Run[]) => /^\s*[«“„"‹]/.test(first?.text ?? '');
