import { sql } from 'kysely';
import { indexWordsOf, type SearchDialect } from './search.ts';

/**
 * FTS5 as a bare index of our own terms: it splits at blanks and knows no language. A term stands there
 * twice, `w` before the word and `s` before its stem, and spellings behind an `x`, which makes one column do.
 */
export const sqliteSearch: SearchDialect = {
  async put(tx, position, entry) {
    await sql`insert into article_terms (rowid, terms) values (${position}, ${indexWordsOf(entry).join(' ')})`.execute(
      tx,
    );
  },

  matches({ terms, spellings }) {
    const wanted = [
      ...spellings.map((letter) => `"x${letter}"`),
      ...terms.map(({ word, stem }) => `("w${word}" * OR "s${stem}" OR "s${word}")`),
    ];
    return { rows: sql`article_terms`, condition: sql`article_terms match ${wanted.join(' AND ')}` };
  },

  contains: (text, part) => sql`instr(${text}, ${part}) > 0`,
};
