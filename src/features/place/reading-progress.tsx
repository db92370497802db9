import { useEffect, useRef } from 'react';
import type { Block } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { readAt } from './reading-line.ts';
import { spansOf } from './block-spans.ts';
import styles from './reading-progress.module.css';

/** The bar of how much of the text has come into view, where the browser cannot move it by itself. */
export function ReadingProgress({ blocks }: { blocks: readonly Block[] }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const anchors = blockAnchors(blocks);
    const follow = () => {
      if (bar.current !== null) bar.current.style.scale = `${readAt(spansOf(anchors), innerHeight)} 1`;
    };
    follow();
    addEventListener('scroll', follow);
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow);
      removeEventListener('resize', follow);
    };
  }, [blocks]);
  return <div ref={bar} className={styles['progress']} />;
}
