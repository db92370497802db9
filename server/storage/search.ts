import {
  type Expression,
  expressionBuilder,
  type ExpressionBuilder,
  type Kysely,
  type RawBuilder,
  type SqlBool,
} from 'kysely';
import { fold, type Term, termsOf } from '#contract/text/fold';
import { type SummaryRow, summaryColumns } from './article-row.ts';
import type { Database } from './database.ts';

export interface IndexEntry {
  readonly terms: readonly Term[];
  /** Letters and marks that folding would change. */
  readonly spellings: readonly string[];
}

/** The part of search that each engine writes in its own SQL. Terms hold letters and digits only. */
export interface SearchDialect {
  put(tx: Kysely<Database>, position: number, entry: IndexEntry): Promise<void>;
  /** The rows of article_terms that have every spelling, and for every term a word that begins with it, or a stem equal to its word or its stem. */
  matches(wanted: IndexEntry): Matches;
  /** Whether `text` holds `part`, code point for code point. */
  contains(text: Expression<string>, part: string): Expression<SqlBool>;
}

interface Matches {
  /** What stands for the table article_terms, */
  readonly rows: RawBuilder<{ rowid: number }>;
  /** of which those count that are so. */
  readonly condition: Expression<SqlBool>;
}

/** `text` as it is compared word for word: as written, but Latin letters in lower case. */
export const exactText = (text: string): string =>
  text.normalize('NFC').replace(/\p{Script=Latin}+/gu, (letters) => letters.toLowerCase());

/**
 * What the index keeps of a text as `exactText` gives it. The spellings let a search for a vowelled word
 * pass over all the articles written without vowels: none of them can hold it as written.
 */
export const indexEntryOf = (text: string): IndexEntry => ({
  terms: withinRoom([
    ...new Map(
      termsOf(text).map(({ word, stem }) => [`${word} ${stem}`, { word: cut(word), stem: cut(stem) }]),
    ).values(),
  ]),
  spellings: [...new Set(text.match(spelt))].filter((letter) => fold(letter) !== letter),
});

/** What stands in an index for an entry: a term twice, `w` before its word and `s` before its stem; a spelling behind an `x`. */
export const indexWordsOf = ({ terms, spellings }: IndexEntry): string[] => [
  ...new Set([
    ...terms.flatMap(({ word, stem }) => [`w${word}`, `s${stem}`]),
    ...spellings.map((letter) => `x${letter}`),
  ]),
];

// What PostgreSQL's tsvector holds, with room to spare: 2046 bytes a term, a MiB in all. The same for
// every engine: both give the same answers.
const longestTerm = 200;
const roomForTerms = 700_000;

/** A word's first letters: what begins with it still begins with them. */
const cut = (word: string): string =>
  word.length <= longestTerm ? word : [...word].slice(0, longestTerm).join('');

/** The terms of a text up to the length of a long novel's; no article has more. */
function withinRoom(terms: readonly Term[]): Term[] {
  let room = roomForTerms;
  return terms.filter(({ word, stem }) => {
    room -= Buffer.byteLength(word) + Buffer.byteLength(stem) + 2;
    return room >= 0;
  });
}

const spelt = /[\p{L}\p{M}\p{N}]/gu;

/** Articles with the reader's very words, then those that match once folded. */
const classes = ['exact', 'folded'] as const;

export interface SearchPage {
  words: string;
  /** What articles must be like beside; over `articles`. */
  conditions: readonly Expression<SqlBool>[];
  /** Everything lies before this position. */
  before: number;
  /** The place of the last item seen: class and position. */
  after: readonly number[] | undefined;
  count: number;
}

/**
 * The first `count` matches, each class newest first. Never in a database's own order of relevance:
 * two engines would differ, and news is read by date.
 */
export async function searchArticles(
  read: Kysely<Database>,
  dialect: SearchDialect,
  page: SearchPage,
): Promise<(SummaryRow & { place: number[] })[]> {
  const exact = exactText(page.words.trim());
  const { terms, spellings } = indexEntryOf(exact);
  if (terms.length === 0) return [];
  const [seenClass = 0, seenPosition = page.before] = page.after ?? [];
  const found: (SummaryRow & { place: number[] })[] = [];
  for (const [index, name] of classes.entries()) {
    if (index < seenClass || found.length >= page.count) continue;
    const before = index === seenClass ? Math.min(seenPosition, page.before) : page.before;
    const eb: ExpressionBuilder<Database, 'article_texts'> = expressionBuilder();
    const holds = dialect.contains(eb.ref('article_texts.text'), exact);
    const matches = dialect.matches({ terms, spellings: name === 'exact' ? spellings : [] });
    // The cross joins keep SQLite's planner from starting at another table: the terms, read downwards,
    // are the order of the list, and reading stops when the page is full.
    const rows = await read
      .selectFrom(matches.rows.as('article_terms'))
      .crossJoin('articles')
      .crossJoin('article_texts')
      .select(summaryColumns)
      .where(matches.condition)
      .where('article_terms.rowid', '<', before)
      .whereRef('articles.position', '=', 'article_terms.rowid')
      .whereRef('article_texts.position', '=', 'article_terms.rowid')
      .where(eb.and(page.conditions))
      .where(name === 'exact' ? holds : eb.not(holds))
      .orderBy('article_terms.rowid', 'desc')
      .limit(page.count - found.length)
      .execute();
    for (const row of rows) found.push({ ...row, place: [index, row.position] });
  }
  return found;
}
