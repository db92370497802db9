import { useEffect } from 'react';
import { commentAnchor } from '#contract/paths';
import type { Conversation } from './conversation.ts';
import { focusOpener } from './opener.ts';

/** The Escape key closes what stands open at a comment, and leads back to the button that opened it. */
export function useEscape(opened: Conversation['opened'], close: () => void): void {
  useEffect(() => {
    if (opened === undefined) return;
    const onKey = ({ key, target, isComposing, defaultPrevented }: KeyboardEvent) => {
      // While letters are composed the key is the keyboard's own.
      if (key !== 'Escape' || isComposing || defaultPrevented) return;
      const place = target instanceof Element ? target.closest('article') : null;
      if (place?.id !== commentAnchor(opened.id)) return;
      close();
      focusOpener(opened);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [opened, close]);
}
