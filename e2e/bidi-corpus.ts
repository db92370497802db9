import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Direction } from '#contract/languages';
import { expect } from './fixtures.ts';

type Order = string | Record<Direction, string>;

/** Running text; docs/bidi-corpus.md says what each member is. */
export interface CorpusText {
  id: string;
  point: string;
  digits?: string;
  text: string;
  shown?: string;
  dir: Direction | null;
  order?: Order;
  lines?: { dir: Direction; order: string }[];
  lang?: string;
  places?: string[];
  copied?: string;
  ellipsis?: 'left' | 'right';
}

export interface CorpusName {
  id: string;
  point: string;
  text: string;
  shown?: string;
  dir: Direction;
  order: string;
}

interface CorpusNotice {
  id: string;
  point: string;
  digits: string;
  language: 'ar' | 'en';
  count: number;
  text: string;
  order: string;
}

interface Corpus {
  places: Record<'texts' | 'names' | 'notices', string[]>;
  texts: CorpusText[];
  names: CorpusName[];
  notices: CorpusNotice[];
}

export const corpus: Corpus = JSON.parse(
  await readFile(join(import.meta.dirname, 'bidi-corpus.json'), 'utf8'),
);

/** Those of the texts that stand in `place`. */
export const textsIn = (place: string): CorpusText[] =>
  corpus.texts.filter(({ places = corpus.places.texts }) => places.includes(place));

/** The language of the article that carries a text. */
export const languageOf = ({ lang, dir }: CorpusText): string => lang ?? (dir === 'ltr' ? 'en' : 'ar');

/** What is to be seen of a text among surroundings of a direction. */
export function orderAmong(around: Direction, { order = '' }: CorpusText): string {
  return typeof order === 'string' ? order : order[around];
}

/** The texts in the body of the article in `lang`; one without a letter stands in each. */
export const bodyTexts = (lang: string): CorpusText[] =>
  textsIn('body').filter((text) => text.dir === null || languageOf(text) === lang);

/** A feed holds the newest twenty. */
export const inFeed = textsIn('feed').filter(({ id }) =>
  /^(?:score-(?:at-start|after-(?:arabic|latin))|phone-at-end|date-iso-after|latin-name-first|cpp-after|english-in)/.test(
    id,
  ),
);

interface Seen {
  case: string;
  order: string | undefined;
}

/** Every case at once, so that a failure names all that fail. */
export function expectOrders(seen: readonly Seen[], expected: readonly Seen[]): void {
  expect(seen.length, 'cases seen').toBeGreaterThanOrEqual(expected.length);
  const orders = new Map(seen.map((one) => [one.case, one.order]));
  const wrong = expected.filter((one) => orders.get(one.case) !== one.order);
  expect(wrong.map((one) => ({ ...one, seen: orders.get(one.case) }))).toEqual([]);
}
