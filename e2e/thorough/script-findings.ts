import type { Page } from '@playwright/test';

/** What no Arabic or Hebrew letter may be set with, and text whose letters its language does not have, as sentences. */
export const scriptFindings = (page: Page) =>
  page.evaluate(() => {
    const found = new Set<string>();
    const scripts = {
      Arabic: /(?=\p{L})\p{Script=Arabic}/u,
      Hebrew: /\p{Script=Hebrew}/u,
      Latin: /\p{Script=Latin}{2}/u,
    };
    const scriptOf = (lang: string) =>
      /^(ar|fa|ur|ckb|ps|ug)\b/.test(lang) ? 'Arabic' : /^(he|yi)\b/.test(lang) ? 'Hebrew' : 'Latin';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = (node.nodeValue ?? '').replace(/[،؛؟۔٪]/g, '');
      if (parent === null || parent.closest('script, style, noscript') !== null) continue;
      const [style, where] = [getComputedStyle(parent), `${parent.tagName} «${text.slice(0, 30)}»`];
      if (scripts.Arabic.test(text)) {
        const set = {
          spacing: style.letterSpacing === 'normal' || style.letterSpacing === '0px',
          slope: style.fontStyle === 'normal',
          capitals: style.textTransform === 'none' && style.fontVariantCaps === 'normal',
          justified: style.textAlign !== 'justify',
          hyphens: style.hyphens !== 'auto',
          breaks: style.wordBreak !== 'break-all' && style.lineBreak !== 'anywhere',
        };
        for (const [name, isRight] of Object.entries(set)) if (!isRight) found.add(`${where}: ${name}`);
      }
      if (scripts.Hebrew.test(text) && style.fontStyle !== 'normal') found.add(`${where}: slope`);
      // Names, figures, addresses and code are in nobody's language; nor is what a reader wrote, and its lang says so.
      if (parent.closest('bdi, time, code, kbd, textarea') !== null || /^https?:/.test(text)) continue;
      const lang = parent.closest('[lang]')?.getAttribute('lang') ?? '';
      const own = scripts[scriptOf(lang)];
      // A foreign word in a sentence is the sentence's; a text without a letter of its language's is another's.
      const other = Object.entries(scripts).find(([, letters]) => letters.test(text));
      if (lang !== '' && other !== undefined && !own.test(text))
        found.add(`${where}: ${other[0]} letters under ${lang}`);
    }
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    if (rules.some(({ cssText }) => /::?first-letter/.test(cssText)))
      found.add('::first-letter in the styles');
    return [...found];
  });
