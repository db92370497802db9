import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { limits } from '#contract/limits';
import { runImport } from './cli-import.ts';
import type { ArticleDraft } from './domain/article-draft.ts';
import { openPictures } from './importing/picture-shelf.ts';
import { readSource } from './importing/read-source.ts';
import { type SaveOutcome, StorageError } from './storage/port.ts';
import { openSqlite } from './storage/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'riwaq-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Answers as asked; what a real database does with a draft is tested in storage. */
function site(answer: (draft: ArticleDraft) => SaveOutcome, stdin = '') {
  const lines: string[] = [];
  const drafts: ArticleDraft[] = [];
  return {
    lines,
    drafts,
    storage: {
      saveArticle: async (draft: ArticleDraft) => {
        drafts.push(draft);
        return answer(draft);
      },
    },
    readFile: (path: string) => createReadStream(path),
    stdin: Readable.from([Buffer.from(stdin)]),
    write: (line: string) => void lines.push(line),
    now: () => 7,
    readSource,
    openPictures: (beside: string) => openPictures({ folder: beside, dataDir: join(folder, 'data') }),
    timeZone: 'Asia/Beirut',
  };
}
/** What is said of a text that does not name its language. */
const guessed = 'language taken for ar by its letters';
const added = ({ slug }: ArticleDraft): SaveOutcome => ({ outcome: 'added', slug });

describe('runImport', () => {
  test('without files it says how', async () => {
    const it = site(added);
    expect(await runImport([], it)).toBe(1);
    expect(it.lines).toEqual(['usage: npm run import -- FILE… (- reads standard input)']);
  });

  test('one line for each article, notes behind it', async () => {
    const paths = [file('a.txt', 'عنوان أول\nنص\nإضافة تعليق جديد'), file('b.txt', 'عنوان ثان\nنص')];
    const it = site(added);
    expect(await runImport(paths, it)).toBe(0);
    expect(it.lines).toEqual([
      `added عنوان-أول (${paths[0]}) — left out the comment heading «إضافة تعليق جديد»; ${guessed}`,
      `added عنوان-ثان (${paths[1]}) — ${guessed}`,
    ]);
    expect(it.drafts.map(({ source, now }) => [source, now])).toEqual([
      ['a.txt', 7],
      ['b.txt', 7],
    ]);
  });

  test('the storage decides between added, updated and unchanged, and on the slug', async () => {
    const it = site(({ source }) => ({
      outcome: source === 'a.txt' ? 'updated' : 'unchanged',
      slug: 'أول-عنوان',
    }));
    const paths = [file('a.txt', 'عنوان\nنص'), file('b.txt', 'عنوان\nنص')];
    expect(await runImport(paths, it)).toBe(0);
    expect(it.lines).toEqual([
      `updated أول-عنوان (${paths[0]}) — ${guessed}`,
      `unchanged أول-عنوان (${paths[1]}) — ${guessed}`,
    ]);
  });

  test('what is refused keeps nothing else out', async () => {
    const taken = file('taken.txt', 'عنوان محجوز\nنص');
    const good = file('good.txt', 'عنوان\nنص');
    const bad = {
      missing: join(folder, 'missing.txt'),
      below: join(good, 'x.txt'),
      empty: file('empty.txt', ''),
      binary: file('binary.txt', Uint8Array.of(0x61, 0, 1, 2)),
      encoding: file('encoding.txt', Uint8Array.of(0x61, 0xff)),
      large: file('large.txt', new Uint8Array(limits.importFile + 1).fill(0x61)),
      titleless: file('titleless.txt', '\n \n'),
    };
    const it = site((draft) =>
      draft.source === 'taken.txt' ? { outcome: 'slug_taken', slug: draft.slug } : added(draft),
    );
    const { missing, below, empty, binary, encoding, large, titleless } = bad;
    expect(
      await runImport([missing, folder, below, empty, binary, encoding, large, titleless, taken, good], it),
    ).toBe(1);
    expect(it.lines).toEqual([
      `refused: no such file (${missing})`,
      `refused: a folder, not a file (${folder})`,
      `refused: no such file (${below})`,
      `refused: the file is empty (${empty})`,
      `refused: a binary file, not a text (NUL at byte 1, counted from 0) (${binary})`,
      `refused: invalid UTF-8 at byte 1, counted from 0 (FF) (${encoding})`,
      `refused: larger than 5 MiB (${large})`,
      `refused: no text in it (${titleless})`,
      `refused: another file holds the address عنوان-محجوز (${taken})`,
      `added عنوان (${good}) — ${guessed}`,
    ]);
  });

  test('unreadable', async () => {
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const strange = Object.assign(new Error('EIO'), { code: 'EIO' });
    const it = site(added);
    const readFile = (path: string) => {
      throw path === 'denied' ? denied : strange;
    };
    expect(await runImport(['denied', 'strange'], { ...it, readFile })).toBe(1);
    expect(it.lines).toEqual([
      'refused: the file may not be read (denied)',
      'refused: the file cannot be read (EIO) (strange)',
    ]);
  });

  test('standard input, known by its slug', async () => {
    const it = site(added, 'عنوان من المدخل\nنص');
    expect(await runImport(['-'], it)).toBe(0);
    expect(it.lines).toEqual([`added عنوان-من-المدخل (standard input) — ${guessed}`]);
    expect(it.drafts).toMatchObject([{ source: '-/عنوان-من-المدخل' }]);
  });

  test('an endless input is let go at the limit', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield new Uint8Array(1024 * 1024).fill(0x61);
      }
    }
    const it = site(added);
    expect(await runImport(['-'], { ...it, stdin: endless() })).toBe(1);
    expect(it.lines).toEqual(['refused: larger than 5 MiB (standard input)']);
    expect(given).toBe(6);
  });

  test('two files of one name: the later one wins, and it is said', async () => {
    const it = site(added);
    const path = file('same.txt', 'عنوان\nنص');
    await runImport([path, `${folder}/./same.txt`], it);
    expect(it.lines[1]).toBe(
      `added عنوان (${folder}/./same.txt) — ${guessed}; took the place of an earlier file of the same name`,
    );
  });

  test('a database that fails ends the run, with a line for each file that it keeps out', async () => {
    const paths = [
      file('a.txt', 'عنوان\nنص'),
      file('b.txt', 'عنوان ثان\nنص'),
      file('c.txt', 'عنوان ثالث\nنص'),
    ];
    const it = site((draft) => {
      if (draft.source === 'a.txt') return added(draft);
      throw new StorageError('full');
    });
    expect(await runImport([...paths, '-'], it)).toBe(1);
    expect(it.lines).toEqual([
      `added عنوان (${paths[0]}) — ${guessed}`,
      `refused: the disk of the database is full (${paths[1]})`,
      `refused: the disk of the database is full (${paths[2]})`,
      'refused: the disk of the database is full (standard input)',
    ]);
  });

  test('a name cannot write on the terminal', async () => {
    const it = site(added);
    const name = 'a\nadded b\u001b[2J\u202e.txt';
    await runImport([name], it);
    expect(it.lines).toEqual(['refused: no such file (a\\u000aadded b\\u001b[2J\\u202e.txt)']);
  });

  test('the streams of Node fit as they are', () => {
    const fits: Parameters<typeof runImport>[1] = {
      ...site(added),
      readFile: createReadStream,
      stdin: process.stdin,
    };
    expect(fits.stdin).toBe(process.stdin);
  });
});

describe('runImport of markup', () => {
  test('one line for each, with what was left out or is waited for', async () => {
    const it = site(added);
    const paths = [
      file('a.md', '---\ntitle: عنوان\npublished: 1970-01-02\nslug: first\n---\nنص\n\n![x](../out.png)\n'),
      file('b.html', '<title>Second</title><p>Some text.<script>x</script>'),
      file('c.md', '---\ntitle: ثالث\nlang: arabic\n---\nنص'),
      file('d.md', 'نص بلا عنوان'),
      file('e.html', '<div>'.repeat(1_000)),
    ];
    expect(await runImport(paths, it)).toBe(1);
    expect(it.lines).toEqual([
      `added first (${paths[0]}) — left out the picture ../out.png: only pictures inside the folder of the file are taken; ${guessed}; waits until 1970-01-01T22:00:00.000Z`,
      `added second (${paths[1]}) — language taken for en by its letters`,
      `refused: front matter: lang is «arabic»; allowed: a language tag (BCP 47), as ar, ar-LB or en (${paths[2]})`,
      `refused: no title in it; allowed: «title:» in its front matter or a first heading (#) (${paths[3]})`,
      `refused: nested too deeply (${paths[4]})`,
    ]);
  });

  test('standard input is taken for what it looks like', async () => {
    for (const [input, title] of [
      ['---\ntitle: أول\n---\n**نص**', 'أول'],
      ['# ثان\n\n**نص**', 'ثان'],
      ['<!doctype html><h1>ثالث</h1><p><b>نص</b>', 'ثالث'],
    ] as const) {
      const it = site(added, input);
      expect(await runImport(['-'], it)).toBe(0);
      expect(it.drafts).toMatchObject([{ title, body: [{ children: [{ text: 'نص', strong: true }] }] }]);
    }
  });
});

describe('runImport into the embedded database', () => {
  test('adds, keeps, updates under the first slug, refuses a taken one', async () => {
    const storage = await openSqlite({ dataDir: join(folder, 'data') });
    try {
      const fixture = fileURLToPath(new URL('importing/fixtures/booksellers-market.txt', import.meta.url));
      const slug = 'سوق-الوراقين-حين-كانت-بغداد-تقرأ-حتى-الصباح';
      const run = async (args: string[], stdin = '') => {
        const it = { ...site(added, stdin), storage };
        const code = await runImport(args, it);
        return [code, ...it.lines.map((line) => line.replace(/ — .*| \(\/.*/, ''))];
      };
      expect(await run([fixture])).toEqual([0, `added ${slug}`]);
      expect(await run([fixture])).toEqual([0, `unchanged ${slug}`]);
      expect(await storage.getArticle(slug, 7)).toMatchObject({
        title: 'سوق الورّاقين: حين كانت بغداد تقرأ حتى الصباح',
        credit: 'دفتر',
        creditLine: '(«دفتر»)',
        body: Array.from({ length: 6 }, () => ({ type: 'paragraph' })),
      });

      const path = file('moving.txt', 'عنوان قديم\nنص');
      expect(await run([path])).toEqual([0, 'added عنوان-قديم']);
      file('moving.txt', 'عنوان جديد\nنص');
      expect(await run([path])).toEqual([0, 'updated عنوان-قديم']);
      expect(await storage.getArticle('عنوان-قديم', 7)).toMatchObject({ title: 'عنوان جديد' });

      await storage.withdrawArticle('عنوان-قديم');
      file('moving.txt', 'عنوان أجدّ\nنص');
      const lines: string[] = [];
      await runImport([path, path], { ...site(added), storage, write: (line) => void lines.push(line) });
      expect(lines).toEqual([
        `updated عنوان-قديم (${path}) — ${guessed}; still withdrawn`,
        `unchanged عنوان-قديم (${path}) — ${guessed}; still withdrawn; took the place of an earlier file of the same name`,
      ]);
      await storage.restoreArticle('عنوان-قديم');

      const rival = file('rival.txt', 'عنوان قديم\nنص آخر');
      expect(await run([rival])).toEqual([1, 'refused: another file holds the address عنوان-قديم']);
      expect(await run(['-'], 'من المدخل\nنص')).toEqual([0, 'added من-المدخل (standard input)']);
      expect(await run(['-'], 'من المدخل\nنص آخر')).toEqual([0, 'updated من-المدخل (standard input)']);
      expect((await storage.listArticles({ now: 7, limit: 20 })).items).toHaveLength(3);

      // A file may be called what another article's address is: it is not that article.
      expect(await run([file('beta', 'Alpha\n\ntext')])).toEqual([0, 'added alpha']);
      expect(await run(['-'], 'Beta\n\nother words')).toEqual([0, 'added beta (standard input)']);
      expect(await run(['-'], 'Alpha\n\nother words')).toEqual([
        1,
        'refused: another file holds the address alpha (standard input)',
      ]);
    } finally {
      await storage.close();
    }
  });
});
