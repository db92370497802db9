import { describe, expect, it } from 'vitest';
import { codeFiles, filesOf, read } from './tree.ts';

/** Where the linters are told to look away, and whether the line says why. */
const silences = (source: string): string[] =>
  source.split('\n').filter((line) => /(?:oxlint|eslint|stylelint)-disable|@ts-expect-error/.test(line));
const isExplained = (line: string): boolean => /(?:-disable\S*\s+\S.*|@ts-expect-error)\s+-- \S/.test(line);

describe('settings', () => {
  it('know error and off, never warn', () => {
    const settings = filesOf('gate/*.json', 'gate/floors.ts');
    expect(settings.filter((path) => /['"]warn(ing)?['"]/.test(read(path)))).toEqual([]);
  });

  it('pin every package to one version', () => {
    const manifest = read('package.json');
    const versions = [...manifest.matchAll(/"(?:@[\w.-]+\/)?[\w.-]+": "([\^~<>=*]|latest|next|x\b)[^"]*"/g)];
    expect(versions.map(([line]) => line).filter((line) => !/"(node|npm)": /.test(line))).toEqual([]);
  });

  it('keep one way to name a door: package.json#imports, no alias elsewhere', () => {
    const settings = filesOf('tsconfig*.json', '*/tsconfig*.json', 'vite.config.ts', 'gate/vitest.config.ts');
    expect(settings.filter((path) => /"(paths|baseUrl)"\s*:|\balias\b\s*:/.test(read(path)))).toEqual([]);
  });
});

describe('a silenced rule', () => {
  it('says why, after two hyphens, for one line', () => {
    const lines = codeFiles()
      .filter((path) => !path.startsWith('gate/'))
      .flatMap((path) => silences(read(path)).map((line) => ({ path, line: line.trim() })));
    expect(lines.filter(({ line }) => !isExplained(line))).toEqual([]);
  });

  it.each([
    ['// oxlint-disable-next-line no-control-regex -- control characters are what it looks for', true],
    ['// oxlint-disable-next-line no-control-regex', false],
    ['/* oxlint-disable */', false],
    ['// @ts-expect-error', false],
  ])('%s', (line, explained) => {
    expect(silences(line)).toHaveLength(1);
    expect(isExplained(line)).toBe(explained);
  });
});
