/** «To change something» in docs/architecture.md: its examples name the files there are, and keep to their marks. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '#contract/languages';
import { filesOf, read } from './tree.ts';

const marks = { field: 6, call: 4, packages: 20 };

const isTest = (path: string) =>
  /[.](test|spec)[.]|\/(conformance|api-contract|fixtures)([.]ts$|\/)/.test(path);
const sources = filesOf('{contract,server,src}/**/*.{ts,tsx}').filter((path) => !isTest(path));

/** Source without its comments, which may speak of anything. */
const codeOf = (path: string) =>
  read(path)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(?<![:'"`])\/\/.*/g, '');

/** Files whose code holds `pattern`. */
const mentioning = (pattern: RegExp, paths: readonly string[] = sources): string[] =>
  paths.filter((path) => pattern.test(codeOf(path)));

/** The files that a recipe names, as its list items do: `- `path`: why`. */
function filesNamed(recipe: string): string[] {
  const chapter =
    read('docs/architecture.md')
      .split(`\n### ${recipe}`)[1]
      ?.split(/\n##+ /)[0] ?? '';
  return [...chapter.matchAll(/^- `([^`]+)`/gm)].map(([, path = '']) => path).toSorted();
}

describe('a new field on a comment', () => {
  const files = filesNamed('A field on a comment');

  it(`takes at most ${marks.field} files of code`, () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThanOrEqual(marks.field);
  });

  it('stands where editedAt does, beside the list of migrations', () => {
    const listOfMigrations = 'server/storage/migrations/migrations.ts';
    // What an edit writes is no part of showing it.
    const shown = sources.filter((path) => path !== 'server/storage/comment-editing.ts');
    expect([...mentioning(/\bedited(At)?\b/, shown), listOfMigrations].toSorted()).toEqual(files);
  });
});

describe('a new call', () => {
  const inStorage = (path: string) => path.startsWith('server/storage/');
  const files = filesNamed('A call');
  const wire = files.filter((path) => !inStorage(path));

  it(`takes at most ${marks.call} files from the wire to the query`, () => {
    expect(wire.length).toBeGreaterThan(0);
    expect(wire.length).toBeLessThanOrEqual(marks.call);
  });

  it('stands where GET /api/comments/:id does', () => {
    const outside = sources.filter((path) => !inStorage(path));
    expect(mentioning(/'GET \/api\/comments\/:id'|\bLocatedComment\b/, outside)).toEqual(wire);
  });

  it('asks the storage as getComment does', () => {
    expect(mentioning(/\bgetComment\b/, sources.filter(inStorage))).toEqual(files.filter(inStorage));
  });
});

describe('a new language', () => {
  const table = 'contract/languages.ts';

  it('is one line', () => {
    for (const code of languageCodes) {
      expect(codeOf(table).match(new RegExp(`^  ${code}: \\{.*\\},$`, 'gm'))).toHaveLength(1);
    }
  });

  it('is one folder', () => {
    const folders = filesOf('src/i18n/locales/*/*').map((path) => path.split('/')[3] ?? '');
    expect([...new Set(folders)].toSorted()).toEqual(languageCodes.toSorted());
  });

  it('is named nowhere else, the one apart from which the types of the words are taken', () => {
    const others = languageCodes.filter((code) => code !== 'ar').join('|');
    expect(mentioning(new RegExp(`\\b(${others}): ?\\{|locales/(${others})/`))).toEqual([table]);
  });
});

describe('packages at run time', () => {
  const Manifest = v.object({ dependencies: v.record(v.string(), v.string()) });
  const { dependencies } = v.parse(Manifest, JSON.parse(read('package.json')));
  const count = Object.keys(dependencies).length;

  it(`are at most ${marks.packages}`, () => {
    expect(count).toBeLessThanOrEqual(marks.packages);
  });

  it('are as many as both READMEs say', () => {
    expect(read('README.md')).toContain(` ${count} packages`);
    expect(read('README.ar.md')).toContain(`و${count} حزمة`);
  });
});
