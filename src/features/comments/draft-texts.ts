/**
 * The unsent text of one box, shared by all tabs that show it. Each tab that is typed in keeps a text of
 * its own under its own name, so that none is written over: a text goes only where another tab has gone on
 * from exactly it (`from`), where its writer empties the box, or once it was sent.
 */
export interface DraftTexts {
  texts: Readonly<Record<string, DraftText>>;
  /** The text that was just sent, for the tabs that still show it. */
  sent?: string | undefined;
}

interface DraftText {
  text: string;
  /** What stood in the box when its tab was first typed in. */
  from: string;
  /** Rising from one writing to the next. */
  turn: number;
}

/** What one tab shows. */
export interface DraftTab {
  /** Its name among the texts. */
  me: string;
  text: string;
  /** What stood here before it was typed in; undefined while it only shows what another holds. */
  from: string | undefined;
  /** The text that stood here last for so long that it can have been read. */
  seen: string;
}

/** What is kept and what the tab shows after something happened. */
export interface DraftMove {
  tab: DraftTab;
  /** Undefined where nothing is to be written; without texts there is nothing to keep. */
  kept?: DraftTexts | undefined;
}

const none: DraftTexts = { texts: {} };

/** The tab begins, with what stands in its box already: typed before, or put back by the browser. */
export function openDraft(me: string, inBox: string, stored: DraftTexts = none): DraftMove {
  const shown: DraftTab = { me, text: newest(stored)?.text ?? '', from: undefined, seen: '' };
  if (inBox === '') return { tab: shown };
  const known = Object.values(stored.texts).some(({ text }) => text === inBox);
  return known ? { tab: { ...shown, text: inBox } } : typeDraft({ ...shown, text: '' }, inBox, stored);
}

/** Its reader has had the time to read what it shows. */
export const seeDraft = (tab: DraftTab): DraftTab => ({ ...tab, seen: tab.text });

/** Its box is typed in: it goes on from what stands there, unless that came a moment ago and goes unread. */
export function typeDraft(tab: DraftTab, text: string, stored: DraftTexts = none): DraftMove {
  const typed = { ...tab, text, from: tab.from ?? (text.includes(tab.text) ? tab.text : tab.seen) };
  return { tab: typed, kept: withOwn(typed, stored) };
}

/** Another tab has written `stored`, where `before` stood. */
export function hearDraft(tab: DraftTab, stored: DraftTexts = none, before: DraftTexts = none): DraftMove {
  const { me, text, from } = tab;
  const ended: DraftTab = { me, text: newest(stored)?.text ?? '', from: undefined, seen: tab.seen };
  if (from === undefined) return { tab: ended };
  const isGone = Object.keys(stored.texts).length === 0 && textsOf(before).includes(text);
  if (text !== '' && (stored.sent === text || isGone)) return { tab: ended };
  const others = Object.entries(stored.texts).filter(([name]) => name !== me);
  const further = others.find(
    ([, other]) => text !== '' && other.from === text && stored.texts[me] === undefined,
  );
  if (further !== undefined) return { tab: { me, text: further[1].text, from: undefined, seen: text } };
  // Written over by a tab that had not heard of it.
  const isKept = text === '' || textsOf(stored).includes(text);
  return isKept ? { tab } : { tab, kept: withOwn(tab, stored) };
}

/** What the box holds was sent: it is the outbox's or the server's now. The box itself is `text` from now on. */
export function sendDraft(tab: DraftTab, text: string, stored: DraftTexts = none): DraftMove {
  return {
    tab: { me: tab.me, text, from: undefined, seen: text },
    kept: { ...dropDraft(tab.text, stored), sent: tab.text },
  };
}

/** The text of a comment that comes back: it is shown where the box is empty, and offered beside it elsewhere. */
export function offerDraft(name: string, text: string, stored: DraftTexts = none): DraftTexts {
  return { texts: { ...stored.texts, [returned + name]: { text, from: '', turn: nextTurn(stored) } } };
}

/** A text that its reader does not want. */
export function dropDraft(text: string, stored: DraftTexts = none): DraftTexts {
  return { texts: Object.fromEntries(Object.entries(stored.texts).filter(([, kept]) => kept.text !== text)) };
}

/** The newest text that stands elsewhere and not in this tab's box. */
export function otherDraft(tab: DraftTab, stored: DraftTexts = none): string | undefined {
  return newest({
    texts: Object.fromEntries(Object.entries(stored.texts).filter(([, { text }]) => text !== tab.text)),
  })?.text;
}

/** Whether `text` is one that came back. */
export const isReturnedDraft = (text: string | undefined, { texts }: DraftTexts = none): boolean =>
  Object.entries(texts).some(([name, kept]) => name.startsWith(returned) && kept.text === text);

/** Begins the names of texts that came back. */
const returned = 'returned.';

function withOwn({ me, text, from = '' }: DraftTab, stored: DraftTexts): DraftTexts {
  const others = Object.entries(stored.texts).filter(
    ([name, other]) => name !== me && other.text !== from && other.text !== text,
  );
  const texts = Object.fromEntries(others);
  return text === '' ? { texts } : { texts: { ...texts, [me]: { text, from, turn: nextTurn(stored) } } };
}

const nextTurn = ({ texts }: DraftTexts) => 1 + Math.max(0, ...Object.values(texts).map(({ turn }) => turn));

const newest = ({ texts }: DraftTexts): DraftText | undefined =>
  Object.values(texts).toSorted((a, b) => b.turn - a.turn)[0];

const textsOf = ({ texts }: DraftTexts) => Object.values(texts).map(({ text }) => text);

/** As the device kept it; undefined where it is none. */
export function parseDraft(value: unknown): DraftTexts | undefined {
  if (member(value, 'v') !== version) return undefined;
  const listed = member(value, 'texts');
  if (typeof listed !== 'object' || listed === null) return undefined;
  const texts = Object.entries(listed).flatMap(([name, kept]) => {
    const [text, from, turn] = [member(kept, 'text'), member(kept, 'from'), member(kept, 'turn')];
    if (typeof text !== 'string' || text === '' || typeof from !== 'string' || typeof turn !== 'number')
      return [];
    return [[name, { text, from, turn }] as const];
  });
  const sent = member(value, 'sent');
  return { texts: Object.fromEntries(texts), sent: typeof sent === 'string' ? sent : undefined };
}

export const storedDraft = (draft: DraftTexts): object => ({ v: version, ...draft });

const version = 1;

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
