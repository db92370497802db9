/** Levels of quotations and lists, of brackets in a paragraph, and of open tags, that anybody has ever needed. */
const maxLevels = { containers: 100, brackets: 50, tags: 250 };
/**
 * Unclosed emphasis is opened again by every following element, so that a small file can unfold into
 * millions of nodes; this is how many are borne.
 */
const maxReopened = 1_000_000;

export const tooDeep = 'nested too deeply';

// `>`, `-`, `*`, `+`, `1.` and `1)` at the beginning of a line, one behind the other.
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const rule = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

/** Whether Markdown opens more quotations and lists in a line, or brackets in a paragraph, than its parser could walk. */
export const hasDeepMarks = (text: string): boolean => hasDeepLines(text) || hasDeepBrackets(text);

function hasDeepLines(text: string): boolean {
  return text.split('\n').some((line) => {
    const markers = containers.exec(line)?.[0] ?? '';
    const own = markers.replace(/[ \t]|\d(?=\d)/g, '').length;
    // Two columns are the least that a list is indented by to stand in another.
    const indent = markers === '' ? '' : (/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ') ?? '');
    return own + indent.length / 2 > maxLevels.containers && !rule.test(line);
  });
}

// A link in a link in a link … is looked through once for every one of them.
function hasDeepBrackets(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/\\.|[[\]]|\n[ \t]*\n/gs)) {
    if (mark === '[') deepest = Math.max(deepest, (depth += 1));
    else if (mark === ']') depth = Math.max(0, depth - 1);
    else if (mark.startsWith('\n')) depth = 0;
  }
  return deepest > maxLevels.brackets;
}

/** Links that a paragraph may begin: each is tried again at every end, and 20,000 take ten seconds. */
const maxBrackets = 4_000;

export const tooManyBrackets = `more than ${maxBrackets} opening brackets in a paragraph`;

/** Whether a paragraph of Markdown begins so many links that its parser would be kept busy. */
export const hasManyBrackets = (text: string): boolean =>
  text.split(/\n[ \t]*\n/).some((paragraph) => paragraph.split('[').length > maxBrackets);

const tagStart = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
// Their content is no markup.
const raw = new Set('script style textarea title template noscript iframe xmp noembed noframes'.split(' '));
// One ends the one before it.
const closing = new Set('p li dt dd tr td th thead tbody tfoot option optgroup'.split(' '));
const parents = new Set('ul ol dl table blockquote'.split(' '));
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/**
 * Whether the tags of `text` stand in one another more deeply than parsers can walk, or leave so much
 * emphasis open that the parser would unfold it without end. An estimate in one pass, before any parser
 * sees the text: theirs is quadratic in the depth.
 */
export function hasDeepTags(text: string): boolean {
  const lower = text.toLowerCase();
  const open: string[] = [];
  const emphases: string[] = [];
  let reopened = 0;
  tagStart.lastIndex = 0;
  for (let found = tagStart.exec(lower); found !== null; found = tagStart.exec(lower)) {
    const [, slash, name = ''] = found;
    const end = name === '' ? lower.indexOf('-->', tagStart.lastIndex) : tagEnd(lower, tagStart.lastIndex);
    // What is never closed swallows the rest.
    if (end === -1) break;
    const attributes = lower.slice(tagStart.lastIndex, end);
    tagStart.lastIndex = end;
    if (slash === '/') close(name, open, emphases);
    else if (raw.has(name)) {
      const after = lower.indexOf(`</${name}`, end);
      if (after === -1) break;
      tagStart.lastIndex = after;
    } else if (name !== '' && !empty.has(name)) {
      endOpenOne(name, open);
      open.push(name);
      const emphasis = `${name} ${attributes}`;
      // A parser keeps three alike.
      if (formatting.has(name) && emphases.filter((one) => one === emphasis).length < 3)
        emphases.push(emphasis);
      reopened += emphases.length;
      if (open.length > maxLevels.tags || reopened > maxReopened) return true;
    }
  }
  return false;
}

function close(name: string, open: string[], emphases: string[]): void {
  const at = open.lastIndexOf(name);
  if (at !== -1) open.splice(at);
  const emphasis = emphases.findLastIndex((one) => one.startsWith(`${name} `));
  if (emphasis !== -1) emphases.splice(emphasis, 1);
}

/** Ends the paragraph, item or cell that a new one ends; a list within an item keeps that item open. */
function endOpenOne(name: string, open: string[]): void {
  const before = closing.has(name) ? open.lastIndexOf(name) : -1;
  if (before !== -1 && !open.slice(before).some((one) => parents.has(one))) open.splice(before);
}

/** Where the tag's `>` stands: not within the quotes of a value, which open after `=` alone. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '>') return at;
    if ((char === '"' || char === "'") && /=\s*$/.test(text.slice(Math.max(from, at - 20), at))) {
      const end = text.indexOf(char, at + 1);
      if (end === -1) return -1;
      at = end;
    }
  }
  return -1;
}

interface Branch {
  type: string;
  children?: readonly Branch[];
}

/** Whether a tree is deeper than functions that call themselves could walk. */
export function isDeepTree(tree: Branch): boolean {
  let level: readonly Branch[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 2 * maxLevels.tags) return true;
    level = level.flatMap(({ children }) => children ?? []);
  }
  return false;
}
