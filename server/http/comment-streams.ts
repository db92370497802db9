import type { CommentEvent, CommentsHello } from '#contract/comment-event';
import { limits } from '#contract/limits';
import type { CommentChange, CommentChanges, CommentStorage, Storage } from '../storage/port.ts';
import type { EventStream } from './event-stream.ts';
import { Failure } from './problems.ts';

/** Streams at the same time; of one network more than a household or an office, fewer than an attack. */
const most = { all: 5_000, network: 64 };
/** Milliseconds from one look to the next: a burst of comments is one question to the storage. */
const breath = 200;
/** Milliseconds until a storage that was away is asked again. */
const patience = 1_000;
/** Milliseconds between two signs of life: proxies close what is silent for a minute. */
const heartbeat = 25_000;

interface Needs {
  storage: Pick<CommentStorage, 'commentChanges' | 'commentVersions'> & Pick<Storage, 'watch'>;
  /** Whether the streams of one network are counted. */
  isLimited: boolean;
}

/** One who follows a conversation. */
interface Follower {
  stream: EventStream;
  /** Version of the comments up to which all was told. */
  at: number;
}

interface Followed {
  version: number;
  followers: Set<Follower>;
}

export interface CommentStreams {
  /** Takes a place for one of `network`; undefined where there is none. Gives it back when it is called. */
  enter(network: string): (() => void) | undefined;
  /**
   * Tells what became of the comments at `slug` since `after` (absent or of another count: from now), and
   * from then on all that comes. False where no conversation can be followed there; Failure at the end.
   */
  follow(slug: string, after: number | undefined, stream: EventStream, now: number): Promise<boolean>;
  /** Ends all streams; nobody is let in afterwards. */
  end(): void;
}

/**
 * Who follows which conversation in this process. The storage is asked once for all of them, and only when
 * somebody has committed something; what a change says is written once, however many follow.
 */
export function createCommentStreams({ storage, isLimited }: Needs): CommentStreams {
  const followed = new Map<string, Followed>();
  const ofNetwork = new Map<string, number>();
  let places = 0;
  let ended = false;
  let unwatch: (() => void) | undefined;
  let beating: NodeJS.Timeout | undefined;
  let looking = false;
  let lookAgain = false;

  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());

  const look = async () => {
    lookAgain = true;
    if (looking) return;
    looking = true;
    while (lookAgain && followed.size > 0) {
      lookAgain = false;
      try {
        await tellChanges();
        await wait(breath);
      } catch {
        // Its readers are told where they ask; whoever follows is told once it is back.
        lookAgain = true;
        await wait(patience);
      }
    }
    looking = false;
  };

  const tellChanges = async () => {
    const now = Date.now();
    const versions = await storage.commentVersions([...followed.keys()], now);
    for (const [slug, one] of [...followed]) {
      const version = versions.get(slug);
      if (version === undefined) {
        // Withdrawn or hidden: whoever comes back is told so.
        for (const { stream } of [...one.followers]) stream.end();
      } else if (version !== one.version) await tell(slug, one, now);
    }
  };

  const tell = async (slug: string, one: Followed, now: number) => {
    const query = { now, after: one.version, limit: limits.missedChanges };
    const found = await storage.commentChanges(slug, query);
    if (found === undefined) return;
    const { changes, total } = found;
    const isWhole = changes.length < limits.missedChanges;
    one.version = isWhole ? found.version : (changes.at(-1)?.version ?? found.version);
    if (!isWhole) lookAgain = true;
    const texts = changes.map((change) => ({ at: change.version, text: commentEvent(change, total) }));
    const all = encoded(texts.map(({ text }) => text).join(''));
    for (const follower of [...one.followers]) {
      // One who came in the middle was told the first of them.
      const missing = texts.filter(({ at }) => at > follower.at);
      follower.at = Math.max(follower.at, one.version);
      if (missing.length === 0) continue;
      const isAll = missing.length === texts.length;
      follower.stream.send(isAll ? all : encoded(missing.map(({ text }) => text).join('')));
    }
  };

  const asked = new Map<string, Promise<CommentChanges | undefined>>();
  /**
   * What came since `after`. All whom a restart has sent away come back with the same question, and share
   * the answer: what it does not know yet they are told next, as those who follow already.
   */
  const ask = (slug: string, after: number, now: number) => {
    const key = `${after} ${slug}`;
    const underWay = asked.get(key);
    if (underWay !== undefined) return underWay;
    const asking = storage
      .commentChanges(slug, { now, after, limit: limits.missedChanges })
      .finally(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  };

  const beat = () => {
    for (const { followers } of [...followed.values()])
      for (const { stream } of [...followers]) stream.send(sign);
  };

  const join = (slug: string, follower: Follower) => {
    const one = followed.get(slug) ?? { version: follower.at, followers: new Set() };
    one.followers.add(follower);
    followed.set(slug, one);
    if (unwatch === undefined) {
      unwatch = storage.watch(() => void look());
      beating = setInterval(beat, heartbeat);
      beating.unref();
    }
    follower.stream.onEnd(() => leave(slug, one, follower));
    // What was committed between the question and this moment was told to nobody.
    void look();
  };

  const leave = (slug: string, one: Followed, follower: Follower) => {
    one.followers.delete(follower);
    if (one.followers.size === 0 && followed.get(slug) === one) followed.delete(slug);
    if (followed.size > 0) return;
    clearInterval(beating);
    unwatch?.();
    unwatch = undefined;
  };

  return {
    enter(network) {
      const here = ofNetwork.get(network) ?? 0;
      if (ended || places >= most.all || (isLimited && here >= most.network)) return undefined;
      places += 1;
      ofNetwork.set(network, here + 1);
      return () => {
        places -= 1;
        const left = (ofNetwork.get(network) ?? 1) - 1;
        if (left > 0) ofNetwork.set(network, left);
        else ofNetwork.delete(network);
      };
    },

    async follow(slug, after, stream, now) {
      let from = after;
      let texts = '';
      let complete = true;
      for (;;) {
        const found = await ask(slug, from ?? Number.MAX_SAFE_INTEGER, now);
        if (ended) throw new Failure('unavailable', { retryAfter: 5 });
        if (found === undefined) return false;
        const { version, total, changes } = found;
        // A count that is not reached yet is of another article, or of a database before its copy was laid back.
        complete &&= (from ?? 0) <= version && changes.length < limits.missedChanges;
        if (complete) texts += changes.map((change) => commentEvent(change, total)).join('');
        from = version;
        // While it was asked, the others may have been told more.
        if ((followed.get(slug)?.version ?? 0) > version) continue;
        const retry = 1_000 + Math.floor(Math.random() * 4_000);
        stream.send(encoded(`retry: ${retry}\n\n${texts}${helloEvent({ version, total, complete })}`));
        join(slug, { stream, at: version });
        return true;
      }
    },

    end() {
      ended = true;
      for (const { followers } of [...followed.values()])
        for (const { stream } of [...followers]) stream.end();
    },
  };
}

const encoder = new TextEncoder();
const encoded = (text: string): Uint8Array => encoder.encode(text);
const sign = encoded(':\n\n');

function commentEvent({ type, id, rootId, version }: CommentChange, total: number): string {
  const data: CommentEvent = { type, id, rootId, total };
  return `event: comment\nid: ${version}\ndata: ${JSON.stringify(data)}\n\n`;
}

const helloEvent = (data: CommentsHello): string =>
  `event: hello\nid: ${data.version}\ndata: ${JSON.stringify(data)}\n\n`;
