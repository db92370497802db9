import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Copy } from './copy-text.ts';
import styles from './article-tools.module.css';
import { moveTo } from './place-beside.ts';

interface Props {
  url: string;
  copy: Copy;
  /** The address now names a block. */
  onNamed: (hash: string) => void;
}

/**
 * The link of the block under the pointer or the focus, in the margin before it. One for all blocks: a
 * link on each would be as many stops for the keyboard, which has the passage's tools.
 */
export function BlockLink({ url, copy, onNamed }: Props) {
  const { t } = useTranslation('sharing');
  const button = useRef<HTMLButtonElement>(null);
  const [block, setBlock] = useState<Element>();
  useEffect(() => {
    if (!matchMedia('(hover: hover)').matches) return;
    const look = ({ target }: Event) => {
      if (!(target instanceof Element) || button.current?.contains(target)) return;
      const found = target.closest('[id^=p-]');
      // On the way to the margin the pointer passes over what holds the block.
      setBlock((shown) => found ?? (shown && target.contains(shown) ? shown : undefined));
    };
    const leave = () => setBlock(undefined);
    const events = ['mouseover', 'focusin'];
    for (const event of events) document.addEventListener(event, look);
    addEventListener('resize', leave);
    return () => {
      for (const event of events) document.removeEventListener(event, look);
      removeEventListener('resize', leave);
    };
  }, []);
  useLayoutEffect(() => {
    if (button.current !== null && block !== undefined) placeBefore(button.current, block);
  }, [block]);
  if (block === undefined) return null;
  const press = async () => {
    const hash = `#${block.id}`;
    // Not by the router: it would lead there, and the block is before the reader's eyes. What it keeps of
    // this entry stays.
    history.replaceState(history.state, '', hash);
    onNamed(hash);
    await copy(url + hash, t('blockLinkCopied'));
  };
  return (
    <button
      ref={button}
      type="button"
      tabIndex={-1}
      className={styles['pilcrow']}
      aria-label={t('copyBlockLink')}
      title={t('copyBlockLink')}
      onClick={() => void press()}
    >
      ¶
    </button>
  );
}

/** Beside the first line, before its beginning; not at all where the margin has no room. */
function placeBefore(button: HTMLElement, block: Element): void {
  const { direction, lineHeight } = getComputedStyle(block);
  const { x, y, width } = block.getBoundingClientRect();
  const own = button.getBoundingClientRect();
  const before = direction === 'rtl' ? x + width : x - own.width;
  const hasRoom = before >= 0 && before + own.width <= document.documentElement.clientWidth;
  button.hidden = !hasRoom;
  if (hasRoom) moveTo(button, before, y + (Number.parseFloat(lineHeight) - own.height) / 2);
}
