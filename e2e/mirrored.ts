import type { Page } from '@playwright/test';

/** Where an element, or the text in it, stands. */
export interface Box {
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For each element in the order of the page, what stands before, between and after its children. */
type Texts = string[][];

/** The elements that are drawn, each drawing as one. */
const drawn = 'body *:not(script, style, template, svg *)';

/** The page's own texts in letters of nobody, each as long as it is: for a page of either direction. */
export function pseudoTexts(page: Page): Promise<Texts> {
  return page.evaluate((selector) => {
    const lengths = [4, 2, 6, 3, 8, 5, 1, 7];
    const pseudo = (length: number, from: number) => {
      let text = '';
      for (let at = from; text.length < length; at += 1) text += `${'x'.repeat(lengths[at % 8] ?? 4)} `;
      return text.slice(0, length).replace(/ $/, 'x');
    };
    return [...document.querySelectorAll(selector)].map((element, index) => {
      const slots = [''];
      for (const node of element.childNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) slots.push('');
        else if (node.nodeType === Node.TEXT_NODE) slots.push((slots.pop() ?? '') + (node.nodeValue ?? ''));
      }
      return slots.map((raw) => {
        const text = raw.trim();
        if (text === '') return raw === '' ? '' : ' ';
        const [before, after] = [/^\s/.test(raw) ? ' ' : '', /\s$/.test(raw) ? ' ' : ''];
        return before + pseudo(text.length, index) + after;
      });
    });
  }, drawn);
}

/**
 * Takes from a page all that is of its language but the direction: `texts` in the place of its own, in one face
 * and one set of tokens, each letter going the page's way whatever it is.
 */
export async function neutralise(page: Page, texts: Texts): Promise<void> {
  await page.evaluate(
    ([selector, given]) => {
      const { dir } = document.documentElement;
      for (const [index, element] of [...document.querySelectorAll<HTMLElement>(selector)].entries()) {
        const slots = given[index] ?? [];
        let slot = 0;
        let isFilled = false;
        for (const node of [...element.childNodes]) {
          if (node.nodeType === Node.ELEMENT_NODE) {
            if (!isFilled && slots[slot]) node.before(slots[slot] ?? '');
            slot += 1;
            isFilled = false;
          } else if (node.nodeType === Node.TEXT_NODE) {
            node.nodeValue = isFilled ? '' : (slots[slot] ?? '');
            isFilled = true;
          }
        }
        if (!isFilled && slots[slot]) element.append(slots[slot] ?? '');
        if (element.dir !== '' || element.matches('bdi, input, textarea, select')) element.dir = dir;
        if (element.hasAttribute('lang')) element.lang = 'zxx';
        if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
          element.placeholder = '';
          if (/text|search/.test(element.type)) element.value = '';
        }
      }
      document.documentElement.lang = 'zxx';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        *, *::before, *::after {
          font-family: monospace !important;
          font-kerning: none !important;
          font-variant-ligatures: none !important;
          unicode-bidi: isolate-override !important;
          animation: none !important;
          content-visibility: visible !important;
          transition: none !important;
        }
      `);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    [drawn, texts] as const,
  );
}

/** Where all stands, once the window is as wide as asked. */
export async function boxesAt(page: Page, width: number): Promise<Box[]> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(async (selector) => {
    scrollTo(0, 0);
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    const boxes: { name: string; x: number; y: number; width: number; height: number }[] = [];
    const add = (name: string, { x, y, width, height }: DOMRect) => boxes.push({ name, x, y, width, height });
    for (const element of document.querySelectorAll(selector)) {
      const name = `${element.tagName}.${element.getAttribute('class')} in ${element.parentElement?.getAttribute('class')}`;
      add(name, element.getBoundingClientRect());
      // Where its own words stand within it, which no box of it shows.
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
      );
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        add(`words of ${name}`, range.getBoundingClientRect());
      }
    }
    return boxes;
  }, drawn);
}

/** Boxes of one page that are no mirror images of those of the other: x′ = W − x − w, all else alike. */
export function mirrorFaults(rtl: readonly Box[], ltr: readonly Box[], width: number): string[] {
  const odd = rtl.findIndex((box, at) => box.name !== ltr[at]?.name);
  if (odd >= 0 || rtl.length !== ltr.length)
    return [
      `not the same elements: ${rtl[odd]?.name} and ${ltr[odd]?.name}; ${rtl.length} and ${ltr.length}`,
    ];
  return rtl.flatMap((box, at) => {
    const other = ltr[at] ?? box;
    if (box.width === 0 && other.width === 0) return [];
    const gaps = {
      x: box.x - (width - other.x - other.width),
      y: box.y - other.y,
      width: box.width - other.width,
      height: box.height - other.height,
    };
    const wrong = Object.entries(gaps).filter(([, gap]) => Math.abs(gap) > 1);
    if (wrong.length === 0) return [];
    return [`${box.name}: ${wrong.map(([side, gap]) => `${side} ${gap.toFixed(1)}`).join(', ')}`];
  });
}
