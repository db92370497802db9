export { ReaderSettings } from './reader-settings.tsx';
