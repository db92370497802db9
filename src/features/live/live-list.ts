/** What a page shows of a conversation, and how it is brought up to date; the page gives it. */
export interface LiveList {
  /** Whether a comment is there, in whichever list of the article, or is this reader's own of this visit. */
  has(id: string): boolean;
  /** Published comments, as far as is known; undefined before a list has come. */
  total(): number | undefined;
  /** Whether a comment of this reader's own is on its way, which may be the very one that is told of. */
  isSending(): boolean;
  /** Calls `changed` when any of this may be otherwise; gives what ends it. */
  subscribe(changed: () => void): () => void;
  /** Asks for the newest comments and shows nothing: what is missing, has changed, is there no more. */
  look(): Promise<{
    missing: { id: string; rootId: string }[];
    changed: string[];
    removed: { id: string; rootId: string }[];
    total: number;
  }>;
  /** Says how many published comments there are. */
  count(total: number): void;
  /** Lets whoever opens a list next ask for it anew. */
  expire(): void;
  /** Leaves of a comment no more than its place, in every list; asks nothing. */
  remove(id: string): void;
  /** Asks how many replies a branch has left; gives the places in it, which may stand for nothing now. */
  recount(rootId: string): Promise<string[]>;
  /** Asks for the newest comments and puts them at the head of the list. */
  showNewest(): Promise<void>;
  /** Shows these replies in the branch of a listed comment, and all before them, where they are not too deep in it. */
  showReplies(rootId: string, ids: readonly string[]): Promise<void>;
  /** Of these comments the first that stands where the newest are shown. */
  firstOf(ids: readonly string[]): string | undefined;
  /** Asks for one comment and puts it in its place as it is now; one that is shown no more is taken out. */
  refresh(id: string): Promise<void>;
}
