import { readStored, writeStored } from '#platform/local-store.ts';
import { primaryOf } from './spoken-text.ts';

export const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

/** How the reader likes to listen, kept on the device. */
export interface ListeningChoices {
  speed: number;
  /** The voice chosen for a language, by the language's primary subtag. */
  voices: Readonly<Record<string, string>>;
}

const storageKey = 'riwaq.listening';

/** What was chosen on this device, as far as it can be read and is still offered. */
export function readListeningChoices(): ListeningChoices {
  const stored = readStored(storageKey);
  const speed = speeds.find((offered) => offered === fieldOf(stored, 'speed')) ?? 1;
  const voices = fieldOf(stored, 'voices');
  const entries = typeof voices === 'object' && voices !== null ? Object.entries(voices) : [];
  return {
    speed,
    voices: Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  };
}

const fieldOf = (stored: unknown, name: string): unknown =>
  typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : undefined;

export function keepSpeed(speed: number): void {
  writeStored(storageKey, { ...readListeningChoices(), speed });
}

export function keepVoice(lang: string, voiceURI: string): void {
  const choices = readListeningChoices();
  writeStored(storageKey, {
    ...choices,
    voices: { ...choices.voices, [primaryOf(lang)]: voiceURI },
  });
}
