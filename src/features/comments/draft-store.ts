import { readStored, writeStored } from '#platform/local-store.ts';
import { parseDraft, storedDraft, type DraftTexts } from './draft-texts.ts';

type Hear = (stored: DraftTexts | undefined, before: DraftTexts | undefined) => void;

/** Boxes of this page; the browser tells other pages only. */
const boxes = new Map<string, Set<Hear>>();

export const readDraft = (key: string): DraftTexts | undefined => parseDraft(readStored(key));

/** Keeps what the tabs share of a box; says whether the device could. */
export function keepDraft(key: string, draft: DraftTexts): boolean {
  if (Object.keys(draft.texts).length > 0) return writeStored(key, storedDraft(draft));
  try {
    localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Keeps `draft` and tells the box of this page too. */
export function giveDraft(key: string, draft: DraftTexts): boolean {
  const before = readDraft(key);
  const isKept = keepDraft(key, draft);
  for (const hear of boxes.get(key) ?? []) hear(draft, before);
  return isKept || boxes.has(key);
}

/** Tells `hear` whenever another tab, or another part of this page, has written under `key`. */
export function listenForDraft(key: string, hear: Hear): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) hear(parsed(event.newValue), parsed(event.oldValue));
  };
  const here = boxes.get(key) ?? new Set();
  boxes.set(key, here.add(hear));
  addEventListener('storage', onStorage);
  return () => {
    here.delete(hear);
    if (here.size === 0) boxes.delete(key);
    removeEventListener('storage', onStorage);
  };
}

function parsed(text: string | null): DraftTexts | undefined {
  try {
    return text === null ? undefined : parseDraft(JSON.parse(text));
  } catch {
    return undefined;
  }
}
