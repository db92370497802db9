import { apiAddress } from '#platform/client.ts';
import { dataOf, isHello, isLiveMessage, isTold, type Hello, type LiveMessage } from './live-message.ts';
import type { Told } from './live-news.ts';
import { atRest, isNews, nextLink, waitOf, type LinkEvent, type LinkState } from './link-state.ts';

interface Heard {
  onTold: (told: Told) => void;
  onHello: (hello: Hello) => void;
  /** There is no stream: whoever wants to know has to ask. */
  onLook: () => void;
}

export interface LiveLink {
  want(wanted: boolean): void;
  close(): void;
}

/** Version of the comments, by article, up to which this page has heard: it may be left and come back to. */
const heard = new Map<string, number>();

/** Hears of the comments of one article, in this tab or through the one that leads (link-state.ts). */
export function createLiveLink(slug: string, { onTold, onHello, onLook }: Heard): LiveLink {
  const name = `riwaq.live.${slug}`;
  // Without a word on who leads, each tab has a stream of its own.
  const channel = 'locks' in navigator ? new BroadcastChannel(name) : undefined;
  let state: LinkState = { ...atRest, at: heard.get(slug) };
  let total: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream: EventSource | undefined;
  let leave: AbortController | undefined;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin by itself
  const say = (message: LiveMessage) => channel?.postMessage(message);

  const dispatch = (event: LinkEvent) => {
    const before = state;
    state = nextLink(state, event);
    if (state === before) return;
    if (before.link !== state.link || event.type === 'online') moved();
    else if (event.type === 'due') rest();
    if (event.type === 'due' && state.link === 'polling') {
      say({ kind: 'look' });
      onLook();
    }
  };

  const moved = () => {
    if (state.link !== 'open') {
      stream?.close();
      stream = undefined;
    }
    if (state.link === 'opening') open();
    rest();
  };

  /** Sets the clock for what is waited for. */
  const rest = () => {
    clearTimeout(timer);
    const wait = waitOf(state, Math.random());
    if (wait !== undefined) timer = setTimeout(() => dispatch({ type: 'due' }), wait);
  };

  const open = () => {
    const after = state.at === undefined ? '' : `?after=${state.at}`;
    const address = apiAddress(`/api/articles/${encodeURIComponent(slug)}/events${after}`);
    const opened = new EventSource(address, { withCredentials: true });
    stream = opened;
    const isCurrent = () => stream === opened;
    opened.addEventListener('hello', (event) => {
      const hello = dataOf(event);
      if (!isCurrent() || !isHello(hello)) return;
      dispatch({ type: 'hello', version: hello.version });
      total = hello.total;
      onHello(hello);
      say({ kind: 'hello', hello });
    });
    opened.addEventListener('comment', (event) => {
      const told = dataOf(event);
      if (isCurrent() && isTold(told)) hearOf(told, Number(event.lastEventId));
    });
    // Its own way back is a fixed one, and it knows none from a 503.
    opened.addEventListener('error', () => isCurrent() && dispatch({ type: 'failed' }));
  };

  const hearOf = (told: Told, version: number) => {
    if (!isNews(state, version)) return;
    dispatch({ type: 'told', version });
    ({ total } = told);
    onTold(told);
    // One that follows hears it from the leader alone.
    if (state.leads) say({ kind: 'told', version, told });
  };

  const hearOthers = ({ data }: MessageEvent<unknown>) => {
    if (!isLiveMessage(data)) return;
    if (state.leads) {
      if (data.kind !== 'who' || state.link !== 'open' || state.at === undefined || total === undefined)
        return;
      say({ kind: 'hello', hello: { version: state.at, total, complete: true } });
    } else if (data.kind === 'told') hearOf(data.told, data.version);
    else if (!state.wanted) return;
    else if (data.kind === 'look') onLook();
    else if (data.kind === 'hello') {
      // What was told while nobody led this tab has heard of no one.
      const complete = state.at === undefined || state.at === data.hello.version;
      dispatch({ type: 'hello', version: data.hello.version });
      onHello({ ...data.hello, complete });
    }
  };
  channel?.addEventListener('message', hearOthers);

  const isOnline = () => dispatch({ type: 'online' });
  addEventListener('online', isOnline);

  const want = (wanted: boolean) => {
    if (wanted === state.wanted) return;
    dispatch({ type: 'wanted', wanted });
    if (!wanted) {
      leave?.abort();
      leave = undefined;
      return dispatch({ type: 'leading', leads: false });
    }
    if (channel === undefined) return dispatch({ type: 'leading', leads: true });
    const leaving = new AbortController();
    leave = leaving;
    say({ kind: 'who' });
    const { signal } = leaving;
    navigator.locks
      .request(name, { signal }, async () => {
        if (signal.aborted) return;
        dispatch({ type: 'leading', leads: true });
        // Led until it is left; a tab that is closed leaves by itself.
        await new Promise((left) => signal.addEventListener('abort', left));
      })
      // It was left before its turn came.
      .catch(() => {});
  };

  return {
    want,
    close() {
      want(false);
      if (state.at !== undefined) heard.set(slug, state.at);
      removeEventListener('online', isOnline);
      channel?.close();
    },
  };
}
