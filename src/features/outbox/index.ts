export { openOutbox } from './outbox.ts';
export { isAboutToGo } from './outbox-state.ts';
export { useOutbox } from './use-outbox.ts';
export type { KeptEntry } from './outbox-store.ts';
