import { sql } from 'kysely';
import { indexWordsOf, type SearchDialect } from './search.ts';

/**
 * A `tsvector` as a bare index of our own terms: put together by us, so that none of the server's
 * dictionaries has a say. A term stands there twice, `w` before the word and `s` before its stem, and
 * spellings behind an `x`, as in the embedded index.
 */
export const postgresSearch: SearchDialect = {
  async put(tx, position, entry) {
    await sql`insert into article_terms (rowid, terms)
      values (${position}, array_to_tsvector(${indexWordsOf(entry)}::text[]))`.execute(tx);
  },

  matches({ terms, spellings }) {
    const wanted = [
      ...spellings.map((letter) => `'x${letter}'`),
      ...terms.map(({ word, stem }) => `('w${word}':* | 's${stem}' | 's${word}')`),
    ];
    // By the index first, whatever else is asked: the planner thinks it cheap to read on through all rows,
    // since it does not see that their terms lie outside of them. Then in order, so that the texts are
    // looked at from the newest on and only until the page is full.
    return {
      rows: sql`(
        with hits as materialized (select rowid from article_terms where terms @@ ${wanted.join(' & ')}::tsquery)
        select rowid from hits order by rowid desc offset 0
      )`,
      condition: sql`true`,
    };
  },

  contains: (text, part) => sql`strpos(${text}, ${part}) > 0`,
};
