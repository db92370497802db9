import type { Run } from '#contract/article';
import { primaryOf } from './spoken-text.ts';

/** A piece of running text in one language. */
export interface Stretch {
  text: string;
  lang: string;
}

/** Scripts that a text's letters may be of, the languages written in it, and whose voice reads it elsewhere. */
const scripts = [
  { script: 'Arabic', voice: 'ar', languages: /^(ar|fa|ur|ckb|ps|ug|sd|ku)$/ },
  { script: 'Hebrew', voice: 'he', languages: /^(he|yi|iw)$/ },
  { script: 'Cyrillic', voice: 'ru', languages: /^(ru|uk|bg|sr|be|mk)$/ },
  { script: 'Greek', voice: 'el', languages: /^el$/ },
  { script: 'Latin', voice: 'en', languages: /./ },
].map(({ script, ...rest }) => {
  const letter = `\\p{Script=${script}}`;
  const word = `(?=\\p{L})${letter}[${letter}\\p{M}\\p{N}'’.-]*`;
  // Between two words a blank, and at most figures or a joining sign.
  const between = `[,;:!?]?\\s+(?:[&–—\\p{N}]+[,;:]?\\s+)*`;
  // It begins where no word is under way, so that a long word is tried once.
  return { ...rest, stretch: new RegExp(`(?<![\\p{L}\\p{N}'’.-])${word}(?:${between}${word})+`, 'gu') };
});

/**
 * Running text in stretches of one language each, for one voice each. What is marked with a language has
 * it; elsewhere two words or more of another script, as a title quoted among Arabic words, are of the
 * language that most of that script's words in the news are of. One word alone stays: voices know the
 * names of their neighbours, and a change of voice for one word is worse to hear.
 */
export function stretchesOf(runs: readonly Run[], lang: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { text, lang: own } of joined(runs, lang)) {
    if (own === undefined) stretches.push(...ofScripts(text, lang));
    else stretches.push({ text, lang: own });
  }
  return stretches;
}

/** Runs as one text wherever emphasis or a link alone parts them. A mark of the text's own language says nothing. */
function joined(runs: readonly Run[], lang: string): { text: string; lang: string | undefined }[] {
  const pieces: { text: string; lang: string | undefined }[] = [];
  for (const run of runs) {
    const own = run.lang === undefined || primaryOf(run.lang) === primaryOf(lang) ? undefined : run.lang;
    const last = pieces.at(-1);
    if (last !== undefined && last.lang === own) last.text += run.text;
    else pieces.push({ text: run.text, lang: own });
  }
  return pieces;
}

function ofScripts(text: string, lang: string): Stretch[] {
  const own = scripts.find(({ languages }) => languages.test(primaryOf(lang)));
  const foreign = scripts
    .filter((script) => script !== own)
    .flatMap(({ stretch, voice }) =>
      [...text.matchAll(stretch)].map(({ 0: words, index }) => ({ words, index, voice })),
    )
    .sort((one, other) => one.index - other.index);
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { words, index, voice } of foreign) {
    stretches.push({ text: text.slice(end, index), lang }, { text: words, lang: voice });
    end = index + words.length;
  }
  return [...stretches, { text: text.slice(end), lang }];
}
