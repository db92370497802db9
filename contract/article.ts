import * as v from 'valibot';

/** BCP 47, checked for its shape. */
export const Lang = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
export const Dir = v.picklist(['rtl', 'ltr']);
const Time = v.pipe(v.string(), v.isoTimestamp());

/** A piece of text inside a block, with at most one link, in a language of its own where it has one. */
export const Run = v.object({
  text: v.string(),
  strong: v.optional(v.literal(true)),
  em: v.optional(v.literal(true)),
  code: v.optional(v.literal(true)),
  /** http(s), mailto or a path of this site; the importer lets nothing else through. */
  href: v.optional(v.string()),
  lang: v.optional(Lang),
  dir: v.optional(Dir),
});
export type Run = v.InferOutput<typeof Run>;

/**
 * A picture; `width` and `height` in CSS pixels, so that its place is kept before it comes. An imported
 * one is `/pictures/{hash}-{width}.webp`; of `limits.pictureWidths` those below `width` stand beside it.
 */
export const Image = v.object({
  src: v.string(),
  width: v.number(),
  height: v.number(),
  alt: v.string(),
  caption: v.optional(v.string()),
  credit: v.optional(v.string()),
});
export type Image = v.InferOutput<typeof Image>;

const children = v.array(Run);

export interface List {
  type: 'list';
  ordered: boolean;
  items: Block[][];
}

/** What a body is made of; see the type. */
export const Block: v.GenericSchema<Block> = v.variant('type', [
  v.object({ type: v.literal('paragraph'), children }),
  v.object({ type: v.literal('heading'), level: v.picklist([2, 3, 4]), children }),
  v.object({ type: v.literal('quote'), children, cite: v.optional(v.string()) }),
  v.object({
    type: v.literal('list'),
    ordered: v.boolean(),
    items: v.array(v.array(v.lazy((): v.GenericSchema<Block> => Block))),
  }),
  v.object({ type: v.literal('figure'), ...Image.entries }),
  /** Each line is one or two hemistichs (صدر وعجز). */
  v.object({
    type: v.literal('verse'),
    lines: v.array(v.union([v.strictTuple([children]), v.strictTuple([children, children])])),
  }),
  v.object({ type: v.literal('code'), text: v.string(), language: v.optional(v.string()) }),
  v.object({ type: v.literal('separator') }),
  v.object({ type: v.literal('table'), head: v.array(children), rows: v.array(v.array(children)) }),
  /** Something that lives elsewhere; shown as a link to it, never as a frame. */
  v.object({ type: v.literal('embed'), href: v.string(), title: v.string() }),
]);
/** One block of an article's body: a closed union on `type`. */
export type Block =
  | { type: 'paragraph'; children: Run[] }
  | { type: 'heading'; level: 2 | 3 | 4; children: Run[] }
  | { type: 'quote'; children: Run[]; cite?: string | undefined }
  | List
  | ({ type: 'figure' } & Image)
  | { type: 'verse'; lines: ([Run[]] | [Run[], Run[]])[] }
  | { type: 'code'; text: string; language?: string | undefined }
  | { type: 'separator' }
  | { type: 'table'; head: Run[][]; rows: Run[][][] }
  | { type: 'embed'; href: string; title: string };

const commentsStates = ['open', 'closed', 'hidden'] as const;

const summary = {
  id: v.string(),
  /** NFC, Arabic letters allowed; percent-encode it in an address. */
  slug: v.string(),
  title: v.string(),
  kicker: v.optional(v.string()),
  /** The standfirst. */
  summary: v.optional(v.string()),
  /** Of the article itself, whatever the interface speaks. */
  lang: Lang,
  dir: Dir,
  section: v.optional(v.object({ slug: v.string(), name: v.string() })),
  authors: v.array(v.object({ name: v.string() })),
  dateline: v.optional(v.string()),
  /** The agency's bare name, as `فارس`. */
  credit: v.optional(v.string()),
  image: v.optional(Image),
  publishedAt: Time,
  updatedAt: Time,
  /** Whole minutes, at least 1. */
  readingMinutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  comments: v.object({
    state: v.picklist(commentsStates),
    /** Published comments, replies counted, place-holders not. */
    count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
};

/** An article as lists show it. */
export const ArticleSummary = v.object(summary);
export type ArticleSummary = v.InferOutput<typeof ArticleSummary>;

/** A whole article. */
export const Article = v.object({
  ...summary,
  tags: v.array(v.string()),
  body: v.array(Block),
  /** The credit as the source printed it, parentheses and quotes kept: `(«فارس»)`. */
  creditLine: v.optional(v.string()),
  correction: v.optional(v.object({ text: v.string(), date: v.pipe(v.string(), v.isoDate()) })),
  related: v.array(ArticleSummary),
});
export type Article = v.InferOutput<typeof Article>;

/** One page of a list of articles. */
export const ArticlePage = v.object({
  items: v.array(ArticleSummary),
  nextCursor: v.nullable(v.string()),
});
export type ArticlePage = v.InferOutput<typeof ArticlePage>;
