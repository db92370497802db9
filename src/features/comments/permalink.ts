import { commentAnchor } from '#contract/paths';

/** An address, on its article's page, that leads to a comment wherever in the conversation it stands. */
export const permalink = (id: string) => `?comment=${encodeURIComponent(id)}#${commentAnchor(id)}`;
