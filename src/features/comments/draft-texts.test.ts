import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropDraft,
  hearDraft,
  isReturnedDraft,
  offerDraft,
  openDraft,
  otherDraft,
  parseDraft,
  seeDraft,
  sendDraft,
  storedDraft,
  typeDraft,
  type DraftMove,
  type DraftTab,
  type DraftTexts,
} from './draft-texts.ts';

type Stored = DraftTexts | undefined;

/**
 * Tabs over one item of storage, each hearing of the others' writing some time later, in order, as browsers
 * tell it. Where `isStale`, a tab writes upon what it has heard, not upon what is there: processes of one
 * browser may be that far apart for a moment.
 */
class Tabs {
  stored: Stored;
  readonly tabs: { tab: DraftTab; view: Stored; inbox: { stored: Stored; before: Stored }[] }[] = [];
  readonly isStale: boolean;

  constructor(isStale: boolean) {
    this.isStale = isStale;
  }

  open(inBox = '') {
    const at = this.tabs.length;
    this.tabs.push({
      tab: { me: String(at), text: '', from: undefined, seen: '' },
      view: this.stored,
      inbox: [],
    });
    this.#take(at, openDraft(String(at), inBox, this.stored));
  }

  seen(at: number): Stored {
    return this.isStale ? this.tabs[at]?.view : this.stored;
  }

  type(at: number, text: string) {
    const one = this.tabs[at];
    if (one !== undefined && one.tab.text !== text) this.#take(at, typeDraft(one.tab, text, this.seen(at)));
  }

  /** Its reader looks at it for a while. */
  see(at: number) {
    const one = this.tabs[at];
    if (one !== undefined) one.tab = seeDraft(one.tab);
  }

  send(at: number) {
    const one = this.tabs[at];
    if (one !== undefined) this.#take(at, sendDraft(one.tab, '', this.seen(at)));
  }

  /** One message is heard; gives what the tab showed before and after. */
  hear(at: number) {
    const one = this.tabs[at];
    const message = one?.inbox.shift();
    if (one === undefined || message === undefined) return undefined;
    const before = one.tab;
    one.view = message.stored;
    this.#take(at, hearDraft(before, message.stored, message.before));
    return { before, after: one.tab, message };
  }

  settle() {
    for (let rounds = 0; this.tabs.some(({ inbox }) => inbox.length > 0); rounds += 1) {
      if (rounds > 500) throw new Error('the tabs tell one another the same for ever');
      this.tabs.forEach((_, at) => this.hear(at));
    }
  }

  #take(at: number, { tab, kept }: DraftMove) {
    const one = this.tabs[at];
    if (one === undefined) return;
    one.tab = tab;
    if (kept === undefined) return;
    const before = this.stored;
    this.stored = Object.keys(kept.texts).length === 0 ? undefined : kept;
    one.view = this.stored;
    for (const other of this.tabs) if (other !== one) other.inbox.push({ stored: this.stored, before });
  }
}

const actions = fc.array(
  fc.record({
    does: fc.constantFrom('type', 'type', 'hear', 'hear', 'see', 'open'),
    at: fc.nat({ max: 3 }),
    text: fc.constantFrom('', 'ا', 'اب', 'ابت', 'ب', 'بت', 'ج'),
  }),
  { maxLength: 40 },
);
const textsOf = (stored: Stored) => Object.values(stored?.texts ?? {}).map(({ text }) => text);

describe.each([false, true])('two tabs and more (each far behind: %s)', (isStale) => {
  test('what was typed last in a tab is kept, or another text went on from it', () => {
    fc.assert(
      fc.property(actions, (drawn) => {
        const tabs = new Tabs(isStale);
        tabs.open();
        tabs.open();
        for (const { does, at, text } of drawn) {
          if (does === 'open' && tabs.tabs.length < 4) tabs.open();
          if (does === 'type') tabs.type(at, text);
          if (does === 'hear') tabs.hear(at);
          if (does === 'see') tabs.see(at);
        }
        tabs.settle();
        for (const { tab } of tabs.tabs)
          if (tab.from !== undefined && tab.text !== '') expect(textsOf(tabs.stored)).toContain(tab.text);
      }),
      { numRuns: 1_000 },
    );
  });

  test('what two tabs are filled with before either reader has read of the other is kept, both of it', () => {
    const orders = fc.array(fc.constantFrom('a', 'b', 'hear a', 'hear b'), { maxLength: 12 });
    fc.assert(
      fc.property(orders, (drawn) => {
        const tabs = new Tabs(isStale);
        tabs.open();
        tabs.open();
        for (const does of [...drawn, 'a', 'b']) {
          const at = does.endsWith('a') ? 0 : 1;
          if (does.startsWith('hear')) tabs.hear(at);
          else tabs.type(at, at === 0 ? 'أوّل' : 'ثانٍ');
        }
        tabs.settle();
        expect(textsOf(tabs.stored).toSorted()).toEqual(['أوّل', 'ثانٍ'].toSorted());
        for (const { tab } of tabs.tabs) expect(otherDraft(tab, tabs.stored)).not.toBe(tab.text);
      }),
      { numRuns: 500 },
    );
  });

  test('a box that was typed in changes only to what went on from it, or where its text was sent or erased', () => {
    fc.assert(
      fc.property(actions, (drawn) => {
        const tabs = new Tabs(isStale);
        tabs.open();
        tabs.open();
        for (const { does, at, text } of drawn) {
          if (does === 'type') tabs.type(at, text);
          if (does === 'see') tabs.see(at);
          const heard = does === 'hear' ? tabs.hear(at) : undefined;
          if (heard === undefined || heard.before.text === heard.after.text) continue;
          const { before, after, message } = heard;
          if (before.from === undefined || before.text === '') continue;
          const entry = Object.values(message.stored?.texts ?? {}).find((kept) => kept.text === after.text);
          const isErased = message.stored === undefined && textsOf(message.before).includes(before.text);
          expect(entry?.from === before.text || isErased).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('in two tabs', () => {
  const both = (): Tabs => {
    const tabs = new Tabs(false);
    tabs.open();
    tabs.type(0, 'بداية');
    tabs.open();
    tabs.see(1);
    return tabs;
  };
  const shown = (tabs: Tabs) => tabs.tabs.map(({ tab }) => tab.text);

  test('whoever only looks follows', () => {
    const tabs = both();
    expect(shown(tabs)).toEqual(['بداية', 'بداية']);
    tabs.type(0, 'بداية أخرى');
    tabs.settle();
    expect(shown(tabs)).toEqual(['بداية أخرى', 'بداية أخرى']);
    expect(textsOf(tabs.stored)).toEqual(['بداية أخرى']);
  });

  test('one text written on by turns stays one', () => {
    const tabs = both();
    tabs.type(1, 'بداية ووسط');
    tabs.settle();
    tabs.type(0, 'بداية ووسط ونهاية');
    tabs.settle();
    expect(shown(tabs)).toEqual(['بداية ووسط ونهاية', 'بداية ووسط ونهاية']);
    expect(textsOf(tabs.stored)).toEqual(['بداية ووسط ونهاية']);
  });

  test('texts that part are both kept, and each tab is offered the other', () => {
    const tabs = both();
    tabs.type(0, 'بداية هنا');
    tabs.type(1, 'بداية هناك');
    tabs.settle();
    expect(shown(tabs)).toEqual(['بداية هنا', 'بداية هناك']);
    expect(tabs.tabs.map(({ tab }) => otherDraft(tab, tabs.stored))).toEqual(['بداية هناك', 'بداية هنا']);
    // Closed and opened again, the newest is shown and the other still offered.
    tabs.open();
    expect(shown(tabs)[2]).toBe('بداية هناك');
    expect(otherDraft(tabs.tabs[2]?.tab ?? { me: '', text: '', from: '', seen: '' }, tabs.stored)).toBe(
      'بداية هنا',
    );
  });

  test('what was sent goes from every box that shows it, and from no other', () => {
    const tabs = both();
    tabs.send(0);
    tabs.settle();
    expect(shown(tabs)).toEqual(['', '']);
    expect(tabs.stored).toBeUndefined();
    tabs.type(0, 'أوّل');
    tabs.settle();
    tabs.type(1, 'أوّل وزيادة');
    tabs.send(0);
    tabs.settle();
    expect(shown(tabs)[1]).toBe('أوّل وزيادة');
    expect(textsOf(tabs.stored)).toEqual(['أوّل وزيادة']);
  });
});

describe('a box', () => {
  test('with words of its own, typed before this began, keeps them beside the kept ones', () => {
    const stored = offerDraft('w', 'قديم');
    const { tab, kept } = openDraft('me', 'جديد', stored);
    expect(tab.text).toBe('جديد');
    expect(textsOf(kept).toSorted()).toEqual(['جديد', 'قديم']);
    expect(openDraft('me', 'قديم', stored)).toEqual({
      tab: { me: 'me', text: 'قديم', from: undefined, seen: '' },
    });
  });

  test('is offered another text, and may drop it', () => {
    const { tab, kept } = openDraft('me', 'جديد');
    const offered = offerDraft('w', 'مُعاد', kept);
    expect(hearDraft(tab, offered, kept).tab).toEqual(tab);
    expect(otherDraft(tab, offered)).toBe('مُعاد');
    expect(isReturnedDraft('مُعاد', offered)).toBe(true);
    expect(isReturnedDraft('جديد', offered)).toBe(false);
    expect(otherDraft(tab, dropDraft('مُعاد', offered))).toBeUndefined();
    expect(hearDraft({ me: 'me', text: '', from: undefined, seen: '' }, offered).tab.text).toBe('مُعاد');
  });
});

test('what is not ours is no draft', () => {
  const draft = offerDraft('w', 'نصّ');
  expect(parseDraft(JSON.parse(JSON.stringify(storedDraft(draft))))).toEqual({ ...draft, sent: undefined });
  for (const value of [undefined, null, 'x', 3, [], {}, { v: 2, texts: {} }, { v: 1 }, { v: 1, texts: 'x' }])
    expect(parseDraft(value)).toBeUndefined();
  expect(
    parseDraft({ v: 1, texts: { a: null, b: { text: 3 }, c: { text: '', from: '', turn: 1 } } })?.texts,
  ).toEqual({});
});
