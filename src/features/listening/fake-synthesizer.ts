import type { Voice } from './speech-voices.ts';
import type { Synthesizer } from './synthesizer.ts';

/** For tests: a browser with its traps. Voices come when told, a cancelled utterance errs, one spoken at once after is dropped. */
export class FakeSynthesizer implements Synthesizer {
  spoken: string[] = [];
  cancels = 0;
  #voices: readonly Voice[];
  #tell: (() => void) | undefined;
  #current: Parameters<Synthesizer['speak']>[1] | undefined;
  #isCancelling = false;

  constructor(...voices: Voice[]) {
    this.#voices = voices;
  }
  voices = () => this.#voices;
  onVoices = (tell: () => void) => {
    this.#tell = tell;
    return () => {
      this.#tell = undefined;
    };
  };
  speak: Synthesizer['speak'] = ({ text, voice: { name }, speed }, outcome) => {
    if (this.#isCancelling) return;
    this.spoken.push(`${name} ${speed}: ${text}`);
    this.#current = outcome;
  };
  cancel = () => {
    this.cancels += 1;
    this.#isCancelling = true;
    setTimeout(() => (this.#isCancelling = false), 10);
    this.err('interrupted');
  };
  come(...voices: Voice[]) {
    this.#voices = voices;
    this.#tell?.();
  }
  begin() {
    this.#current?.started();
  }
  end() {
    this.begin();
    this.#current?.ended();
  }
  err(code: string) {
    const current = this.#current;
    this.#current = undefined;
    current?.failed(code);
  }
  /** The outcome of what was spoken last, told later than all others. */
  late() {
    return this.#current;
  }
}
