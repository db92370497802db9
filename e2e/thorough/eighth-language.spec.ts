import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, takenOver, test } from '../fixtures.ts';
import { articleFiles, SiteProcess } from '../site-process.ts';

const root = resolve(import.meta.dirname, '../..');
const code = 'qaa';
const ownName = 'ܨܚܨܚ';
/** The one line of contract/languages.ts. */
const line = `  ${code}: { name: '${ownName}', dir: 'rtl', formats: 'syr-SY', openGraph: 'ar_AR' },\n`;

/** Every word of the Arabic file in letters of nobody here, in the plural forms of a language with two. */
function madeUp(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/\{\{\w+\}\}|[\p{L}\p{M}]+/gu, (piece) =>
      piece.startsWith('{') ? piece : 'ܨ'.repeat(Math.min(piece.length, 8)),
    );
  return Object.fromEntries(
    Object.entries(value ?? {})
      .filter(([key]) => !/_(two|few|many)$/.test(key))
      .map(([key, inner]) => [key, madeUp(inner)]),
  );
}

/** A checkout of its own with one language more: one folder and one line. */
async function checkoutWithOneMore(): Promise<string> {
  const checkout = await mkdtemp(join(tmpdir(), 'riwaq-eighth-'));
  const apart = new Set(['node_modules', 'dist', 'data', 'test-results', '.git', '.cache']);
  for (const name of await readdir(root))
    if (!apart.has(name)) await cp(join(root, name), join(checkout, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(checkout, 'node_modules'));
  const table = join(checkout, 'contract/languages.ts');
  const text = await readFile(table, 'utf8');
  await writeFile(table, text.replace('} as const satisfies', `${line}} as const satisfies`));
  const locales = join(checkout, 'src/i18n/locales');
  await mkdir(join(locales, code));
  for (const file of await readdir(join(locales, 'ar'))) {
    const words: unknown = JSON.parse(await readFile(join(locales, 'ar', file), 'utf8'));
    await writeFile(join(locales, code, file), `${JSON.stringify(madeUp(words), null, 2)}\n`);
  }
  return checkout;
}

/** What stands on the page as the interface's own words and is not in its letters. */
const foreign = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest('[lang]') !== document.documentElement) continue;
      // Names and figures are nobody's words, and neither are code, addresses and the title that is spoken.
      if (parent.closest('bdi, time, script, style, code, kbd, #spoken') !== null) continue;
      if (node.nodeValue?.startsWith('http') === true) continue;
      if (/\p{Script=Arabic}|\p{Script=Latin}{2}/u.test((node.nodeValue ?? '').replace(/[،؛؟]/g, '')))
        found.push(node.nodeValue ?? '');
    }
    return found;
  });

test('an eighth language is one folder and one line, and the whole site speaks it', async ({
  page,
  expectedErrors,
}) => {
  test.setTimeout(180_000);
  expectedErrors.push(/404/);
  const checkout = await checkoutWithOneMore();
  try {
    const run = promisify(execFile);
    const { NODE_ENV: _, ...env } = process.env;
    await run(process.execPath, ['server/launch.js', 'build'], { cwd: checkout, env });
    // The guard of the words takes it as it takes the others.
    const guard = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'gate/vitest.config.ts', '--project=gate'];
    await run(process.execPath, [...guard, 'gate/locales.test.ts'], { cwd: checkout, env });
    const site = await SiteProcess.start({}, checkout);
    try {
      await site.import(articleFiles.booksellers);
      await walk(page, site);
      await page.goto('about:blank');
    } finally {
      await site.stop();
    }
  } finally {
    await rm(checkout, { recursive: true });
  }
});

async function walk(page: Page, site: SiteProcess) {
  await page.goto(`${site.url}/ar/`);
  await takenOver(page);
  await page.getByRole('link', { name: ownName, exact: true }).click();
  await expect(page).toHaveURL(`${site.url}/${code}/`);
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await foreign(page), 'front').toEqual([]);
  await page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/articles\//);
  await page.locator('#comments').scrollIntoViewIfNeeded();
  const form = page.locator('#comments form').last();
  await form.getByRole('textbox').first().fill('هدى');
  await form.getByRole('textbox').last().fill('رأي');
  await form.locator('button[type=submit]').click();
  await expect
    .poll(async () => (await site.rows('SELECT text FROM comments')).map((row) => row['text']))
    .toEqual(['رأي']);
  await expect(page.locator('#comments').getByText('رأي', { exact: true })).toBeVisible();
  expect(await foreign(page), 'article').toEqual([]);
  // Come anew, from the server.
  await page.reload();
  await takenOver(page);
  expect(await foreign(page), basename(page.url())).toEqual([]);
  for (const path of ['search?q=%D8%B3%D9%88%D9%82', 'nowhere']) {
    await page.goto(`${site.url}/${code}/${path}`);
    await takenOver(page);
    expect(await foreign(page), path).toEqual([]);
  }
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
}
