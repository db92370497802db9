import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import * as v from 'valibot';
import { findBrowser } from '../gate/browser.ts';
import { NotMeasuredError } from './figures.ts';

/** A middling phone on a slow mobile line: 150 ms there and back, 1.6 Mbit/s, a processor a quarter as fast. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
export const slowdown = 4;
/** Milliseconds after `load` in which the page may still move, and call. */
const settling = 2_000;

export interface View {
  /** Milliseconds after the start of the navigation. */
  fcp: number;
  lcp: number;
  cls: number;
  requests: { url: string; method: string; kind: string }[];
}

/** Does `work` with a browser, which closes after it. */
export async function withBrowser<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value> {
  const found = await findBrowser().catch((error: unknown) => {
    throw new NotMeasuredError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  // Our own handlers end this process, and then Playwright ends the browser.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ ...found, ...signals });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A phone of a reader in Beirut, with nothing kept from before. */
export const openPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'ar',
    timezoneId: 'Asia/Beirut',
  });

/** A first visit of `url`. */
export async function visit(
  browser: Browser,
  url: string,
  { throttled }: { throttled: boolean },
): Promise<View> {
  const context = await openPhone(browser);
  try {
    const page = await context.newPage();
    if (throttled) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', line);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    const requests: View['requests'] = [];
    page.on('request', (request) =>
      requests.push({ url: request.url(), method: request.method(), kind: request.resourceType() }),
    );
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(settling);
    return { ...(await paints(page)), requests };
  } finally {
    await context.close();
  }
}

const Entries = v.array(
  v.object({ name: v.string(), type: v.string(), at: v.number(), shift: v.number(), byReader: v.boolean() }),
);

async function paints(page: Page): Promise<Omit<View, 'requests'>> {
  const seen: unknown = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const entries: object[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = Number(Reflect.get(entry, 'value') ?? 0);
            const byReader = Reflect.get(entry, 'hadRecentInput') === true;
            entries.push({ name: entry.name, type: entry.entryType, at: entry.startTime, shift, byReader });
          }
        });
        for (const type of ['paint', 'largest-contentful-paint', 'layout-shift'])
          observer.observe({ type, buffered: true });
        // What was kept for the observer is handed over in a task of its own.
        setTimeout(() => resolve(entries), 200);
      }),
  );
  const entries = v.parse(Entries, seen);
  const fcp = entries.find(({ name }) => name === 'first-contentful-paint')?.at;
  const lcp = entries.findLast(({ type }) => type === 'largest-contentful-paint')?.at;
  if (fcp === undefined || lcp === undefined) throw new Error(`nothing was painted at ${page.url()}`);
  // One session window: the page is watched for less than the five seconds of one.
  const shifts = entries.filter(({ type, byReader }) => type === 'layout-shift' && !byReader);
  return { fcp, lcp, cls: shifts.reduce((sum, { shift }) => sum + shift, 0) };
}
