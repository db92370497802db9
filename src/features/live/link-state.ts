/**
 * How this tab hears of new comments. One tab of an article leads: it holds the stream and passes on what it
 * is told. While the stream does not come, the leader asks the list now and then, and tries the stream again.
 */
export interface LinkState {
  /** Whether the conversation is near the view of a reader who looks. */
  readonly wanted: boolean;
  readonly leads: boolean;
  readonly link: 'closed' | 'opening' | 'open' | 'waiting' | 'polling';
  /** Tries in a row that came to nothing. */
  readonly failures: number;
  /** How often the list was asked since the stream was given up. */
  readonly polls: number;
  /** Version of the comments up to which all was heard; undefined before anything was. */
  readonly at: number | undefined;
}

export type LinkEvent =
  | { readonly type: 'wanted'; readonly wanted: boolean }
  | { readonly type: 'leading'; readonly leads: boolean }
  /** The stream has told how the conversation stands. */
  | { readonly type: 'hello'; readonly version: number }
  | { readonly type: 'told'; readonly version: number }
  | { readonly type: 'failed' }
  /** The time that `waitOf` gave has passed. */
  | { readonly type: 'due' }
  /** The device has found a network again: a stream of before may be a dead one. */
  | { readonly type: 'online' };

export const atRest: LinkState = {
  wanted: false,
  leads: false,
  link: 'closed',
  failures: 0,
  polls: 0,
  at: undefined,
};

/** Tries before the list is asked instead; answers of the list before the stream is tried once more. */
export const tries = { stream: 4, list: 6 };

export function nextLink(state: LinkState, event: LinkEvent): LinkState {
  switch (event.type) {
    case 'wanted':
      return withLink({ ...state, wanted: event.wanted });
    case 'leading':
      return withLink({ ...state, leads: event.leads });
    case 'hello':
      return { ...state, at: event.version, link: state.link === 'opening' ? 'open' : state.link };
    case 'told':
      return isNews(state, event.version) ? { ...state, at: event.version } : state;
    case 'failed':
      return failed(state);
    case 'due':
      return due(state);
    case 'online':
      return state.link === 'closed' ? state : { ...state, link: 'opening' };
  }
}

/** Whether a version says something that was not heard yet: a leader that has just changed may say it again. */
export const isNews = ({ at }: LinkState, version: number): boolean => at === undefined || version > at;

const opening = { link: 'opening', failures: 0, polls: 0 } as const;

function withLink(state: LinkState): LinkState {
  const isActive = state.wanted && state.leads;
  if (isActive === (state.link !== 'closed')) return state;
  return isActive ? { ...state, ...opening } : { ...state, link: 'closed' };
}

function failed(state: LinkState): LinkState {
  if (state.link !== 'opening' && state.link !== 'open') return state;
  const failures = Math.min(state.failures + 1, tries.stream);
  return failures < tries.stream
    ? { ...state, failures, link: 'waiting' }
    : { ...state, failures, link: 'polling', polls: 0 };
}

function due(state: LinkState): LinkState {
  switch (state.link) {
    case 'closed':
      return state;
    case 'waiting':
      return { ...state, link: 'opening' };
    // Nothing was told for so long: as good as an error, which a proxy that holds everything back never gives.
    case 'opening':
      return failed(state);
    // It has held: the next failure is the first again.
    case 'open':
      return { ...state, failures: 0 };
    case 'polling':
      return state.polls + 1 < tries.list
        ? { ...state, polls: state.polls + 1 }
        : { ...state, link: 'opening', polls: 0 };
  }
}

const second = 1_000;
const waits = { opening: 20 * second, open: 10 * second, waiting: second, polling: 45 * second };

/**
 * Milliseconds until `due`; undefined where nothing is waited for. `chance` from 0 to 1 spreads those who
 * lost the same server, so that it is not asked by all at once.
 */
export function waitOf({ link, failures }: LinkState, chance: number): number | undefined {
  if (link === 'closed') return undefined;
  if (link === 'opening') return waits.opening;
  if (link === 'open') return failures > 0 ? waits.open : undefined;
  const base = link === 'polling' ? waits.polling : waits.waiting * 2 ** failures;
  return base * (0.5 + chance);
}
