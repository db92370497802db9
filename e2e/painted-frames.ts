import type { Page } from '@playwright/test';
import { isLanguageCode, languageCodes, languages } from '#contract/languages';
import { interfaceWords } from './interface-words.ts';

interface Frame {
  lang: string;
  dir: string;
  direction: string;
  /** All that stands on the page, in pieces. */
  texts: string[];
}

/** Looks at the page in each frame from now on, before it is painted. */
export function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frames: { lang: string; dir: string; direction: string; texts: string[] }[] = [];
    Object.assign(window, { paintedFrames: frames });
    const look = () => {
      const { lang, dir } = document.documentElement;
      const texts: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.nodeValue?.trim() ?? '';
        // What readers have written is in no language that we know, and may be a word of ours.
        if (text !== '' && node.parentElement?.closest('script, bdi, [lang=""]') === null) texts.push(text);
      }
      for (const named of document.querySelectorAll('[aria-label]'))
        texts.push(named.getAttribute('aria-label') ?? '');
      frames.push({ lang, dir, direction: getComputedStyle(document.body).direction, texts });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What was wrong in any of the frames, and which languages were seen one after the other. */
export async function frameFaults(page: Page): Promise<{ faults: string[]; seen: string[] }> {
  const frames: Frame[] = await page.evaluate(() => Reflect.get(window, 'paintedFrames'));
  const words = await interfaceWords();
  const faults = new Set<string>();
  const seen: string[] = [];
  for (const { lang, dir, direction, texts } of frames) {
    if (!isLanguageCode(lang)) {
      faults.add(`html is ${lang}`);
      continue;
    }
    if (seen.at(-1) !== lang) seen.push(lang);
    if (dir !== languages[lang].dir || direction !== dir) faults.add(`${lang} is ${dir}, ${direction}`);
    for (const text of texts) {
      // Each language is called by its own name.
      if (languageCodes.some((code) => languages[code].name === text)) continue;
      const speakers = languageCodes.filter((code) => words[code].sentences.has(text));
      if (speakers.length > 0 && !speakers.includes(lang))
        faults.add(`«${text}» of ${speakers.join()} in ${lang}`);
      if (speakers.length === 0 && words.ar.keys.has(text)) faults.add(`the key ${text} in ${lang}`);
    }
  }
  return { faults: [...faults], seen };
}
