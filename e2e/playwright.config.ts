import { defineConfig } from '@playwright/test';
import { browserFlags } from '../gate/browser.ts';

/** Where gate/browser.ts found a browser; unset, Playwright's own is used. */
const executablePath = process.env['RIWAQ_BROWSER'];

/**
 * A Firefox beside it, asked for what hangs on the engine alone, the order of text: the path of a Firefox of
 * the system, or `playwright` for Playwright's own (`npx playwright install firefox`).
 */
const firefox = process.env['RIWAQ_FIREFOX'];
const projects = [
  { name: 'chromium' },
  {
    name: 'firefox',
    testMatch: /(bidi-corpus|bidi-corpus-comments|direction)\.spec\.ts$/,
    use: {
      browserName: 'firefox' as const,
      // Mozilla's own is driven by WebDriver BiDi.
      ...(firefox === 'playwright' ? {} : { channel: 'moz-firefox' }),
      launchOptions: {
        args: [],
        ...(firefox !== undefined && firefox !== 'playwright' && { executablePath: firefox }),
      },
    },
  },
];

export default defineConfig({
  ...(firefox !== undefined && { projects }),
  testDir: '.',
  // What takes long and has other tests beside it is asked where there is time: in .ci/run.
  testIgnore: process.env['GATE'] === 'thorough' ? [] : 'thorough/**',
  // On the second engine those that ask the storage for something of its own; what happens in a browser alone
  // happens there as it does on the first.
  ...(process.env['RIWAQ_TEST_ENGINE'] === 'postgres' && {
    testMatch: /(commenting|live|own-edits|plain-html|search|threads)\.spec\.ts$/,
  }),
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  // Nothing is proved by a machine that is busy with something else.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Journeys wait more than they work: two of them leave half of two cores idle.
  workers: 3,
  reporter: [['list']],
  use: {
    viewport: { width: 390, height: 844 },
    locale: 'ar',
    timezoneId: 'Asia/Beirut',
    // What a worker fetches, page.route does not see, and what it keeps would stand in for a site under test:
    // offline.spec.ts and new-build.spec.ts alone allow one.
    serviceWorkers: 'block',
    launchOptions: { args: browserFlags(), ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
