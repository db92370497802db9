/** What a file may be called, and how long it may grow. */

const drawers = new Set(['utils', 'util', 'misc', 'helpers', 'helper', 'common', 'types', 'shared', 'stuff']);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const sides = new Set(['left', 'right']);

/** Files whose name a tool decides. */
const named = /(^|\/)(tsconfig\.json|README\.md|README\.ar\.md)$/;

/** What is wrong with the name at `path`; empty where nothing is. */
export function nameFaults(path: string): string[] {
  if (named.test(path)) return [];
  const [file = '', ...folders] = path.split('/').toReversed();
  const [stem = ''] = file.split('.');
  const faults: string[] = [];
  for (const part of [stem, ...folders]) {
    if (!kebab.test(part)) faults.push(`${path}: "${part}" is not kebab-case`);
    if (drawers.has(part)) faults.push(`${path}: "${part}" is a drawer; name it for what it does`);
    if (part.split('-').some((word) => sides.has(word))) faults.push(`${path}: "${part}" names a side`);
  }
  if (stem === 'index' && !/^src\/features\/[^/]+\/index\.ts$/.test(path))
    faults.push(`${path}: index.ts is a feature's door and stands nowhere else`);
  if (
    /\.tsx?$/.test(file) &&
    /\.spec\./.test(file) !== path.startsWith('e2e/') &&
    /\.(spec|test)\./.test(file)
  )
    faults.push(`${path}: .spec.ts is for browser journeys in e2e, .test.ts for tests beside the code`);
  return faults;
}

export const longestFile = 300;
export const comfortableFile = 150;

/** Lines as an editor counts them; the last line's end opens no new one. */
export const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
