import { commentAnchor } from '#contract/paths';
import type { Conversation } from './conversation.ts';

/** Leads the focus back to the button that opened what has just been closed; it may have to come back first. */
export function focusOpener({ act, id }: NonNullable<Conversation['opened']>): void {
  setTimeout(() => {
    const place = document.getElementById(commentAnchor(id));
    place?.querySelector<HTMLElement>(`[name='${act}']`)?.focus();
  });
}
