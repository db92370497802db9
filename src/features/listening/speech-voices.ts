import { primaryOf } from './spoken-text.ts';

/** What a browser says of a voice; see SpeechSynthesisVoice. */
export interface Voice {
  readonly voiceURI: string;
  readonly name: string;
  readonly lang: string;
  /** False: what it is to say is sent to a server of its maker. */
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * The tag of a voice in its usual spelling: Android writes `ar_SA`, and some of its engines three letters
 * (HadrienGardeur/web-speech-recommended-voices#13, #17).
 */
function tagOf({ lang }: Pick<Voice, 'lang'>): string {
  const [language = '', ...rest] = lang.toLowerCase().split(/[_-]/);
  return [threeLetters[language] ?? language, ...rest].join('-');
}

const threeLetters: Partial<Record<string, string>> = {
  ara: 'ar',
  arb: 'ar',
  eng: 'en',
  fas: 'fa',
  per: 'fa',
  fra: 'fr',
  fre: 'fr',
  urd: 'ur',
};

// Apple's joke voices and its robots come before its good ones in its own order, and there are many
// (HadrienGardeur/read-aloud-best-practices, voice-selection.md).
const crude = /^com\.apple\.(speech\.synthesis\.voice|eloquence)\./;

/**
 * The voices that can read `lang`, the best first: one of the device before one that sends the text away,
 * then one of the same country, then what the device's owner chose.
 */
export function voicesOf(lang: string, voices: readonly Voice[]): Voice[] {
  const wanted = lang.toLowerCase();
  const worth = (voice: Voice): number =>
    (crude.test(voice.voiceURI) ? 0 : 8) +
    (voice.localService ? 4 : 0) +
    (tagOf(voice) === wanted ? 2 : 0) +
    (voice.default ? 1 : 0);
  return voices
    .filter((voice) => primaryOf(tagOf(voice)) === primaryOf(lang))
    .sort((one, other) => worth(other) - worth(one));
}

/** The voice to read `lang` with: the reader's choice where it is there and can, else the best. */
export function voiceFor(lang: string, voices: readonly Voice[], chosen?: string): Voice | undefined {
  const able = voicesOf(lang, voices);
  return able.find(({ voiceURI }) => voiceURI === chosen) ?? able[0];
}
