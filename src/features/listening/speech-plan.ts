import type { Article, Block, Run } from '#contract/article';
import { blockAnchors } from '#contract/block-anchors';
import { directionOf } from '#contract/languages';
import { stretchesOf, type Stretch } from './language-stretches.ts';
import { cutForSpeech, isSayable, spokenText } from './spoken-text.ts';

/** What is read without a break and marked on the page while it is. */
export interface SpeechPart {
  /** Where it stands on the page: a block by its element's id. */
  place: 'title' | 'standfirst' | { id: string };
  /** At least one. */
  utterances: readonly Stretch[];
}

/** An article as it is read aloud: its title, its standfirst, then every block that has words to say. */
export function speechPlan({
  title,
  summary,
  body,
  lang,
}: Pick<Article, 'title' | 'summary' | 'body' | 'lang'>): SpeechPart[] {
  const anchors = blockAnchors(body);
  const parts: SpeechPart[] = [
    { place: 'title', utterances: utterancesOf([[{ text: title }]], lang) },
    { place: 'standfirst', utterances: utterancesOf([[{ text: summary ?? '' }]], lang) },
    ...body.flatMap((block, index) => {
      const id = anchors[index];
      return id === undefined
        ? []
        : [{ place: { id }, utterances: utterancesOf(sentencesOf(block, lang), lang) }];
    }),
  ];
  return parts.filter(({ utterances }) => utterances.length > 0);
}

const utterancesOf = (sentences: readonly (readonly Run[])[], lang: string): Stretch[] =>
  sentences.flatMap((runs) =>
    stretchesOf(runs, lang).flatMap(({ text, lang: own }) =>
      cutForSpeech(spokenText(text, own))
        .filter(isSayable)
        .map((piece) => ({ text: piece, lang: own })),
    ),
  );

/** The pieces of a block between which a reader would draw breath. */
function sentencesOf(block: Block, lang: string): (readonly Run[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children];
    case 'quote':
      return [block.children, [{ text: block.cite ?? '' }]];
    case 'list':
      return block.items.flatMap((item) => item.flatMap((inner) => sentencesOf(inner, lang)));
    case 'figure':
      return [[{ text: block.caption ?? block.alt }]];
    case 'verse':
      return block.lines.flat();
    case 'table':
      return [block.head, ...block.rows].map((row) => rowAsSentence(row, lang));
    case 'embed':
      return [[{ text: block.title }]];
    // Nobody can follow code by ear.
    case 'code':
    case 'separator':
      return [];
  }
}

function rowAsSentence(row: readonly (readonly Run[])[], lang: string): Run[] {
  const comma = { text: directionOf(lang) === 'rtl' ? '\u060c ' : ', ' };
  return row
    .filter((cell) => cell.some(({ text }) => isSayable(text)))
    .flatMap((cell, index) => (index > 0 ? [comma, ...cell] : cell));
}
