import type { Stretch } from './language-stretches.ts';
import type { ListeningChoices } from './listening-choices.ts';
import type { SpeechPart } from './speech-plan.ts';
import { voiceFor, voicesOf, type Voice } from './speech-voices.ts';
import { primaryOf } from './spoken-text.ts';
import type { Synthesizer } from './synthesizer.ts';

/** `idle`: voices are waited for, or there is none. */
type PlayerState = 'idle' | 'speaking' | 'paused' | 'ended' | 'failed';

export interface PlayerView {
  readonly state: PlayerState;
  /** Which part is read, or would be. */
  readonly part: number;
  readonly speed: number;
  /** Voices of the article's language. */
  readonly voices: readonly Voice[];
  /** The one that reads; undefined while none is known. */
  readonly voice: Voice | undefined;
  /** Whether no more voices are waited for. */
  readonly areVoicesKnown: boolean;
  /** Whether something in a further language is left out, for want of a voice that could read it. */
  readonly isSomethingSkipped: boolean;
}

/** Chromium has no voices at first and tells of them later; Android takes its time. */
const voicesWithin = 2000;
/** Chromium drops what is to be spoken in the same breath as a `cancel()`. */
const afterCancel = 80;
/** How long an utterance may take before its end is held to be lost. */
const patience = ({ text }: Stretch, speed: number): number => 8000 + (text.length * 150) / speed;

/**
 * Reads an article's parts one after the other. One utterance at a time is given to the browser, and a
 * pause takes it back and remembers the place: `pause()` ends what is spoken on Android
 * (mdn/browser-compat-data#4733), does not reach remote voices (WebAudio/web-speech-api#82) and hangs
 * with some of macOS (ken107/read-aloud#200). What was paused begins its utterance again, and so does a
 * new speed or voice, which no browser takes in mid-utterance.
 */
export class SpeechPlayer {
  readonly #parts: readonly SpeechPart[];
  readonly #lang: string;
  readonly #synthesizer: Synthesizer;
  #choices: ListeningChoices;
  #view: PlayerView;
  #utterance = 0;
  /** The events of any utterance but this one come too late. */
  #current: object | undefined;
  /** Whether the browser may hold something to speak: at first, what the page before left in its queue. */
  #isQueued = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #voicesTimer: ReturnType<typeof setTimeout> | undefined;
  #endVoices: (() => void) | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    parts: readonly SpeechPart[],
    lang: string,
    synthesizer: Synthesizer,
    choices: ListeningChoices,
  ) {
    this.#parts = parts;
    this.#lang = lang;
    this.#synthesizer = synthesizer;
    this.#choices = choices;
    this.#view = {
      state: 'idle',
      part: 0,
      speed: choices.speed,
      voices: [],
      voice: undefined,
      areVoicesKnown: false,
      isSomethingSkipped: false,
    };
  }

  readonly view = (): PlayerView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins as soon as there is a voice. */
  start(): void {
    this.#endVoices = this.#synthesizer.onVoices(() => this.#voicesCame());
    this.#voicesTimer = setTimeout(() => this.#show({ areVoicesKnown: true }), voicesWithin);
    this.#voicesCame();
  }

  /** Reads from where it stands; from the beginning where the end was reached. */
  play(): void {
    if (this.#view.voice === undefined) return;
    if (this.#view.state === 'ended') this.#place(0);
    this.#show({ state: 'speaking' });
    this.#speak();
  }

  pause(): void {
    if (this.#view.state !== 'speaking') return;
    this.#silence();
    this.#show({ state: 'paused' });
  }

  /** Ends all that is under way; the player can be started again. */
  stop(): void {
    this.#silence();
    clearTimeout(this.#voicesTimer);
    this.#endVoices?.();
    this.#place(0);
    this.#show({ state: 'idle' });
  }

  goTo(part: number): void {
    if (part < 0 || part >= this.#parts.length) return;
    this.#place(part);
    if (this.#view.state !== 'paused') this.play();
  }

  setSpeed(speed: number): void {
    this.#choices = { ...this.#choices, speed };
    this.#show({ speed });
    if (this.#view.state === 'speaking') this.#speak();
  }

  setVoice(voiceURI: string): void {
    const voices = { ...this.#choices.voices, [primaryOf(this.#lang)]: voiceURI };
    this.#choices = { ...this.#choices, voices };
    this.#show({ voice: this.#voiceFor(this.#lang) });
    if (this.#view.state === 'speaking') this.#speak();
  }

  #voicesCame(): void {
    const voices = voicesOf(this.#lang, this.#synthesizer.voices());
    const { state, areVoicesKnown } = this.#view;
    // A list that is empty for a moment takes no voice away from what is under way.
    const voice = this.#voiceFor(this.#lang) ?? (state === 'idle' ? undefined : this.#view.voice);
    const isSomethingSkipped = this.#parts.some(({ utterances }) =>
      utterances.some((utterance) => this.#readerOf(utterance, voice) === undefined),
    );
    this.#show({ voices, voice, isSomethingSkipped });
    if (state !== 'idle' || voice === undefined) return;
    // Whoever was told that there is no voice, and has since installed one, does not expect a sound.
    if (areVoicesKnown) this.#show({ state: 'paused' });
    else this.play();
  }

  #voiceFor(lang: string): Voice | undefined {
    return voiceFor(lang, this.#synthesizer.voices(), this.#choices.voices[primaryOf(lang)]);
  }

  /**
   * Who reads an utterance; nobody where no voice can. A foreign name in Latin letters is read by any
   * voice after a fashion; Arabic letters by one that does not know them are silence or spelling.
   */
  #readerOf({ text, lang }: Stretch, voice = this.#view.voice): Voice | undefined {
    if (primaryOf(lang) === primaryOf(this.#lang)) return voice;
    return this.#voiceFor(lang) ?? (/\p{Script=Latin}/u.test(text) ? voice : undefined);
  }

  #speak(): void {
    this.#current = undefined;
    clearTimeout(this.#timer);
    if (!this.#isQueued) return this.#speakNow();
    this.#synthesizer.cancel();
    this.#timer = setTimeout(() => {
      this.#isQueued = false;
      this.#speakNow();
    }, afterCancel);
  }

  #speakNow(): void {
    const utterance = this.#parts[this.#view.part]?.utterances[this.#utterance];
    if (utterance === undefined) return;
    const voice = this.#readerOf(utterance);
    if (voice === undefined) return this.#goOn();
    const current = {};
    const ifCurrent =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (this.#current === current) act(...args);
      };
    let hasStarted = false;
    this.#current = current;
    this.#isQueued = true;
    const { speed } = this.#choices;
    // The end may never be told: a remote voice falls silent (crbug.com/40747712), or the event is lost
    // (janantala/speech-synthesis#16, phetsims/scenery#1315).
    const lost = ifCurrent(() => (hasStarted ? this.#goOn() : this.#fail()));
    this.#timer = setTimeout(lost, patience(utterance, speed));
    this.#synthesizer.speak(
      { text: utterance.text, voice, speed },
      {
        started: ifCurrent(() => {
          hasStarted = true;
        }),
        ended: ifCurrent(() => {
          this.#isQueued = false;
          this.#goOn();
        }),
        failed: ifCurrent((code: string) => {
          // Taken out of the queue, by another page or the system; or no press of the reader's counts yet.
          if (/^(canceled|interrupted|not-allowed)$/.test(code)) this.pause();
          else this.#fail();
        }),
      },
    );
  }

  #goOn(): void {
    this.#utterance += 1;
    const { part } = this.#view;
    if (this.#utterance >= (this.#parts[part]?.utterances.length ?? 0)) {
      if (part + 1 >= this.#parts.length) {
        this.#silence();
        this.#show({ state: 'ended' });
        return;
      }
      this.#place(part + 1);
    }
    this.#speak();
  }

  #fail(): void {
    this.#silence();
    this.#show({ state: 'failed' });
  }

  /** `cancel()` tells the old utterance of an error; nobody listens to it any more. */
  #silence(): void {
    this.#current = undefined;
    clearTimeout(this.#timer);
    this.#isQueued = true;
    this.#synthesizer.cancel();
  }

  #place(part: number): void {
    this.#utterance = 0;
    this.#show({ part });
  }

  #show(change: Partial<PlayerView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
