import type { Voice } from './speech-voices.ts';

interface Spoken {
  text: string;
  voice: Voice;
  speed: number;
}

/** What becomes of an utterance. */
interface Outcome {
  started(): void;
  ended(): void;
  /** `code` as SpeechSynthesisErrorEvent has it. */
  failed(code: string): void;
}

/** What a player asks of a browser's speech. */
export interface Synthesizer {
  voices(): readonly Voice[];
  /** Tells when there are others; gives what ends that. */
  onVoices(tell: () => void): () => void;
  speak(spoken: Spoken, outcome: Outcome): void;
  cancel(): void;
}

/** Held here, since browsers collect an utterance in mid-speech and its end is never told (cboard-org/cboard#1415). */
let held: SpeechSynthesisUtterance | undefined;

/** The browser's own. */
export const browserSynthesizer: Synthesizer = {
  voices: () => speechSynthesis.getVoices(),
  onVoices: (tell) => {
    // Safari's is no event target in its older versions: it then has its voices from the first.
    speechSynthesis.addEventListener?.('voiceschanged', tell);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', tell);
  },
  speak: ({ text, voice, speed }, outcome) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === voice.voiceURI) ?? null;
    // Android heeds no voice without it (HadrienGardeur/web-speech-recommended-voices#37).
    utterance.lang = voice.lang;
    utterance.rate = speed;
    utterance.addEventListener('start', outcome.started);
    utterance.addEventListener('end', outcome.ended);
    utterance.addEventListener('error', ({ error }) => outcome.failed(error));
    held = utterance;
    // Left paused by another page, the one queue of the browser would stay silent.
    speechSynthesis.resume();
    speechSynthesis.speak(held);
  },
  cancel: () => speechSynthesis.cancel(),
};
