import type { Root, RootContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { directionOf } from '#contract/languages';
import { readBodyEnd } from './body-end.ts';
import { isCommentHeading } from './comment-heading.ts';
import { FrontMatter, PageMatter } from './front-matter-members.ts';
import { readFrontMatter } from './front-matter.ts';
import {
  hasDeepMarks,
  hasDeepTags,
  hasManyBrackets,
  isDeepTree,
  tooDeep,
  tooManyBrackets,
} from './nesting.ts';
import type { Parsed } from './parsed-source.ts';
import { sanitiserSchema, withoutHidden, withPlainSchemes } from './sanitiser.ts';
import { takeTitle } from './title.ts';
import { blocksOf, directionOfTree, type Context } from './tree-blocks.ts';
import { withoutPictures } from './place-pictures.ts';

/** Characters of a Markdown file: three novels. Its parser takes seconds for as much. */
const maxLength = 1_048_576;

/**
 * A Markdown text (CommonMark with GitHub's tables, footnotes and task lists) as an article: front matter,
 * then a title from it or from the first heading of the first order, and blocks. The figures it names are
 * still paths.
 */
export function readMarkdown(source: string): Parsed {
  return read(source, FrontMatter);
}

function read(source: string, Matter: typeof FrontMatter | typeof PageMatter): Parsed {
  const front = readFrontMatter(source, Matter);
  if (!front.ok) return front;
  const { members } = front;
  const trimmed = withoutCommentHeadings(front.rest);
  if (trimmed.text.length > maxLength)
    return { ok: false, why: 'more than a million characters of Markdown' };
  if (hasDeepMarks(trimmed.text) || hasDeepTags(trimmed.text)) return { ok: false, why: tooDeep };
  if (hasManyBrackets(trimmed.text)) return { ok: false, why: tooManyBrackets };

  const notes = new Set<string>();
  const tree = sanitised(trimmed.text, () => notes.add('text that its page hides was left out'));
  if (tree === undefined) return { ok: false, why: tooDeep };
  const dir = members.lang === undefined ? directionOfTree(tree) : directionOf(members.lang);
  const context: Context = { lang: members.lang, dir, notes };
  const title = takeTitle(tree, members.title);
  // The text ends before its footnotes: an agency's credit stands there.
  const footnotes = tree.children.filter(isFootnotes);
  const text = tree.children.filter((child) => !isFootnotes(child));
  const { notes: ending, body, ...end } = readBodyEnd(blocksOf(text, context));
  return {
    ok: true,
    title,
    body: [...body, ...blocksOf(footnotes, context)],
    ...end,
    lang: members.lang,
    members,
    notes: [...notes, ...trimmed.notes, ...ending],
  };
}

/**
 * The same for a page without a folder, as the site's own «about»: its pictures are left out, and its front
 * matter has a title alone.
 */
export function parseMarkdown(text: string): Parsed {
  try {
    const parsed = read(text, PageMatter);
    return parsed.ok ? { ...parsed, body: withoutPictures(parsed.body) } : parsed;
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, why: tooDeep };
    throw error;
  }
}

const isFootnotes = (node: RootContent): boolean =>
  node.type === 'element' && node.properties['dataFootnotes'] !== undefined;

/** Undefined where it is too deep to be walked. */
function sanitised(text: string, onHidden: () => void): Root | undefined {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(withoutHidden(onHidden))
    .use(withPlainSchemes)
    .use(rehypeSanitize, sanitiserSchema);
  const parsed = processor.parse(text);
  return isDeepTree(parsed) ? undefined : processor.runSync(parsed);
}

/** A site's own comment heading may end the last paragraph without a blank line before it. */
function withoutCommentHeadings(text: string): { text: string; notes: string[] } {
  const lines = text.trimEnd().split('\n');
  const notes: string[] = [];
  for (let last = lines.at(-1); last !== undefined; last = lines.at(-1)) {
    const isHeading = !/^\s*(?:[-+*>|`~]|\d)/.test(last) && isCommentHeading(last);
    if (!isHeading && last.trim() !== '') break;
    if (isHeading) notes.push(`left out the comment heading «${last.replace(/^#+/, '').trim()}»`);
    lines.pop();
  }
  return { text: lines.join('\n'), notes };
}
