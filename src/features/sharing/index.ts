export { PassageTools } from './passage-tools.tsx';
export { ShareLink } from './share-link.tsx';
export { ShareRow } from './share-row.tsx';
