import { useEffect, useState, type RefObject } from 'react';
import { stand } from './use-toolbar-keys.ts';

/** The block of the text that a reader is at. */
export interface BlockAt {
  block: Element;
  /** By the keyboard: it is the block itself that has the focus, or had it before its link. */
  isFocused: boolean;
}

const blocks = '[id^=p-]';
const focusedBlock = () => document.querySelector(`${blocks}:focus-visible`);

/**
 * The block under the pointer or the focus. From one that has the focus Tab leads to its link, `button`, and
 * on from there to what comes after the block; Escape leads back to it.
 */
export function useBlockAt(button: RefObject<HTMLElement | null>): BlockAt | undefined {
  const [at, setAt] = useState<BlockAt>();
  useEffect(() => {
    const isOwn = (target: EventTarget | null) => target instanceof Node && button.current?.contains(target);
    const point = ({ target }: Event) => {
      if (!(target instanceof Element) || isOwn(target)) return;
      // What the keyboard is at stays, whatever the page moves under the pointer.
      if (focusedBlock() !== null || isOwn(document.activeElement)) return;
      const block = target.closest(blocks);
      // On the way to the margin the pointer passes over what holds the block.
      setAt((shown) => {
        if (block === null) return shown && target.contains(shown.block) ? shown : undefined;
        return shown?.block === block && !shown.isFocused ? shown : { block, isFocused: false };
      });
    };
    const enter = ({ target }: Event) => {
      if (!isOwn(target)) look();
    };
    const look = () => {
      const focused = focusedBlock();
      const around = document.activeElement?.closest(blocks) ?? undefined;
      if (focused !== null) setAt({ block: focused, isFocused: true });
      else setAt(around && { block: around, isFocused: false });
    };
    // This was fetched when the focus had come already.
    look();
    const listened = [
      ['focusin', enter],
      ...(matchMedia('(hover: hover)').matches ? ([['mouseover', point]] as const) : []),
    ] as const;
    for (const [event, listener] of listened) document.addEventListener(event, listener);
    addEventListener('resize', look);
    return () => {
      for (const [event, listener] of listened) document.removeEventListener(event, listener);
      removeEventListener('resize', look);
    };
  }, [button]);
  useEffect(() => {
    if (at?.isFocused !== true) return;
    const answer = (event: KeyboardEvent) => {
      const { key, target, shiftKey } = event;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (target === button.current) {
        // The browser goes on, or a shortcut does, from where the focus now stands.
        if (key !== 'Enter' && key !== ' ' && key !== 'Shift') stand(at.block);
        if (key === 'Tab' && shiftKey) event.preventDefault();
      } else if (target === at.block && key === 'Tab' && !shiftKey) {
        // A selection's tools come first.
        if (document.getSelection()?.isCollapsed === false) return;
        event.preventDefault();
        button.current?.focus();
      }
    };
    document.addEventListener('keydown', answer);
    return () => document.removeEventListener('keydown', answer);
  }, [at, button]);
  return at;
}
