import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Copy } from './copy-text.ts';
import styles from './article-tools.module.css';
import { moveTo } from './place-beside.ts';
import { useBlockAt } from './use-block-at.ts';

interface Props {
  url: string;
  copy: Copy;
  /** The address now names a block. */
  onNamed: (hash: string) => void;
}

/**
 * The link of the block under the pointer or the focus, in the margin before it. One for all blocks: a
 * link on each would be as many stops for the keyboard, which comes to this one from a block that it is at.
 */
export function BlockLink({ url, copy, onNamed }: Props) {
  const { t } = useTranslation('sharing');
  const button = useRef<HTMLButtonElement>(null);
  const at = useBlockAt(button);
  useLayoutEffect(() => {
    if (button.current !== null && at !== undefined) placeBefore(button.current, at.block, at.isFocused);
  }, [at]);
  if (at === undefined) return null;
  const { block } = at;
  const isHeading = block.matches('h2, h3, h4, h5, h6');
  const press = async () => {
    const hash = `#${block.id}`;
    // Not by the router: it would lead there, and the block is before the reader's eyes. What it keeps of
    // this entry stays.
    history.replaceState(history.state, '', hash);
    onNamed(hash);
    await copy(url + hash, t(isHeading ? 'headingLinkCopied' : 'blockLinkCopied'));
  };
  const name = t(isHeading ? 'copyHeadingLink' : 'copyBlockLink');
  return (
    <button
      ref={button}
      type="button"
      tabIndex={-1}
      className={styles['pilcrow']}
      aria-label={name}
      title={name}
      onClick={() => void press()}
    >
      ¶
    </button>
  );
}

/**
 * Beside the first line, before its beginning. Where the margin has no room, for the keyboard above the
 * line's other end; for the pointer, which would have no way to it, not at all.
 */
function placeBefore(button: HTMLElement, block: Element, isFocused: boolean): void {
  const { direction, lineHeight } = getComputedStyle(block);
  const { x, y, width } = block.getBoundingClientRect();
  button.hidden = false;
  const own = button.getBoundingClientRect();
  const [start, end] = direction === 'rtl' ? [x + width, x] : [x - own.width, x + width - own.width];
  const hasRoom = start >= 0 && start + own.width <= document.documentElement.clientWidth;
  button.hidden = !hasRoom && !isFocused;
  if (hasRoom) moveTo(button, start, y + (Number.parseFloat(lineHeight) - own.height) / 2);
  else if (isFocused) moveTo(button, end, y - own.height);
}
