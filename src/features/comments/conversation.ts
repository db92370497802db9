import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { Comment, Mine } from '#contract/comment';
import type { RefusedAct, RefusedForm } from '#contract/page';
import type { CommentAct } from './comments-place.ts';

/** What only a comment's writer may do. */
type OwnAct = 'edit' | 'delete';

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

/** Words about one comment after a plain form, shown at it. */
export interface Noted {
  id: string;
  /** `isThere`: at the comment itself, so that no way leads to it. */
  notice: (isThere: boolean) => ReactNode;
}

/** What became of an act, in words. */
interface Told {
  words: string;
  /** The comment at which it is read, where it failed; else it is said to who hears the page. */
  failedAt?: string | undefined;
  /** One more each time: words that are said again are heard again. */
  time: number;
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
  noted: Noted | undefined;
  /** Whether replies are taken. */
  isOpen: boolean;
  /** Whether the reader has come near, which only script can tell. */
  isNear: boolean;
  /** What this browser likes and may change, once that is known. */
  mine: Mine['comments'];
  own: OwnParts | undefined;
  /** The one form that stands open, and the comment it stands at. */
  opened: { act: CommentAct | OwnAct; id: string } | undefined;
  /** Opens it in the place of any other; a press while it stands open closes it. */
  toggle: (act: CommentAct | OwnAct, id: string) => void;
  close: () => void;
  told: Told | undefined;
  tell: (words: string, failedAt?: string) => void;
}

export const ConversationContext = createContext<Conversation | undefined>(undefined);

export function useConversation(): Conversation {
  const conversation = useContext(ConversationContext);
  if (conversation === undefined) throw new Error('no conversation above');
  return conversation;
}
