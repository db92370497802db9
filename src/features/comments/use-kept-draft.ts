import { useCallback, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { randomUuid } from '#platform/uuid.ts';
import { draftKey } from './draft-key.ts';
import { keepDraft, listenForDraft, readDraft } from './draft-store.ts';
import {
  dropDraft,
  hearDraft,
  isReturnedDraft,
  openDraft,
  otherDraft,
  seeDraft,
  sendDraft,
  typeDraft,
  type DraftMove,
  type DraftTab,
  type DraftTexts,
} from './draft-texts.ts';
import type { FormBoxes } from './form-boxes.ts';

/** Milliseconds in which nobody has read what another tab has just put into a box. */
const glance = 1_000;

interface Props {
  slug: string;
  parentId: string | undefined;
  boxes: Pick<FormBoxes, 'text' | 'setText' | 'listen'>;
  /** Whether a text is on its way already: it is not put into the box again. */
  isOnItsWay: (text: string) => boolean;
}

interface KeptDraft {
  /** Another text that was written for this box and that it does not show. */
  other: string | undefined;
  /** Whether it is that of a comment which its writer took back to the box. */
  isReturned: boolean;
  /** Whether the device could not keep what was typed. */
  isLost: boolean;
  /** The outbox keeps the words from now on; the box shows them until more is known. */
  release: () => void;
  /** They are the box's again. */
  retake: () => void;
  /** Empties the box of words that are held elsewhere, in all tabs. */
  clear: () => void;
  /** Shows the other text here; this one is offered instead. */
  swap: () => void;
  /** Forgets the other text. */
  dismiss: () => void;
}

/** Keeps what is typed into a box on the device, and what other tabs type into it apart from it. */
export function useKeptDraft({ slug, parentId, boxes, isOnItsWay }: Props): KeptDraft {
  const { text, setText, listen } = boxes;
  const key = draftKey(slug, parentId);
  const [me] = useState(randomUuid);
  const tab = useRef<DraftTab>({ me, text: '', from: undefined, seen: '' });
  const shown = useRef(0);
  const [other, setOther] = useState<string>();
  const [dismissed, setDismissed] = useState<string>();
  const [isReturned, setIsReturned] = useState(false);
  const [isLost, setIsLost] = useState(false);

  const follow = useCallback(
    ({ tab: moved, kept }: DraftMove, stored: DraftTexts | undefined) => {
      if (moved.text !== tab.current.text) {
        setText(moved.text);
        shown.current = performance.now();
      }
      tab.current = moved;
      if (kept !== undefined) setIsLost(!keepDraft(key, kept));
      const found = otherDraft(moved, kept ?? stored);
      setOther(found);
      setIsReturned(isReturnedDraft(found, kept ?? stored));
    },
    [key, setText],
  );

  const open = useEffectEvent(() => {
    let stored = readDraft(key);
    // The page was closed while it was sent: the outbox holds it.
    for (const { text: kept } of Object.values(stored?.texts ?? {})) {
      if (!isOnItsWay(kept) || kept === text) continue;
      stored = dropDraft(kept, stored);
      keepDraft(key, stored);
    }
    tab.current = { me, text, from: undefined, seen: text };
    follow(openDraft(me, text, stored), stored);
  });
  useLayoutEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what the device keeps is known once the page is taken over
    open();
    return listenForDraft(key, (stored, before) => follow(hearDraft(tab.current, stored, before), stored));
  }, [key, follow]);

  // From the same moment on: what is typed and not heard of would be written over.
  useLayoutEffect(
    () =>
      listen((typed) => {
        const stored = readDraft(key);
        if (performance.now() - shown.current >= glance) tab.current = seeDraft(tab.current);
        follow(typeDraft(tab.current, typed, stored), stored);
      }),
    [key, listen, follow],
  );

  const write = (move: (stored: DraftTexts | undefined) => DraftMove) => {
    const stored = readDraft(key);
    follow(move(stored), stored);
  };
  return {
    other: other === dismissed ? undefined : other,
    isReturned,
    isLost: isLost && text !== '',
    release: () => write((stored) => sendDraft(tab.current, tab.current.text, stored)),
    retake: () => write((stored) => typeDraft(tab.current, tab.current.text, stored)),
    clear: () => write((stored) => sendDraft(tab.current, '', stored)),
    swap() {
      if (other === undefined) return;
      setDismissed(undefined);
      // This tab's own text goes on under its name; the other is shown as it stands.
      write((stored) => {
        const mine = typeDraft(tab.current, tab.current.text, stored).kept;
        return { tab: { me: randomUuid(), text: other, from: undefined, seen: other }, kept: mine };
      });
    },
    dismiss() {
      setDismissed(other);
      write((stored) => ({
        tab: tab.current,
        kept: other === undefined ? undefined : dropDraft(other, stored),
      }));
    },
  };
}
