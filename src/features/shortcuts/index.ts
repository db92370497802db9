export { listenForShortcuts } from './listen-for-shortcuts.ts';
