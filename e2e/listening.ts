import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, takenOver, test as base } from './fixtures.ts';
import { isSpeaking } from './speech.ts';

export const path = `/articles/${encodeURIComponent('طريق-الأرز')}`;

export const test = base.extend<object, { cedar: void }>({
  cedar: [
    async ({ site }, use) => {
      await site.import(join(import.meta.dirname, 'articles/cedar-road.md'));
      await use();
    },
    { scope: 'worker', auto: true },
  ],
});

export const words = {
  ar: {
    listen: 'استماع',
    bar: 'الاستماع إلى المادة',
    stop: 'إنهاء الاستماع',
    pause: 'إيقاف مؤقّت',
    resume: 'متابعة الاستماع',
    again: 'الاستماع من البداية',
    next: 'الفقرة التالية',
    previous: 'الفقرة السابقة',
    speed: 'السرعة',
    voice: 'الصوت',
    none: 'ليس في هذا الجهاز صوت عربيّ.',
    paused: 'القراءة متوقّفة مؤقّتاً',
  },
  en: {
    listen: 'Listen',
    bar: 'Listening to the article',
    stop: 'Stop listening',
    pause: 'Pause',
    resume: 'Continue listening',
    again: 'Listen from the beginning',
    next: 'Next paragraph',
    previous: 'Previous paragraph',
    speed: 'Speed',
    voice: 'Voice',
    none: 'There is no Arabic voice on this device.',
    paused: 'Reading is paused',
  },
} as const;

export function playerIn(page: Page, language: 'ar' | 'en' = 'ar') {
  const said = words[language];
  const bar = page.getByRole('region', { name: said.bar });
  const button = (name: string) => bar.getByRole('button', { name, exact: true });
  return {
    said,
    bar,
    listen: page.getByRole('button', { name: said.listen, exact: true }),
    stop: button(said.stop),
    pause: button(said.pause),
    resume: button(said.resume),
    next: button(said.next),
    previous: button(said.previous),
    speed: bar.getByLabel(said.speed, { exact: true }),
    voice: bar.getByLabel(said.voice, { exact: true }),
    status: bar.getByRole('status'),
    marked: page.locator('[data-spoken]'),
  };
}

export async function open(page: Page, language: 'ar' | 'en' = 'ar') {
  await page.goto(`/${language}${path}`);
  await takenOver(page);
  return playerIn(page, language);
}

export async function listening(page: Page, language: 'ar' | 'en' = 'ar') {
  const player = await open(page, language);
  await player.listen.click();
  await expect(player.pause).toBeVisible();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  return player;
}
