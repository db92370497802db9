/**
 * Every figure that `npm run bench` prints, in the order of the table, with its marks. Rows 1 to 3 are those
 * of the project's promises; docs/benchmarks.md says where the others come from.
 */

export interface Mark {
  title: string;
  /** Written after the number. */
  unit: string;
  digits: number;
  /** Whether more is better; a mark is met at its own value. */
  wanted: 'at least' | 'at most';
  pass?: number;
  aim?: number;
}

/** `unit` of a ratio says what stands below the line. */
const ratio = (title: string, unit: string, wanted: Mark['wanted'], pass?: number, aim?: number): Mark => ({
  title,
  unit,
  digits: 2,
  wanted,
  ...(pass === undefined ? {} : { pass }),
  ...(aim === undefined ? {} : { aim }),
});

const sent = (title: string, pass?: number): Mark => ({
  title,
  unit: 'kB',
  digits: 1,
  wanted: 'at most',
  ...(pass === undefined ? {} : { pass }),
});

export const figures = {
  article: ratio('1 · article by API', 'B', 'at least', 0.35, 0.5),
  articleOnPostgres: ratio('1 · article by API, on PostgreSQL', 'B', 'at least', 0.35, 0.5),
  list: ratio('1 · list of 20', 'B', 'at least', 0.2, 0.4),
  listOnPostgres: ratio('1 · list of 20, on PostgreSQL', 'B', 'at least', 0.2, 0.4),
  posts: ratio('2 · durable posts, 8 at once', 'F', 'at least', 0.25, 0.35),
  postsOnPostgres: ratio('2 · the same on PostgreSQL', 'F', 'at least', 0.25, 0.35),
  syncs: ratio('3 · syncs ÷ accepted posts', '×', 'at least', 1),
  syncsOnPostgres: ratio('3 · the same on PostgreSQL', '×', 'at least', 1),
  thread: ratio('last pages of 10,000 comments', '× the first', 'at most', 2, 1.2),
  longTask: {
    title: 'longest task in 10,000 comments, phone',
    unit: 'ms',
    digits: 0,
    wanted: 'at most',
    pass: 200,
  },
  nodes: { title: 'nodes of the page with 100 of them', unit: '', digits: 0, wanted: 'at most' },
  conversationBytes: sent('bytes: document with 20 of them'),
  page: ratio('article page, server-rendered, kept', '× its JSON', 'at least'),
  fcp: ratio('article page FCP, phone', '× static', 'at most'),
  lcp: ratio('article page LCP, phone', '× static', 'at most', 1.2, 1),
  cls: { title: 'article page CLS, phone', unit: '', digits: 4, wanted: 'at most', pass: 0.01 },
  apiCalls: {
    title: 'API GETs for what came with the page',
    unit: '',
    digits: 0,
    wanted: 'at most',
    pass: 0,
  },
  document: sent('bytes: document'),
  script: sent('bytes: script', 125),
  font: sent('bytes: font'),
  css: sent('bytes: css'),
  other: sent('bytes: other'),
  requests: { title: 'requests of the article page', unit: '', digits: 0, wanted: 'at most' },
  streamReads: ratio('7 · article by API, p99, 1,000 idle streams', '× without', 'at most', 2),
  streamReadsOnPostgres: ratio('7 · the same on PostgreSQL', '× without', 'at most', 2),
  streamMemory: {
    title: '7 · memory of an idle stream',
    unit: 'KiB',
    digits: 1,
    wanted: 'at most',
    pass: 64,
    aim: 32,
  },
  streamMemoryOnPostgres: {
    title: '7 · memory, the same on PostgreSQL',
    unit: 'KiB',
    digits: 1,
    wanted: 'at most',
    pass: 64,
    aim: 32,
  },
  memory: { title: 'idle memory', unit: 'MB', digits: 0, wanted: 'at most' },
  memoryOnPostgres: { title: 'the same on PostgreSQL', unit: 'MB', digits: 0, wanted: 'at most' },
} as const satisfies Record<string, Mark>;

export type FigureName = keyof typeof figures;

export interface Measured {
  value: number;
  /** Least and most of the rounds that `value` is the median of. */
  spread?: [least: number, most: number];
  /** What the number was made from, in words. */
  from: string;
}

/** Where a site under measurement keeps what it has. */
export interface Place {
  dataDir: string;
  /** Of the PostgreSQL that holds articles and comments; absent: the embedded database does. */
  databaseUrl?: string;
}

/** The figures of one part of the benchmark, which are measured together. */
export interface Part<Name extends FigureName> {
  name: string;
  figures: readonly Name[];
  /** `place` is a filled one; no server runs on it. */
  measure: (place: Place) => Promise<Record<Name, Measured>>;
}

/** Any part, where it does not matter which figures are its own. */
export interface AnyPart {
  name: string;
  figures: readonly FigureName[];
  measure: (place: Place) => Promise<Partial<Record<FigureName, Measured>>>;
}

/** This machine lacks what a measurement needs: no fault of anybody's. The message says how to mend it. */
export class NotMeasuredError extends Error {
  override name = 'NotMeasuredError';
}
