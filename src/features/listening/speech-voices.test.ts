import { expect, test } from 'vitest';
import { voiceFor, voicesOf, type Voice } from './speech-voices.ts';

const voice = (voiceURI: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  voiceURI,
  name: voiceURI,
  lang,
  localService: true,
  default: false,
  ...more,
});
const names = (lang: string, ...voices: Voice[]) => voicesOf(lang, voices).map(({ name }) => name);

test('a voice of the device comes before one that sends the text away, whatever their countries', () => {
  const remote = voice('Google', 'ar-LB', { localService: false });
  expect(names('ar-LB', remote, voice('Tarik', 'ar-SA'), voice('Leila', 'ar-LB'))).toEqual([
    'Leila',
    'Tarik',
    'Google',
  ]);
  expect(names('ar', remote)).toEqual(['Google']);
});

test('of equal ones the device’s own choice comes first, else the order stays', () => {
  expect(
    names('en', voice('Alex', 'en-US'), voice('Daniel', 'en-GB'), voice('Moira', 'en-IE', { default: true })),
  ).toEqual(['Moira', 'Alex', 'Daniel']);
});

test('a voice of another language never reads, however near', () => {
  expect(
    names(
      'ar',
      voice('Samantha', 'en-US', { default: true }),
      voice('Dariush', 'fa-IR'),
      voice('Arno', 'arn'),
    ),
  ).toEqual([]);
  expect(voiceFor('ar', [voice('Samantha', 'en-US')], 'Samantha')).toBeUndefined();
});

test('tags are read as Android and its engines spell them', () => {
  expect(
    names('ar-SA', voice('a', 'ar_EG'), voice('b', 'ar_SA'), voice('c', 'ara_XA'), voice('d', 'eng_USA')),
  ).toEqual(['b', 'a', 'c']);
});

test('jokes and robots come last', () => {
  expect(
    names(
      'en-US',
      voice('com.apple.speech.synthesis.voice.Albert', 'en-US'),
      voice('com.apple.eloquence.en-US.Eddy', 'en-US'),
      voice('com.apple.voice.compact.en-GB.Daniel', 'en-GB'),
    )[0],
  ).toBe('com.apple.voice.compact.en-GB.Daniel');
});

test('the reader’s choice reads as long as it is there', () => {
  const voices = [voice('Leila', 'ar-LB'), voice('Google', 'ar', { localService: false })];
  expect(voiceFor('ar-LB', voices, 'Google')?.name).toBe('Google');
  expect(voiceFor('ar-LB', voices, 'Maged')?.name).toBe('Leila');
});
