import type { Page } from '@playwright/test';

interface FakeVoice {
  name: string;
  lang: string;
  localService?: boolean;
}

export const voices = {
  leila: { name: 'Leila', lang: 'ar-LB' },
  maged: { name: 'Maged', lang: 'ar_SA' },
  remote: { name: 'Google عربي', lang: 'ar', localService: false },
  amelie: { name: 'Amelie', lang: 'fr-CA' },
  daniel: { name: 'Daniel', lang: 'en-GB' },
} satisfies Record<string, FakeVoice>;

/**
 * A browser's speech with these voices, which come a moment after they are first asked for. Nothing is
 * heard: an utterance ends when the test says so. Cancelling tells the utterance of an error, and what is
 * spoken in the same breath is lost, as in Chromium; so is all until something was spoken at a press, as in
 * Safari.
 */
export async function fakeSpeech(page: Page, list: readonly FakeVoice[]): Promise<void> {
  await page.addInitScript((given) => {
    const target = new EventTarget();
    const all = given.map((voice) => ({
      localService: true,
      default: false,
      ...voice,
      voiceURI: voice.name,
    }));
    let known: typeof all = [];
    let isAsked = false;
    let isUnlocked = false;
    let current: (EventTarget & { text: string }) | undefined;
    let isCancelling = false;
    const log: string[] = [];
    class Utterance extends EventTarget {
      voice: (typeof all)[number] | null = null;
      lang = '';
      rate = 1;
      text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    const finish = (event: Event) => {
      const utterance = current;
      current = undefined;
      utterance?.dispatchEvent(event);
    };
    const speech = {
      getVoices: () => {
        if (!isAsked)
          setTimeout(() => {
            known = all;
            target.dispatchEvent(new Event('voiceschanged'));
          }, 20);
        isAsked = true;
        return known;
      },
      speak: (utterance: Utterance) => {
        const event: unknown = Reflect.get(window, 'event');
        if (event instanceof MouseEvent && event.type === 'click') isUnlocked = true;
        if (!isUnlocked || isCancelling || utterance.text === '') return;
        log.push(`${utterance.voice?.name} ${utterance.lang} ${utterance.rate}: ${utterance.text}`);
        current = utterance;
        utterance.dispatchEvent(new Event('start'));
      },
      cancel: () => {
        log.push('cancel');
        isCancelling = true;
        setTimeout(() => (isCancelling = false), 10);
        finish(Object.assign(new Event('error'), { error: 'interrupted' }));
      },
      resume: () => {},
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(window, {
      speechLog: log,
      isSpeaking: () => current !== undefined,
      endUtterance: () => finish(new Event('end')),
      failUtterance: (error: string) => finish(Object.assign(new Event('error'), { error })),
    });
  }, list);
}

/** A page without speech, as some browsers' are. */
export const noSpeech = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    // A property of the prototype cannot be taken from the window.
    Reflect.deleteProperty(Window.prototype, 'speechSynthesis');
    Reflect.deleteProperty(window, 'speechSynthesis');
  });

/** What was spoken, as `voice lang rate: text`. */
export async function spoken(page: Page): Promise<string[]> {
  const log: string[] = await page.evaluate(() => Reflect.get(window, 'speechLog'));
  return log.filter((line) => line !== 'cancel');
}

export const isSpeaking = (page: Page): Promise<boolean> =>
  page.evaluate(() => Reflect.get(window, 'isSpeaking')());

export const endUtterance = (page: Page): Promise<void> =>
  page.evaluate(() => Reflect.get(window, 'endUtterance')());

export const failUtterance = (page: Page, code: string): Promise<void> =>
  page.evaluate((error) => Reflect.get(window, 'failUtterance')(error), code);
