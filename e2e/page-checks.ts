import type { Page } from '@playwright/test';

/**
 * What can be seen of WCAG 2.2 by measuring a page as it stands. Each check gives the faults it found, each
 * with the element's words, so that a failing test says where to look.
 */

/** 1.1.1, 1.3.1, 3.1.1: one first heading, no level left out, a label for every field, no id twice. */
export function structureFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
    const count = (selector: string, wanted: number) => {
      const found = all(selector).length;
      if (found !== wanted) faults.push(`${found} × ${selector}`);
    };
    for (const landmark of [
      'h1',
      'main',
      'body > * > * > header, header[role=banner]',
      'footer:not(article *)',
    ])
      count(landmark, 1);
    let last = 0;
    for (const heading of all('main :is(h1, h2, h3, h4, h5, h6)')) {
      const level = Number(heading.tagName.charAt(1));
      if (level > last + 1) faults.push(`h${level} after h${last}: ${heading.textContent}`);
      last = level;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'input:not([type=hidden]), textarea, select',
    ))
      if ((field.labels?.length ?? 0) === 0) faults.push(`no label: ${field.name}`);
    for (const image of all('img:not([alt])')) faults.push(`no alt: ${image.outerHTML}`);
    for (const figure of all('figure:has(img)'))
      if (
        figure.querySelector('img')?.getAttribute('alt') === figure.querySelector('figcaption')?.textContent
      )
        faults.push(`alt repeats the caption: ${figure.textContent}`);
    const ids = all('[id]').map(({ id }) => id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
    const { lang, dir } = document.documentElement;
    const isKnown = /^(ar|en|fr|fa|ur|he|tr)$/.test(lang);
    if (!isKnown || dir !== (/^(ar|fa|ur|he)$/.test(lang) ? 'rtl' : 'ltr'))
      faults.push(`html ${lang} ${dir}`);
    return faults;
  });
}

/** 1.3.2: of two neighbours in the flow the later stands below the earlier, or after it in the same row. */
export function orderFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const isInFlow = (element: Element) => {
      const { position, float, display } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const flows = position === 'static' || position === 'relative';
      // A picture that says nothing of its own and leads where its headline leads may stand above it.
      const speaks = element.ariaHidden !== 'true';
      return speaks && flows && float === 'none' && display !== 'inline' && width > 1 && height > 1;
    };
    for (const parent of document.querySelectorAll('body *')) {
      // There the browser itself goes by the rows that are seen.
      if (getComputedStyle(parent).getPropertyValue('reading-flow') !== 'normal') continue;
      const children = [...parent.children].filter(isInFlow);
      const isRtl = getComputedStyle(parent).direction === 'rtl';
      for (const [at, child] of children.entries()) {
        const next = children[at + 1];
        if (next === undefined) continue;
        const [a, b] = [child.getBoundingClientRect(), next.getBoundingClientRect()];
        const isBelow = b.top >= a.bottom - 2;
        const isAfter = isRtl ? b.right <= a.left + 2 : b.left >= a.right - 2;
        if (isBelow || (isAfter && b.bottom > a.top)) continue;
        faults.push(
          `«${next.textContent.slice(0, 40)}» (${next.tagName}) is not after «${child.textContent.slice(0, 40)}»`,
        );
      }
    }
    return faults;
  });
}

/** 1.4.4, 1.4.10, 1.4.12: nothing is cut off, nothing lies on what comes next, no sideways scroll. */
export function roomFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`sideways: ${scrollWidth} > ${clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY, clipPath, position, webkitLineClamp } = getComputedStyle(element);
      // Lists show the beginning of a standfirst, with an ellipsis; the article has the whole of it.
      const isTeaser = webkitLineClamp !== 'none';
      // Two whole lines of it, of any size.
      const isSample = element.closest('[class*="reading-sample"]') !== null;
      const isHiddenOnPurpose =
        clipPath !== 'none' || element.closest('svg') !== null || isTeaser || isSample;
      if (isHiddenOnPurpose || element.clientHeight <= 1) continue;
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      if (cuts(overflowY) && element.scrollHeight > element.clientHeight + 2)
        faults.push(`cut off: ${element.tagName} ${element.textContent.slice(0, 40)}`);
      if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 2)
        faults.push(`cut off at its end: ${element.tagName} ${element.textContent.slice(0, 40)}`);
      const next = element.nextElementSibling;
      if (next === null || position !== 'static' || getComputedStyle(next).position !== 'static') continue;
      if (getComputedStyle(element).display === 'inline' || getComputedStyle(next).display === 'inline')
        continue;
      const [a, b] = [element.getBoundingClientRect(), next.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2 && a.width > 1 && b.width > 1)
        faults.push(`«${next.textContent.slice(0, 30)}» lies on «${element.textContent.slice(0, 30)}»`);
    }
    return faults;
  });
}

/** 1.4.11: borders of fields and buttons and the strokes of icons against what is behind them. */
export function contrastFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parse = (colour: string) =>
      (/rgba?\(([^)]+)\)/.exec(colour)?.[1] ?? '').split(/[ ,/]+/).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = parse(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [a, b] = [luminance(one), luminance(other)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    };
    const behind = (element: Element | null): string => {
      if (element === null) return getComputedStyle(document.documentElement).backgroundColor;
      const { backgroundColor } = getComputedStyle(element);
      return (parse(backgroundColor)[3] ?? 1) > 0 ? backgroundColor : behind(element.parentElement);
    };
    const faults: string[] = [];
    for (const control of document.querySelectorAll('input:not([type=hidden]), textarea, select, button')) {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(control);
      const around = behind(control.parentElement);
      const isFilled = (parse(backgroundColor)[3] ?? 1) > 0 && contrast(backgroundColor, around) >= 3;
      if (borderTopWidth === '0px' || isFilled || control.getBoundingClientRect().width <= 1) continue;
      const found = contrast(borderTopColor, around);
      if (found < 3) faults.push(`border ${found.toFixed(2)}: ${control.outerHTML.slice(0, 90)}`);
    }
    for (const icon of document.querySelectorAll('svg')) {
      const found = contrast(getComputedStyle(icon).color, behind(icon.parentElement));
      if (found < 3) faults.push(`icon ${found.toFixed(2)}: ${icon.outerHTML.slice(0, 90)}`);
    }
    return faults;
  });
}

/** 2.4.7, 2.4.11, 3.2.1: goes through the page by Tab; each stop has a ring, lies free, and leads nowhere. */
export async function focusFaults(page: Page, most = 60): Promise<string[]> {
  const faults: string[] = [];
  const address = page.url();
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return 'end';
      const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 30)}`;
      const ringed = element.closest<HTMLElement>('label, fieldset') ?? element;
      const hasRing = [element, ringed].some((one) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      if (!hasRing) return `no ring: ${name}`;
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const spots = [0.5, 0.1, 0.9].map(
        (share) => [box.left + box.width * share, box.top + box.height / 2] as const,
      );
      const isFree = spots.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      });
      return isFree ? undefined : `covered: ${name}`;
    });
    if (found === 'end') break;
    if (found !== undefined) faults.push(found);
  }
  if (page.url().replace(/#.*/, '') !== address.replace(/#.*/, '')) faults.push(`went to ${page.url()}`);
  return faults;
}

/** The four values of WCAG 1.4.12, as a reader’s own style would set them. */
export function spaceOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** 2.2.2: what moves by itself, by the document's own clock. */
export function motionFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ timeline, effect }) => timeline instanceof DocumentTimeline && effect?.getTiming().duration !== 0,
      )
      .map(
        (animation) =>
          `moves: ${'animationName' in animation ? String(animation.animationName) : 'a transition'}`,
      ),
  );
}
