import { expect, takenOver } from '../fixtures.ts';
import { listening, open, playerIn, test } from '../listening.ts';
import { endUtterance, fakeSpeech, isSpeaking, spoken, voices } from '../speech.ts';

const { leila, maged, remote, amelie, daniel } = voices;

for (const language of ['ar', 'en'] as const) {
  test(`the whole article is heard, each part marked while it is, in ${language}`, async ({ page }) => {
    await fakeSpeech(page, [daniel, leila, amelie]);
    const { marked, status, said, bar } = await listening(page, language);
    // A rule at its inline start, outside the words, which stay where they are.
    expect(
      await marked.evaluate((element) => {
        const { borderInlineStartWidth, borderInlineStartColor, insetInlineStart } = getComputedStyle(
          element,
          '::after',
        );
        const { color } = getComputedStyle(document.querySelector('article button') ?? document.body);
        return [borderInlineStartWidth, borderInlineStartColor === color, insetInlineStart];
      }),
    ).toEqual(['3px', true, '-12px']);
    const marks: string[] = [];
    while (await isSpeaking(page)) {
      marks.push(((await marked.textContent()) ?? '').slice(0, 12));
      await endUtterance(page);
    }
    expect(await spoken(page)).toEqual([
      'Leila ar-LB 1: طريق الأرز',
      'Leila ar-LB 1: حكاية درب قديم في الجبل.',
      'Leila ar-LB 1: سار الرحّالة في الدرب صباحاً.',
      'Leila ar-LB 1: كتب عنه',
      'Amelie fr-CA 1: Gérard',
      'Leila ar-LB 1: فصلاً، وسمّته صحيفة',
      'Daniel en-GB 1: The Cedar Road Gazette',
      'Leila ar-LB 1: طريق الضباب.',
      'Leila ar-LB 1: وصل القوم إلى القمّة عند المساء. ثم أوقدوا ناراً كبيرة وجلسوا حولها يروون ما رأوه في نهارهم الطويل بين الصخور والأشجار.',
      'Leila ar-LB 1: ولم ينم أحد منهم قبل أن يطلع القمر فوق الوادي البعيد وتهدأ الريح.',
      'Leila ar-LB 1: الدرب لمن يمشي.',
    ]);
    expect(marks).toEqual([
      'طريق الأرز',
      'حكاية درب قد',
      'سار الرحّالة',
      ...Array.from({ length: 5 }, () => 'كتب عنه Géra'),
      'وصل القوم إل',
      'وصل القوم إل',
      'الدرب لمن يم',
    ]);
    await expect(marked).toHaveCount(0);
    await expect(status).toHaveText(language === 'ar' ? 'انتهت القراءة' : 'The article has been read');
    await bar.getByRole('button', { name: said.again }).click();
    await expect(page.locator('h1[data-spoken]')).toHaveCount(1);
  });
}

test('a pause keeps the place, and what was paused begins its sentence again', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { pause, resume, status, said, marked } = await listening(page);
  await endUtterance(page);
  await pause.click();
  expect(await isSpeaking(page)).toBe(false);
  await expect(status).toHaveText(said.paused);
  await expect(marked).toHaveText('حكاية درب قديم في الجبل.');
  await resume.click();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await expect(pause).toBeFocused();
  expect((await spoken(page)).slice(1)).toEqual(
    Array.from({ length: 2 }, () => 'Leila ar-LB 1: حكاية درب قديم في الجبل.'),
  );
});

test('speed and voice change at once and are kept; a voice that is not of the device says so', async ({
  page,
}) => {
  await fakeSpeech(page, [remote, leila, maged, daniel]);
  const { speed, voice } = await listening(page);
  await expect(speed.locator('option')).toHaveText(['٠٫٧٥×', '١×', '١٫٢٥×', '١٫٥×', '٢×']);
  await expect(voice.locator('option')).toHaveText([
    /^Leila$/,
    /^Maged$/,
    /^\u2068Google عربي\u2069: عبر الشبكة$/,
  ]);
  await speed.selectOption('1.5');
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('Leila ar-LB 1.5: طريق الأرز');
  await voice.selectOption('Maged');
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('Maged ar_SA 1.5: طريق الأرز');
  await page.reload();
  await takenOver(page);
  const again = playerIn(page);
  await again.listen.click();
  await expect.poll(async () => (await spoken(page)).at(-1)).toBe('Maged ar_SA 1.5: طريق الأرز');
  await expect(again.speed).toHaveValue('1.5');
  await expect(again.voice).toHaveValue('Maged');
});

test('by keyboard alone: begin, pause, move, stop, and back where it began', async ({ page }) => {
  await fakeSpeech(page, [leila]);
  const { listen, stop, previous, pause, resume, next, speed, bar, marked } = await open(page);
  await listen.focus();
  await page.keyboard.press('Enter');
  await expect(pause).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(stop).toBeFocused();
  // Its ring is not cut by the window's end.
  expect(
    await stop.evaluate((button) => {
      const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(button);
      const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
      return outlineStyle === 'solid' && button.getBoundingClientRect().bottom + ring <= innerHeight;
    }),
  ).toBe(true);
  await page.keyboard.press('Tab');
  await expect(previous).toBeFocused();
  await expect(previous).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Tab');
  await expect(pause).toBeFocused();
  await page.keyboard.press('Space');
  await expect(resume).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(marked).toHaveText('سار الرحّالة في الدرب صباحاً.');
  expect(await isSpeaking(page)).toBe(false);
  await page.keyboard.press('Tab');
  await expect(speed).toBeFocused();
  // The button that began it, and its key, go on and pause, and leave the focus where it is.
  await listen.focus();
  await page.keyboard.press('Enter');
  await expect(pause).toBeVisible();
  await expect.poll(() => isSpeaking(page)).toBe(true);
  await page.keyboard.press('l');
  await expect(resume).toBeVisible();
  expect(await isSpeaking(page)).toBe(false);
  await expect(listen).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(stop).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bar).toHaveCount(0);
  await expect(marked).toHaveCount(0);
  await expect(listen).toBeFocused();
});
