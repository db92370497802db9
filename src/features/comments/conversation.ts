import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { Comment, Mine } from '#contract/comment';
import type { RefusedAct, RefusedForm } from '#contract/page';
import type { CommentAct } from './comments-place.ts';

/** What is shown at a comment of this browser; fetched where there is one. */
export interface OwnParts {
  Actions: ComponentType<{ comment: Comment; can: Mine['comments'][string]['can'] }>;
  Editor: ComponentType<{ comment: Comment }>;
}

/** The comment that a reply answers; its name where that is on the page. */
export interface Answered {
  id: string;
  name: string | undefined;
}

/** Words about one comment, shown at it. */
export interface Told {
  id: string;
  /** `isThere`: at the comment itself, so that no way leads to it. */
  notice: (isThere: boolean) => ReactNode;
}

/** What the comments of one article share. */
export interface Conversation {
  slug: string;
  /** Called when the server holds one more comment. */
  onPosted: () => void;
  /** A plain form post that was refused. */
  refused: RefusedForm | undefined;
  /** A like or a report by plain form that was refused. */
  refusedAct: RefusedAct | undefined;
  told: Told | undefined;
  /** Whether replies are taken. */
  isOpen: boolean;
  /** What this browser likes and may change, once that is known. */
  mine: Mine['comments'];
  own: OwnParts | undefined;
  /** The one form that stands open, and the comment it stands at. */
  opened: { act: CommentAct | 'edit'; id: string } | undefined;
  open: (act: CommentAct | 'edit', id: string) => void;
  close: () => void;
}

export const ConversationContext = createContext<Conversation | undefined>(undefined);

export function useConversation(): Conversation {
  const conversation = useContext(ConversationContext);
  if (conversation === undefined) throw new Error('no conversation above');
  return conversation;
}
