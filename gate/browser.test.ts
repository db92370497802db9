import { describe, expect, it } from 'vitest';
import { browserFlags, findBrowser, type Machine } from './browser.ts';

const playwright = '/home/reader/.cache/ms-playwright/chromium-1/chrome';

interface Fake {
  files?: string[];
  env?: Record<string, string>;
  platform?: NodeJS.Platform;
  isRoot?: boolean;
  /** Files that a command brings, by a word of the command; one that is not listed fails. */
  brings?: Record<string, string[]>;
  /** Browsers that are there and do not start. */
  broken?: string[];
}

/** A machine that exists on paper only, and the commands it was asked to run. */
function machine({
  files = [],
  env = {},
  platform = 'linux',
  isRoot = false,
  brings = {},
  broken = [],
}: Fake) {
  const there = new Set(files);
  const ran: string[] = [];
  const fake: Machine = {
    platform,
    env: { PATH: '/usr/bin', ...env },
    isRoot,
    playwrightPath: () => Promise.resolve(playwright),
    exists: (path) => there.has(path.replaceAll('\\', '/')),
    run: (file, args) => {
      const line = [file, ...args].join(' ');
      if (args[0] === '--version')
        return Promise.resolve({ ok: !broken.includes(file), output: 'Chromium 156.0.1' });
      ran.push(line.replace(/^.*(?= install chromium$)/, 'playwright'));
      const word = Object.keys(brings).find((known) => line.includes(known));
      for (const path of brings[word ?? ''] ?? []) there.add(path);
      return Promise.resolve({ ok: word !== undefined, output: word === undefined ? 'refused' : '' });
    },
  };
  return { fake, ran };
}

const pathFor = async (fake: Fake) => (await findBrowser(machine(fake).fake)).executablePath;

describe('the browser', () => {
  it('is the one that RIWAQ_BROWSER names, before all others', async () => {
    const files = ['/opt/mine', playwright, '/usr/bin/chromium'];
    expect(await pathFor({ files, env: { RIWAQ_BROWSER: '/opt/mine' } })).toBe('/opt/mine');
  });

  it('is never another than the one RIWAQ_BROWSER names', async () => {
    const files = [playwright];
    await expect(pathFor({ files, env: { RIWAQ_BROWSER: '/opt/gone' } })).rejects.toThrow(
      'RIWAQ_BROWSER is /opt/gone',
    );
    await expect(
      pathFor({ files: ['/opt/mine'], broken: ['/opt/mine'], env: { RIWAQ_BROWSER: '/opt/mine' } }),
    ).rejects.toThrow('no browser that starts');
  });

  it("is Playwright's own before the system's", async () => {
    expect(await pathFor({ files: [playwright, '/usr/bin/chromium'] })).toBe(playwright);
  });

  it('is one of the system: by PATH first, then by its usual places', async () => {
    expect(await pathFor({ files: ['/usr/bin/google-chrome', '/usr/bin/chromium-browser'] })).toBe(
      '/usr/bin/chromium-browser',
    );
    expect(await pathFor({ files: ['/opt/google/chrome/chrome'] })).toBe('/opt/google/chrome/chrome');
    expect(
      await pathFor({
        files: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
        platform: 'darwin',
      }),
    ).toContain('Google Chrome');
    expect(
      await pathFor({
        files: ['C:/Program Files/Google/Chrome/Application/chrome.exe'],
        platform: 'win32',
        env: { PROGRAMFILES: 'C:/Program Files' },
      }),
    ).toContain('chrome.exe');
  });

  it('is not a stub that does not start', async () => {
    expect(await pathFor({ files: [playwright, '/usr/bin/chromium'], broken: [playwright] })).toBe(
      '/usr/bin/chromium',
    );
  });

  it('is else downloaded, by Playwright first', async () => {
    const { fake, ran } = machine({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      brings: { 'cli.js install': [playwright] },
    });
    expect((await findBrowser(fake)).executablePath).toBe(playwright);
    expect(ran).toEqual(['playwright install chromium']);
  });

  it('is else installed as root', async () => {
    const { fake, ran } = machine({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      brings: { 'apt-get update': [], '--no-install-recommends chromium': ['/usr/bin/chromium'] },
    });
    expect((await findBrowser(fake)).executablePath).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split('noninteractive ')[1] ?? line)).toEqual([
      'playwright install chromium',
      'apt-get update',
      'apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends chromium fonts-dejavu-core',
    ]);
  });

  it('is else installed with sudo that asks for no password, by whichever package manager is there', async () => {
    const { fake, ran } = machine({
      files: ['/usr/bin/dnf'],
      brings: { 'sudo -n true': [], 'dnf install': ['/usr/bin/chromium-browser'] },
    });
    expect((await findBrowser(fake)).executablePath).toBe('/usr/bin/chromium-browser');
    expect(ran.at(-1)).toMatch(/^sudo -n env DEBIAN_FRONTEND=noninteractive dnf install -y chromium/);
  });

  it('is else asked for in one sentence', async () => {
    await expect(findBrowser(machine({ files: ['/usr/bin/apt-get'] }).fake)).rejects.toThrow(
      /^No browser to test in: install Chromium .*apt-get needs a password here\)\.$/,
    );
    await expect(findBrowser(machine({ isRoot: true }).fake)).rejects.toThrow(
      'no package manager that this knows',
    );
  });

  it('runs without its sandbox as root alone', () => {
    expect(browserFlags(true)).toContain('--no-sandbox');
    expect(browserFlags(false)).not.toContain('--no-sandbox');
  });
});
