import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeSynthesizer as Browser } from './fake-synthesizer.ts';
import { SpeechPlayer } from './speech-player.ts';
import type { SpeechPart } from './speech-plan.ts';
import type { Voice } from './speech-voices.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const voice = (name: string, lang: string): Voice => ({
  voiceURI: name,
  name,
  lang,
  localService: true,
  default: false,
});
const leila = voice('Leila', 'ar-LB');
const maged = voice('Maged', 'ar-SA');
const daniel = voice('Daniel', 'en-GB');

const part = (id: string, ...utterances: [string, lang?: string][]): SpeechPart => ({
  place: { id },
  utterances: utterances.map(([text, lang = 'ar']) => ({ text, lang })),
});
const parts = [part('a', ['أوّل'], ['ثانٍ']), part('b', ['ثالث']), part('c', ['رابع'])];

function playing(browser: Browser, of = parts, choices = { speed: 1, voices: {} }) {
  const player = new SpeechPlayer(of, 'ar', browser, choices);
  player.start();
  vi.advanceTimersByTime(100);
  return player;
}
const stateOf = (player: SpeechPlayer) => [player.view().state, player.view().part];

describe('from the first word to the last', () => {
  test('one utterance is given at a time, and the part goes on with the last of it', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    expect(stateOf(player)).toEqual(['speaking', 0]);
    expect(browser.spoken).toEqual(['Leila 1: أوّل']);
    browser.end();
    expect(stateOf(player)).toEqual(['speaking', 0]);
    browser.end();
    expect(stateOf(player)).toEqual(['speaking', 1]);
    browser.end();
    browser.end();
    expect(stateOf(player)).toEqual(['ended', 2]);
    expect(browser.spoken).toHaveLength(4);
    player.play();
    vi.advanceTimersByTime(100);
    expect(stateOf(player)).toEqual(['speaking', 0]);
    expect(browser.spoken.at(-1)).toBe('Leila 1: أوّل');
  });

  test('whoever listens is told of every change until they have had enough', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    const told = vi.fn<() => void>();
    const end = player.subscribe(told);
    player.pause();
    expect(told).toHaveBeenCalled();
    end();
    told.mockClear();
    player.play();
    expect(told).not.toHaveBeenCalled();
  });
});

describe('pausing', () => {
  test('takes the utterance back and begins it again; the error of the old one is nobody’s', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    browser.end();
    player.pause();
    expect(stateOf(player)).toEqual(['paused', 0]);
    vi.advanceTimersByTime(60_000);
    expect(browser.spoken).toHaveLength(2);
    player.play();
    vi.advanceTimersByTime(100);
    expect(stateOf(player)).toEqual(['speaking', 0]);
    expect(browser.spoken.slice(1)).toEqual(['Leila 1: ثانٍ', 'Leila 1: ثانٍ']);
  });

  test('an end told too late moves nothing', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    const late = browser.late();
    player.pause();
    late?.ended();
    late?.failed('synthesis-failed');
    expect(stateOf(player)).toEqual(['paused', 0]);
    player.play();
    vi.advanceTimersByTime(100);
    late?.ended();
    expect(browser.spoken).toEqual(['Leila 1: أوّل', 'Leila 1: أوّل']);
  });

  test('what the system takes out of the queue is paused, and so is what needs a press first', () => {
    for (const code of ['interrupted', 'canceled', 'not-allowed']) {
      const browser = new Browser(leila);
      const player = playing(browser);
      browser.err(code);
      expect([code, ...stateOf(player)]).toEqual([code, 'paused', 0]);
    }
  });
});

describe('moving', () => {
  test('goes to the beginning of a part, silently where it is paused', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    browser.end();
    player.goTo(1);
    vi.advanceTimersByTime(100);
    expect(stateOf(player)).toEqual(['speaking', 1]);
    player.goTo(0);
    vi.advanceTimersByTime(100);
    player.pause();
    player.goTo(2);
    vi.advanceTimersByTime(100);
    expect(stateOf(player)).toEqual(['paused', 2]);
    player.goTo(3);
    player.goTo(-1);
    expect(stateOf(player)).toEqual(['paused', 2]);
    expect(browser.spoken.map((text) => text.split(' ')[2])).toEqual(['أوّل', 'ثانٍ', 'ثالث', 'أوّل']);
  });

  test('quickly speaks only where it stops', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    player.goTo(1);
    player.goTo(2);
    vi.advanceTimersByTime(100);
    expect(browser.spoken).toEqual(['Leila 1: أوّل', 'Leila 1: رابع']);
  });
});

describe('speed and voice', () => {
  test('begin the utterance under way again', () => {
    const browser = new Browser(leila, maged, daniel);
    const player = playing(browser, parts, { speed: 1.25, voices: { ar: 'Maged' } });
    browser.end();
    player.setSpeed(2);
    vi.advanceTimersByTime(100);
    player.setVoice('Leila');
    vi.advanceTimersByTime(100);
    expect(browser.spoken).toEqual(['Maged 1.25: أوّل', 'Maged 1.25: ثانٍ', 'Maged 2: ثانٍ', 'Leila 2: ثانٍ']);
    expect(player.view().voices.map(({ name }) => name)).toEqual(['Leila', 'Maged']);
  });

  test('changed during a pause count from its end', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    player.pause();
    player.setSpeed(0.75);
    vi.advanceTimersByTime(100);
    expect(browser.spoken).toHaveLength(1);
    player.play();
    vi.advanceTimersByTime(100);
    expect(browser.spoken.at(-1)).toBe('Leila 0.75: أوّل');
  });
});

describe('words of another language', () => {
  const mixed = [part('a', ['قال'], ['hello my friends', 'en'], ['до свидания', 'ru'], ['ومضى'])];

  test('are read by a voice of it', () => {
    const browser = new Browser(leila, daniel, voice('Milena', 'ru-RU'));
    const player = playing(browser, mixed);
    for (const _ of mixed[0]?.utterances ?? []) browser.end();
    expect(browser.spoken.map((text) => text.split(' ')[0])).toEqual(['Leila', 'Daniel', 'Milena', 'Leila']);
    expect(player.view().isSomethingSkipped).toBe(false);
  });

  test('without such a voice are left to the article’s where it can spell them, else left out, and that is known', () => {
    const browser = new Browser(leila);
    const player = playing(browser, mixed);
    expect(player.view().isSomethingSkipped).toBe(true);
    for (const _ of mixed[0]?.utterances ?? []) browser.end();
    expect(browser.spoken).toEqual(['Leila 1: قال', 'Leila 1: hello my friends', 'Leila 1: ومضى']);
    expect(player.view().state).toBe('ended');
  });
});

describe('voices', () => {
  test('that come late are waited for', () => {
    const browser = new Browser();
    const player = playing(browser);
    expect(stateOf(player)).toEqual(['idle', 0]);
    browser.come(daniel);
    expect(player.view()).toMatchObject({ state: 'idle', areVoicesKnown: false });
    browser.come(daniel, leila);
    vi.advanceTimersByTime(100);
    expect(browser.spoken).toEqual(['Leila 1: أوّل']);
  });

  test('of other languages read nothing; one installed later makes no sound unasked', () => {
    const browser = new Browser(daniel);
    const player = playing(browser);
    vi.advanceTimersByTime(3000);
    expect(player.view()).toMatchObject({ state: 'idle', areVoicesKnown: true, voice: undefined });
    player.play();
    player.goTo(1);
    vi.advanceTimersByTime(100);
    expect(browser.spoken).toEqual([]);
    browser.come(daniel, leila);
    vi.advanceTimersByTime(100);
    expect(player.view().state).toBe('paused');
    expect(browser.spoken).toEqual([]);
  });

  test('that are gone for a moment are not missed', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    browser.come();
    expect(player.view().voice).toBe(leila);
    expect(player.view().state).toBe('speaking');
  });
});

describe('what goes wrong', () => {
  test('is said, and can be tried again from there', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    browser.end();
    browser.err('network');
    expect(stateOf(player)).toEqual(['failed', 0]);
    player.play();
    vi.advanceTimersByTime(100);
    expect(browser.spoken.at(-1)).toBe('Leila 1: ثانٍ');
  });

  test('an end that is never told is not waited for for ever', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    browser.begin();
    vi.advanceTimersByTime(20_000);
    expect(browser.spoken.slice(0, 2)).toEqual(['Leila 1: أوّل', 'Leila 1: ثانٍ']);
    expect(player.view().state).not.toBe('ended');
  });

  test('speech that never begins has failed', () => {
    const browser = new Browser(leila);
    const player = playing(browser);
    vi.advanceTimersByTime(20_000);
    expect(stateOf(player)).toEqual(['failed', 0]);
  });

  test('a page that is left is silent, and deaf to voices that come', () => {
    const browser = new Browser();
    const player = playing(browser);
    player.stop();
    browser.come(leila);
    vi.advanceTimersByTime(5000);
    expect(browser.spoken).toEqual([]);
    expect(player.view()).toMatchObject({ state: 'idle', areVoicesKnown: false });
    expect(browser.cancels).toBeGreaterThan(0);
  });
});
