import type { Locator, Page } from '@playwright/test';

/**
 * The text of each element as it lies on the screen, from left to right: the client rectangle of a
 * Range around every character, sorted by left edge. On one line, whatever the room: where a line
 * breaks is no matter of order. Characters without a width of their own, as marks and controls, are left out.
 * Runs in the page, and so knows nothing from outside itself.
 */
function laidOut(elements: (HTMLElement | SVGElement)[]): string[] {
  const styles = elements.map(({ style }) => style.whiteSpace);
  for (const { style } of elements) style.whiteSpace = 'nowrap';
  const orders = elements.map((element) => {
    const found: { char: string; left: number }[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      // A letter with its marks is measured whole: Firefox gives the letter alone no width.
      for (const { 0: unit, index } of (node.nodeValue ?? '').matchAll(/[^]\p{M}*/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + unit.length);
        const { left, width } = range.getBoundingClientRect();
        const char = unit.replace(/[\p{M}\p{Cf}]/gu, '');
        if (width > 0 && char !== '') found.push({ char, left });
      }
    }
    return found
      .sort((a, b) => a.left - b.left)
      .map(({ char }) => char)
      .join('')
      .replace(/\s+/g, ' ');
  });
  elements.forEach(({ style }, at) => (style.whiteSpace = styles[at] ?? ''));
  return orders;
}

/** The visual order of the one element that `element` finds, once it is there. */
export async function visualOrder(element: Locator): Promise<string> {
  await element.waitFor({ state: 'attached' });
  return (await visualOrders(element))[0] ?? '';
}

/** The visual order of each element that `elements` finds now. */
export const visualOrders = (elements: Locator): Promise<string[]> => elements.evaluateAll(laidOut);

/**
 * The visual order of each text in a place for plain text, as a tab or the list of a program for feeds: its
 * direction is that of its first strong character.
 */
export async function plainOrders(page: Page, texts: readonly string[]): Promise<string[]> {
  await page.evaluate((all) => {
    const place = document.createElement('div');
    place.dataset['plain'] = '';
    for (const text of all) {
      const line = document.createElement('div');
      line.style.unicodeBidi = 'plaintext';
      line.textContent = text;
      place.append(line);
    }
    document.body.append(place);
  }, texts);
  const place = page.locator('body > [data-plain]');
  const orders = await visualOrders(place.locator('> div'));
  await place.evaluate((element) => element.remove());
  return orders;
}
