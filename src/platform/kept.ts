/**
 * What the service worker (src/worker) keeps on the device, by the names that it and the pages both know.
 * It imports nothing: both sides are compiled apart.
 */
export const keptStores = {
  /** Whole pages, by their path. */
  pages: 'riwaq.pages',
  /** Answers of the API. */
  answers: 'riwaq.answers',
  /** Pictures of articles. */
  pictures: 'riwaq.pictures',
  /** Followed by a build's version: its code, words and fonts. */
  files: 'riwaq.files.',
} as const;

/** All of them, of every build. */
export const isKeptStore = (name: string): boolean => name.startsWith('riwaq.');

/** The header of a kept answer and the name of the head's element that say when it was made. */
export const keptAt = 'x-riwaq-kept';

/**
 * Page to worker, once it listens: it is told from where its answers came. With what was fetched before there was a
 * worker to see it, as absolute addresses, the document first.
 */
export interface Visit {
  type: 'visit';
  addresses: string[];
}

/** Worker to page: where its last answer of the API came from; without `keptAt` from the network. */
export interface Source {
  type: 'source';
  keptAt?: string;
}
