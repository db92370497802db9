import type { Told } from './live-news.ts';

/** How a conversation stands, once all that was missed is told. */
export interface Hello {
  readonly version: number;
  readonly total: number;
  /** False where more was missed than was told. */
  readonly complete: boolean;
}

/** What tabs of one article say to each other. */
export type LiveMessage =
  | { readonly kind: 'told'; readonly version: number; readonly told: Told }
  | { readonly kind: 'hello'; readonly hello: Hello }
  /** The leader has no stream: each looks for itself. */
  | { readonly kind: 'look' }
  /** One that has just come asks how things stand. */
  | { readonly kind: 'who' };

type Members = Record<string, unknown>;

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null;

export function isTold(value: unknown): value is Told {
  return (
    isObject(value) &&
    (value['type'] === 'new' || value['type'] === 'changed' || value['type'] === 'removed') &&
    typeof value['id'] === 'string' &&
    typeof value['rootId'] === 'string' &&
    typeof value['total'] === 'number'
  );
}

export function isHello(value: unknown): value is Hello {
  return (
    isObject(value) &&
    typeof value['version'] === 'number' &&
    typeof value['total'] === 'number' &&
    typeof value['complete'] === 'boolean'
  );
}

/** Another tab may run another build. */
export function isLiveMessage(value: unknown): value is LiveMessage {
  if (!isObject(value)) return false;
  if (value['kind'] === 'told') return typeof value['version'] === 'number' && isTold(value['told']);
  if (value['kind'] === 'hello') return isHello(value['hello']);
  return value['kind'] === 'look' || value['kind'] === 'who';
}

/** The data of an event; undefined where it is none of ours. */
export function dataOf(event: Event): unknown {
  if (!(event instanceof MessageEvent)) return undefined;
  try {
    return JSON.parse(String(event.data));
  } catch {
    return undefined;
  }
}
