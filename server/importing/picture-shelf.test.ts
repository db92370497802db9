import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSource } from './import-source.ts';
import { openPictures } from './picture-shelf.ts';

/** What is said of a text that does not name its language. */
const guessed = 'language taken for ar by its letters';

let root = '';
let folder = '';
let dataDir = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'riwaq-pictures-'));
  folder = join(root, 'articles');
  dataDir = join(root, 'data');
  await mkdir(folder);
  await mkdir(dataDir);
});
afterEach(async () => {
  await chmod(dataDir, 0o755);
  await rm(root, { recursive: true });
});

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5a57' } });
const lay = (name: string, bytes: Uint8Array | string) => writeFile(join(folder, name), bytes);
const take = (path: string) => openPictures({ folder, dataDir })(path);
const kept = async () =>
  (await readdir(join(dataDir, 'pictures')).catch(() => [])).toSorted((one, other) => (one < other ? -1 : 1));

describe('a picture beside the file', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'is taken as %s, whatever it is called',
    async (format) => {
      await lay('a.bin', await drawn(200, 100).toFormat(format).toBuffer());
      const picture = await take('a.bin');
      expect(picture).toMatchObject({ ok: true, width: 200, height: 100 });
      const [name = ''] = await kept();
      expect(picture).toMatchObject({ src: `/pictures/${name}` });
      expect(await sharp(join(dataDir, 'pictures', name)).metadata()).toMatchObject({
        format: 'webp',
        width: 200,
        height: 100,
      });
    },
  );

  test('is kept in three widths, none larger than it is', async () => {
    await lay('a.png', await drawn(3_000, 1_001).png().toBuffer());
    const picture = await take('a.png');
    expect(picture).toMatchObject({ ok: true, width: 1_600, height: 534 });
    const names = await kept();
    expect(names.map((name) => name.replace(/^[0-9a-f]{32}/, ''))).toEqual([
      '-1600.webp',
      '-480.webp',
      '-960.webp',
    ]);
    await lay('b.png', await drawn(700, 10).png().toBuffer());
    expect(await take('b.png')).toMatchObject({ width: 700, height: 10 });
    expect((await kept()).length).toBe(5);
  });

  test('stands upright, and says nothing of the camera', async () => {
    const bytes = await drawn(40, 20)
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'x' } } })
      .jpeg()
      .toBuffer();
    await lay('a.jpg', bytes);
    expect(await take('a.jpg')).toMatchObject({ width: 20, height: 40 });
    const [name = ''] = await kept();
    const { exif, orientation } = await sharp(join(dataDir, 'pictures', name)).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  test('is found again, not made again, and known by what it holds', async () => {
    await lay('a.png', await drawn(20, 20).png().toBuffer());
    const first = await take('a.png');
    const [name = ''] = await kept();
    const before = await stat(join(dataDir, 'pictures', name));
    await rename(join(folder, 'a.png'), join(folder, 'b.png'));
    expect(await take('b.png')).toEqual(first);
    expect((await stat(join(dataDir, 'pictures', name))).ino).toBe(before.ino);
  });

  test.each([
    ['in a folder of its own', 'pictures/a.png', 'pictures/a.png'],
    ['by an address', 'صورة أولى.png', '%D8%B5%D9%88%D8%B1%D8%A9%20%D8%A3%D9%88%D9%84%D9%89.png?x=1#y'],
    ['in letters taken apart', 'آ.png'.normalize('NFD'), 'آ.png'],
    ['with a sign of percent', '100%.png', '100%.png'],
    ['roundabout', 'a.png', './pictures/../a.png'],
  ])('is found %s', async (_, name, path) => {
    await mkdir(join(folder, 'pictures'));
    await lay(name, await drawn(9, 9).png().toBuffer());
    expect(await take(path)).toMatchObject({ ok: true });
  });
});

describe('is not taken', () => {
  test('where it is a ribbon: a page would be that long', async () => {
    await lay('a.png', await drawn(1, 16_000).png().toBuffer());
    expect(await take('a.png')).toEqual({
      ok: false,
      why: 'it is more than 4 times as high as it is wide (1 × 16000)',
    });
    await lay('b.png', await drawn(10, 40).png().toBuffer());
    expect(await take('b.png')).toMatchObject({ ok: true });
    await lay('c.png', await drawn(160, 10).png().toBuffer());
    expect(await take('c.png')).toMatchObject({ ok: true });
    expect((await kept()).length).toBe(2);
  });

  test.each([
    ['../outside.png', 'only pictures inside the folder of the file are taken'],
    ['%2e%2e/outside.png', 'only pictures inside the folder of the file are taken'],
    ['../gone.png', 'only pictures inside the folder of the file are taken'],
    ['pictures/../../outside.png', 'only pictures inside the folder of the file are taken'],
    ['/etc/passwd', 'only pictures inside the folder of the file are taken'],
    ['file:///etc/passwd', 'only pictures inside the folder of the file are taken'],
    ['c:\\a.png', 'only pictures inside the folder of the file are taken'],
    ['link.png', 'only pictures inside the folder of the file are taken'],
    ['linked/outside.png', 'only pictures inside the folder of the file are taken'],
    ['a\0.png', 'only pictures inside the folder of the file are taken'],
    ['', 'only pictures inside the folder of the file are taken'],
    ['gone.png', 'it is not there'],
    ['folder', 'it is no file'],
    ['text.png', 'it is none of JPEG, PNG, WebP, AVIF, GIF'],
    ['drawing.svg', 'it is none of JPEG, PNG, WebP, AVIF, GIF'],
    ['cut.png', 'it is damaged, or no picture'],
    ['false.png', 'it is damaged, or no picture'],
    ['bomb.png', 'it has more than 100 million pixels'],
    ['large.png', 'it is larger than 20 MiB'],
    [`${'a'.repeat(300)}.png`, 'it is no file'],
  ])('%j: %s', async (path, why) => {
    const whole = await drawn(50, 50).png().toBuffer();
    await writeFile(join(root, 'outside.png'), whole);
    await symlink('../outside.png', join(folder, 'link.png'));
    await symlink('..', join(folder, 'linked'));
    await mkdir(join(folder, 'folder'));
    await lay('text.png', 'نص');
    await lay('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await lay('cut.png', whole.subarray(0, 60));
    await lay('false.png', Buffer.concat([whole.subarray(0, 8), Buffer.alloc(100)]));
    await lay('large.png', Buffer.concat([whole, Buffer.alloc(20 * 1024 * 1024)]));
    const bomb = Buffer.from(whole);
    // Sizes stand in the header; the sum over them is mended, as an attacker would.
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    bomb.writeUInt32BE((await import('node:zlib')).crc32(bomb.subarray(12, 29)), 29);
    await lay('bomb.png', bomb);
    expect(await take(path)).toEqual({ ok: false, why });
    expect(await kept()).toEqual([]);
  });
});

describe('an article with pictures', () => {
  const importText = (text: string, name = 'a.md') =>
    importSource({ name, bytes: Buffer.from(text), now: 7, takePicture: openPictures({ folder, dataDir }) });

  test('has them in place; what cannot be kept is left out and said', async () => {
    await lay('a.png', await drawn(600, 300).png().toBuffer());
    const text =
      '---\nimage: {src: a.png, alt: رفّ, credit: فلان}\n---\n# عنوان\n\nنص\n\n![رفّ](a.png "تسمية")\n\n![x](ب.png)\n\n- ![y](a.png)\n- ![z](ب.png)\n';
    const imported = await importText(text);
    const src = `/pictures/${(await kept())[1]}`;
    expect(src).toMatch(/-600\.webp$/);
    const figure = { type: 'figure', src, width: 600, height: 300 };
    expect(imported).toMatchObject({
      ok: true,
      draft: {
        image: { src, width: 600, height: 300, alt: 'رفّ', credit: 'فلان' },
        body: [
          { type: 'paragraph' },
          { ...figure, alt: 'رفّ', caption: 'تسمية' },
          { type: 'list', items: [[{ ...figure, alt: 'y' }]] },
        ],
      },
      notes: ['left out the picture ب.png: it is not there', guessed],
    });
    expect(await importText(text)).toEqual(imported);
    expect(await importText('<h1>ع</h1><p>نص<img src=a.png alt="">', 'a.html')).toMatchObject({
      draft: { body: [{ type: 'paragraph' }, { ...figure, alt: '' }] },
    });
  });

  test('comes in without the picture that its front matter names', async () => {
    const imported = await importText('---\nimage: gone.png\n---\n# عنوان\n\nنص');
    expect(imported).toMatchObject({
      ok: true,
      notes: ['image: left out the picture gone.png: it is not there', guessed],
    });
    expect(imported.ok && imported.draft).not.toHaveProperty('image');
    expect(await importText('---\nimage: https://a.org/b.png\n---\n# عنوان\n\nنص')).toMatchObject({
      notes: [
        'image: left out the picture https://a.org/b.png: only pictures inside the folder of the file are taken',
        guessed,
      ],
    });
  });

  test('standard input has no folder', async () => {
    expect(
      await importSource({ name: undefined, bytes: Buffer.from('# عنوان\n\nنص\n\n![x](a.png)'), now: 7 }),
    ).toMatchObject({
      draft: { body: [{ type: 'paragraph' }] },
      notes: ['left out the picture a.png: standard input has no folder to find it in', guessed],
    });
  });

  test('without a word of text is refused', async () => {
    expect(await importText('# عنوان\n\n![x](gone.png)')).toEqual({
      ok: false,
      why: 'nothing but pictures that cannot be kept after the title',
    });
  });

  test('more than a hundred pictures are too many', async () => {
    await lay('a.png', await drawn(9, 9).png().toBuffer());
    const imported = await importText(
      `# عنوان\n\nنص\n\n${Array.from({ length: 101 }, (_, at) => `![x](a.png?${at})`).join('\n\n')}`,
    );
    expect(imported.ok && imported.draft.body.length).toBe(101);
    expect(imported).toMatchObject({
      notes: ['left out the picture a.png?100: an article holds at most 100 pictures', guessed],
    });
  });

  test('is refused where none can be kept', async () => {
    await lay('a.png', await drawn(9, 9).png().toBuffer());
    await writeFile(join(dataDir, 'pictures'), 'in the way');
    expect(await importText('# عنوان\n\nنص\n\n![x](a.png)')).toEqual({
      ok: false,
      why: `the folder of pictures ${join(dataDir, 'pictures')} cannot be written (EEXIST)`,
    });
    expect(await readFile(join(dataDir, 'pictures'), 'utf8')).toBe('in the way');
  });
});
