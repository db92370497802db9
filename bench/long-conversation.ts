import { brotliDecompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import * as v from 'valibot';
import { commentAnchor } from '#contract/paths';
import { longThread, pageOf } from './fill-thread.ts';
import type { Part } from './figures.ts';
import { openPhone, slowdown, withBrowser } from './phone.ts';
import { rawAnswer } from './raw-answer.ts';
import { median } from './rounds.ts';
import { withSite } from './site.ts';

const rounds = 7;
const presses = 4;
/** Comments of a page, without the answers below them. */
const pageful = 20;
/** Milliseconds in which what was pressed may still be at work after its comments are there. */
const settling = 1_000;
/** Milliseconds from which a browser calls a task long; what is shorter it does not tell. */
const least = 50;

const steps = ['open', 'scroll', 'more', 'order'] as const;
type Step = (typeof steps)[number];

interface Walk {
  /** Milliseconds of the longest task of each step, `least` where none was long. */
  longest: Record<Step, number>;
  nodes: { opened: number; grown: number };
}

/** What a slow phone has to do at once for a reader who goes on and on in a long conversation. */
export const conversation: Part<'longTask' | 'nodes' | 'conversationBytes'> = {
  name: 'conversation',
  figures: ['longTask', 'nodes', 'conversationBytes'],
  measure: (place) =>
    withBrowser((browser) =>
      withSite(place, async ({ url }) => {
        const thread = await longThread(url);
        const [oldest] = (await pageOf(thread.comments, 'oldest', 1)).items;
        if (oldest === undefined) throw new Error('the oldest comment is missing');
        const walks: Walk[] = [];
        for (let round = 0; round < rounds; round += 1)
          walks.push(await walk(browser, thread.page, commentAnchor(oldest.id)));
        const longest = walks.map((one) => Math.max(...Object.values(one.longest)));
        const each = steps.map(
          (step) => `${step} ${median(walks.map((one) => one.longest[step])).toFixed(0)}`,
        );
        const { body } = await rawAnswer(thread.page);
        return {
          longTask: {
            value: median(longest),
            spread: [Math.min(...longest), Math.max(...longest)],
            from: `${each.join(', ')} ms of ${rounds} rounds; ${least} stands for none as long`,
          },
          nodes: {
            value: median(walks.map(({ nodes }) => nodes.grown)),
            from: `after ${presses} times more; ${median(walks.map(({ nodes }) => nodes.opened))} when opened`,
          },
          conversationBytes: {
            value: body.length / 1000,
            from: `${(brotliDecompressSync(body).length / 1000).toFixed(1)} kB before packing`,
          },
        };
      }),
    ),
};

/** One reader's way: to the comments, on through some pages of them, and to the oldest. */
async function walk(browser: Browser, url: string, oldest: string): Promise<Walk> {
  const context = await openPhone(browser);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(noteLongTasks);
    const begun: { step: Step; at: number }[] = [];
    const doing = async (step: Step, work: () => Promise<unknown>) => {
      begun.push({ step, at: await page.evaluate(() => performance.now()) });
      await work();
      await page.waitForTimeout(settling);
    };
    // By their place in the page: to find them by role and name would be a long task of its own.
    const items = page.locator('#comments > ol > li');
    const count = () => page.evaluate(() => document.querySelectorAll('*').length);

    await page.goto(url, { waitUntil: 'load' });
    begun.push({ step: 'open', at: 0 });
    await page.waitForTimeout(settling);
    const opened = await count();
    await doing('scroll', () => items.first().scrollIntoViewIfNeeded());
    for (let press = 1; press <= presses; press += 1)
      await doing('more', async () => {
        const more = page.locator('#comments > div > a[href*="after="]');
        await more.scrollIntoViewIfNeeded();
        // Comments that come into view take their true heights: nobody presses before the way on stands still.
        await page.waitForTimeout(settling);
        await more.tap();
        await items.nth((press + 1) * pageful - 1).waitFor({ state: 'attached' });
      });
    const grown = await count();
    await doing('order', async () => {
      await page.locator('#comments > nav a[href*="order=oldest"]').tap();
      await page.locator(`#${oldest}`).waitFor({ state: 'attached' });
    });

    const tasks = await longTasks(page);
    const longestOf = (step: Step) =>
      Math.max(
        least,
        ...tasks
          .filter(({ at }) => begun.findLast((one) => one.at <= at)?.step === step)
          .map(({ duration }) => duration),
      );
    return {
      longest: {
        open: longestOf('open'),
        scroll: longestOf('scroll'),
        more: longestOf('more'),
        order: longestOf('order'),
      },
      nodes: { opened, grown },
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before its own scripts. */
function noteLongTasks(): void {
  const tasks: { at: number; duration: number }[] = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ at: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  Reflect.set(globalThis, 'longTasks', tasks);
}

const Tasks = v.array(v.object({ at: v.number(), duration: v.number() }));

async function longTasks(page: Page) {
  const noted: unknown = await page.evaluate((): unknown => Reflect.get(globalThis, 'longTasks'));
  return v.parse(Tasks, noted);
}
