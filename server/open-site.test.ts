import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Site } from '#contract/site';
import { readConfig } from './config.ts';
import { openSite } from './open-site.ts';
import { openSqlite } from './storage/sqlite.ts';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'riwaq-open-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const open = (settings: Record<string, string> = {}) =>
  openSite(
    readConfig({ DATA_DIR: dataDir, SEED: 'none', RATE_LIMITS: 'on', ...settings }),
    pino({ level: 'silent' }),
    {
      openRenderer: async (_, { styles }) => ({
        render: async () => {
          throw new Error('no page is asked for');
        },
        document: () => ({ html: styles, contentSecurityPolicy: '' }),
        build: 'one',
      }),
      assets: (_, next) => next(),
    },
  );

async function opened(settings: Record<string, string> = {}) {
  const { name, app, storage } = await open(settings);
  const site = v.parse(Site, await (await app.request('/api/site')).json());
  await storage.close();
  return { name, site };
}
const lay = (site: object) => writeFile(join(dataDir, 'site.json'), JSON.stringify(site));

describe('the name of a site', () => {
  test.each<[site: object, settings: Record<string, string>, name: string]>([
    [{}, {}, 'رواق'],
    [{ name: 'الصحيفة' }, {}, 'الصحيفة'],
    [{ name: 'الصحيفة' }, { SITE_NAME: 'غيرها' }, 'غيرها'],
    [{ name: 'الصحيفة' }, { SITE_NAME: 'رواق' }, 'رواق'],
    [{ name: 'الصحيفة' }, { SITE_NAME: ' ' }, 'الصحيفة'],
  ])('of %j under %j is «%s»', async (site, settings, name) => {
    await lay(site);
    const answer = await opened(settings);
    expect([answer.name, answer.site.name]).toEqual([name, name]);
  });

  test('from site.json is kept from commenters too', async () => {
    await lay({ name: 'الصحيفة' });
    const { app, storage } = await open();
    const answer = await app.request('/api/articles/any/comments', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ author: { name: 'الصحيفة' }, text: 'كلمة' }),
    });
    await storage.close();
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'author.name', code: 'reserved' }] });
  });
});

describe('the demo’s face', () => {
  test('comes to an empty folder with its articles, once', async () => {
    const { site } = await opened({ SEED: 'demo' });
    expect(site.pages).not.toHaveLength(0);
    expect(site.sections[0]).toMatchObject({
      slug: 'culture',
      name: 'الثقافة',
      names: { ar: 'الثقافة', en: 'Culture' },
    });
    await rm(join(dataDir, 'site.json'));
    await opened({ SEED: 'demo' });
    expect(await readdir(dataDir)).not.toContain('site.json');
  });

  test('stays away where nothing of the demo is wanted', async () => {
    expect((await opened()).site).toMatchObject({ pages: [], sections: [] });
    expect((await readdir(dataDir)).filter((name) => !name.startsWith('riwaq.db'))).toEqual([]);
  });
});

test('a site.json that is refused stops the start before an article is laid in', async () => {
  await lay({ accent: { dark: '#333' } });
  await expect(open({ SEED: 'demo' })).rejects.toThrow(/site\.json: accent\.dark is «#333»; allowed: /);
  const storage = await openSqlite({ dataDir });
  expect(await storage.isEmpty()).toBe(true);
  await storage.close();
});
