export { ReaderPlace } from './reader-place.tsx';
