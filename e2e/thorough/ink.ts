import type { Page } from '@playwright/test';

/**
 * What of the ink of Arabic and Hebrew letters, with their marks, is cut off or runs into the next line, as sentences;
 * and the kinds of block that were looked at. In the open dialog, else in the page's main part.
 */
export const inkOf = (page: Page) =>
  page.evaluate(() => {
    interface Line {
      /** Edges of the ink and of the line's own text box, on the screen. */
      inkTop: number;
      inkEnd: number;
      top: number;
    }
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas === null) throw new Error('no canvas');
    canvas.direction = 'rtl';
    const wrong: string[] = [];
    const seen = new Set<string>();

    /** A text as it is broken into lines, each measured by itself. */
    const linesOf = (node: Node, text: string): Line[] => {
      const range = document.createRange();
      const found: { words: string; top: number }[] = [];
      for (const { 0: word, index } of text.matchAll(/\S+\s*/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.trimEnd().length);
        const { top, width } = range.getBoundingClientRect();
        const last = found.at(-1);
        if (width < 1) continue;
        if (last !== undefined && Math.abs(last.top - top) < 2) last.words += word;
        else found.push({ words: word, top });
      }
      return found.map(({ words, top }) => {
        const size = canvas.measureText(words);
        const base = top + size.fontBoundingBoxAscent;
        const inkTop = base - size.actualBoundingBoxAscent;
        return { inkTop, inkEnd: base + size.actualBoundingBoxDescent, top };
      });
    };

    /** How far the ink goes over the edges of whatever cuts it: a clamp, a box that shows no more than its size. */
    const cutOf = (parent: Element, lines: Line[], root: Element): number => {
      let cut = 0;
      for (let box: Element | null = parent; box !== null && box !== root; box = box.parentElement) {
        const { overflowY, overflowClipMargin, display } = getComputedStyle(box);
        if (overflowY === 'visible' || display === 'inline') continue;
        const { top, bottom } = box.getBoundingClientRect();
        const margin = Number.parseFloat(overflowClipMargin) || 0;
        // Lines after a clamp's last are not to be seen at all.
        const shown = lines.filter((line) => line.top < bottom - 2);
        cut = Math.max(
          cut,
          ...shown.map((line) => Math.max(top - line.inkTop, line.inkEnd - bottom) - margin),
        );
      }
      return cut;
    };

    const root = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.nodeValue ?? '';
      if (parent === null || !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)) continue;
      if (!parent.checkVisibility() || parent.closest('.visually-hidden, textarea') !== null) continue;
      const style = getComputedStyle(parent);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const lines = linesOf(node, text);
      const name = `${parent.tagName} «${text.slice(0, 24)}» in ${style.fontFamily.slice(0, 20)}`;
      const cut = cutOf(parent, lines, root);
      if (cut > 1) wrong.push(`${name}: ${cut} px are cut off`);
      for (const [at, line] of lines.entries()) {
        const over = line.inkEnd - (lines[at + 1]?.inkTop ?? Infinity);
        if (over > 1) wrong.push(`${name}: line ${at + 1} runs ${over} px into the next`);
      }
      const block = parent.closest('h1, h2, h3, p, li, legend, label, button');
      if (block !== null) seen.add(block.tagName);
      // A headline has room of its own above and below.
      if (
        block?.closest('main') &&
        getComputedStyle(block).paddingBlockStart !== '0px' &&
        /^H[12]$/.test(block.tagName)
      )
        if (block.scrollHeight > block.clientHeight)
          wrong.push(`${name}: ${block.scrollHeight} px in ${block.clientHeight}`);
    }
    return { wrong, seen: [...seen] };
  });
