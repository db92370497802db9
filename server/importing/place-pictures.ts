import type { Block, Image } from '#contract/article';

/** The folder inside DATA_DIR, and the first part of a picture's address. */
export const pictureFolder = 'pictures';

/** A picture that is kept, or why it is not, in words that go after a colon. */
export type PlacedPicture =
  | ({ ok: true } & Pick<Image, 'src' | 'width' | 'height'>)
  | { ok: false; why: string };

/** Takes the picture at a path as the file writes it. Throws ShelfError where none can be kept. */
export type TakePicture = (path: string) => Promise<PlacedPicture>;

/** Pictures of one article. */
const maxPictures = 100;

/** Blocks with their pictures in place, in their order; those that cannot be kept are left out with a note. */
export async function placePictures(
  blocks: readonly Block[],
  take: TakePicture,
): Promise<{ body: Block[]; notes: string[] }> {
  const placed = new Map<string, PlacedPicture>();
  const notes: string[] = [];
  for (const { src } of figuresIn(blocks)) {
    if (placed.has(src)) continue;
    const picture: PlacedPicture =
      placed.size < maxPictures
        ? await take(src)
        : { ok: false, why: `an article holds at most ${maxPictures} pictures` };
    placed.set(src, picture);
    if (!picture.ok) notes.push(pictureNote(src, picture.why));
  }
  return { body: withPictures(blocks, (src) => placed.get(src)), notes };
}

/** What is said of a picture that was left out. */
export const pictureNote = (src: string, why: string): string =>
  `left out the picture ${readable(src).slice(0, 100).toWellFormed()}: ${why}`;

/** Markdown writes the letters of a name as an address does. */
function readable(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** Blocks without a figure. */
export const withoutPictures = (blocks: readonly Block[]): Block[] => withPictures(blocks, () => undefined);

function withPictures(
  blocks: readonly Block[],
  pictureOf: (src: string) => PlacedPicture | undefined,
): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'list') {
      const items = block.items
        .map((item) => withPictures(item, pictureOf))
        .filter((item) => item.length > 0);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    if (block.type !== 'figure') return [block];
    const picture = pictureOf(block.src);
    if (picture?.ok !== true) return [];
    const { src, width, height } = picture;
    return [{ ...block, src, width, height }];
  });
}

function figuresIn(blocks: readonly Block[]): Extract<Block, { type: 'figure' }>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap(figuresIn);
    return block.type === 'figure' ? [block] : [];
  });
}
