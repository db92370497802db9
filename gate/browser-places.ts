/** Where a machine keeps its browser, and how it gets one. */
import { delimiter, join } from 'node:path';

type Environment = Record<string, string | undefined>;

/** First the one without windows: journeys take little more than half the time in it. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const within = (folders: readonly (string | undefined)[], files: readonly string[]): string[] =>
  folders.flatMap((folder) => (folder === undefined ? [] : files.map((file) => join(folder, file))));

function foldersOf(platform: NodeJS.Platform, env: Environment): string[] {
  if (platform === 'darwin')
    return within(
      ['/Applications', join(env['HOME'] ?? '', 'Applications')],
      ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    );
  if (platform === 'win32')
    return within(
      [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']],
      ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe'],
    );
  return within(
    [
      '/usr/bin',
      '/usr/local/bin',
      '/usr/lib/chromium',
      '/usr/lib64/chromium-browser',
      '/opt/google/chrome',
      '/snap/bin',
    ],
    commands,
  );
}

/** Files that may be a browser of this system: those that PATH knows first. */
export function usualPlaces(platform: NodeJS.Platform, env: Environment): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = platform === 'win32' ? '.exe' : '';
  const onPath = commands.flatMap((command) => within(folders, [command + suffix]));
  return [...onPath, ...foldersOf(platform, env)];
}

/**
 * Package managers, each with its commands in order. A face with Arabic letters comes along, for what
 * stands on a page before the site's own faces have come.
 */
export const installers: Record<string, string[][]> = {
  'apt-get': [
    ['apt-get', 'update'],
    [
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
    ],
  ],
  dnf: [['dnf', 'install', '-y', 'chromium', 'dejavu-sans-fonts']],
  apk: [['apk', 'add', '--no-cache', 'chromium', 'font-dejavu']],
  pacman: [['pacman', '-Sy', '--noconfirm', '--needed', 'chromium', 'ttf-dejavu']],
};
