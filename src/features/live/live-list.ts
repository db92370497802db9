/** What a page shows of a conversation, and how it is brought up to date; the page gives it. */
export interface LiveList {
  /** Whether a comment is there, in whichever list of the article. */
  has(id: string): boolean;
  /** Published comments, as far as is known; undefined before a list has come. */
  total(): number | undefined;
  /** Whether a comment of this reader's own is on its way, which may be the very one that is told of. */
  isSending(): boolean;
  /** Calls `changed` when any of this may be otherwise; gives what ends it. */
  subscribe(changed: () => void): () => void;
  /** Asks for the newest comments and shows nothing: those that are missing, and those that have changed. */
  look(): Promise<{ missing: { id: string; rootId: string }[]; changed: string[] }>;
  /** Asks for the newest comments and puts them at the head of the list. */
  showNewest(): Promise<void>;
  /** Asks for one comment and puts it in its place as it is now; of a removed one its place is left. */
  refresh(id: string): Promise<void>;
}
