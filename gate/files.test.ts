import { describe, expect, it } from 'vitest';
import { comfortableFile, lineCount, longestFile, nameFaults } from './file-rules.ts';
import { codeFiles, filesOf, read, rooms } from './tree.ts';

describe('file names', () => {
  it('are kebab-case, name their thought, and no drawer stands open', () => {
    const paths = filesOf(`{${rooms.join(',')}}/**/*.*`).filter((path) => !/\/(fixtures|demo)\//.test(path));
    expect(paths.flatMap(nameFaults)).toEqual([]);
    expect(paths.length).toBeGreaterThan(0);
  });

  it.each([
    'src/ui/BidiText.tsx',
    'src/features/comments/comment_queries.ts',
    'server/http/utils.ts',
    'src/helpers/dates.ts',
    'contract/types.ts',
    'src/ui/index.ts',
    'src/features/comments/parts/index.ts',
    'src/ui/panel-right.tsx',
    'server/http/articles.spec.ts',
    'e2e/reading.test.ts',
  ])('refuses %s', (path) => {
    expect(nameFaults(path)).not.toEqual([]);
  });

  it.each([
    'src/features/comments/index.ts',
    'src/ui/button.module.css',
    'src/i18n/locales/ar/reader-settings.json',
    'server/storage/migrations/0001-first.ts',
    'e2e/reading.spec.ts',
    'e2e/playwright.config.ts',
    'contract/tsconfig.json',
  ])('takes %s', (path) => {
    expect(nameFaults(path)).toEqual([]);
  });
});

describe('file lengths', () => {
  const lengths = codeFiles().map((path) => ({ path, lines: lineCount(read(path)) }));

  it(`stay within ${longestFile} lines`, () => {
    expect(lengths.filter(({ lines }) => lines > longestFile)).toEqual([]);
    const growing = lengths.filter(({ lines }) => lines > comfortableFile);
    // Seen with `npm test -- --verbose` only; nobody has to act on it.
    if (process.env['GATE_VERBOSE'] === '1')
      process.stdout.write(
        growing.map(({ path, lines }) => `past ${comfortableFile}: ${path} ${lines}\n`).join(''),
      );
  });

  it('counts lines as an editor does', () => {
    expect(lineCount('a\nb\n')).toBe(2);
    expect(lineCount('a\nb')).toBe(2);
    expect(lineCount('x\n'.repeat(longestFile))).toBe(longestFile);
  });
});
