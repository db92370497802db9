import type articles from './locales/ar/articles.json';
import type comments from './locales/ar/comments.json';
import type listening from './locales/ar/listening.json';
import type place from './locales/ar/place.json';
import type problems from './locales/ar/problems.json';
import type readerSettings from './locales/ar/reader-settings.json';
import type search from './locales/ar/search.json';
import type shortcuts from './locales/ar/shortcuts.json';
import type sharing from './locales/ar/sharing.json';
import type site from './locales/ar/site.json';
import type thread from './locales/ar/thread.json';
import type writing from './locales/ar/writing.json';
import type offline from './locales/ar/offline.json';
import type live from './locales/ar/live.json';

/** The words of a language by namespace, as Arabic, the source language, has them. */
export interface Resources {
  articles: typeof articles;
  comments: typeof comments;
  listening: typeof listening;
  place: typeof place;
  problems: typeof problems;
  'reader-settings': typeof readerSettings;
  search: typeof search;
  shortcuts: typeof shortcuts;
  sharing: typeof sharing;
  site: typeof site;
  thread: typeof thread;
  writing: typeof writing;
  offline: typeof offline;
  live: typeof live;
}

export type Namespace = keyof Resources;
