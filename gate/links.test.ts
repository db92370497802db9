/** Links of the papers to files of this repository and to headings in them. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, read, root } from './tree.ts';

const papers = filesOf('*.md', 'docs/**/*.md', '.github/*.md');

/** Text without code, where brackets are no links. */
const prose = (markdown: string) =>
  markdown.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** Where the links and pictures of a paper lead, those to other hosts left out. */
function linksIn(markdown: string): string[] {
  const text = prose(markdown);
  const found = [
    ...text.matchAll(/\]\(([^)\s]+)\)/g),
    ...text.matchAll(/\b(?:src|srcset|href)="([^"\s]+)"/g),
  ];
  return found.map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
}

/** The fragments that a paper's headings answer to, as the usual hosts make them. */
function anchorsIn(markdown: string): string[] {
  const headings = markdown.replaceAll(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\- _]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** One sentence for every link of `paper` that leads nowhere. */
function deadLinks(paper: string, markdown: string): string[] {
  return linksIn(markdown).flatMap((link) => {
    const [path = '', fragment] = link.split('#');
    const target = path === '' ? paper : posix.join(posix.dirname(paper), decodeURIComponent(path));
    if (target !== paper && !existsSync(join(root, target))) return [`${paper}: ${link} is not there`];
    if (fragment === undefined || !target.endsWith('.md')) return [];
    const text = target === paper ? markdown : read(target);
    return anchorsIn(text).includes(decodeURIComponent(fragment))
      ? []
      : [`${paper}: ${link} has no such heading`];
  });
}

describe('links', () => {
  it('of every paper lead somewhere', () => {
    expect(papers).toContain('README.md');
    expect(papers.flatMap((paper) => deadLinks(paper, read(paper)))).toEqual([]);
  });

  it.each([
    ['[a](gone.md)', ['docs/x.md: gone.md is not there']],
    ['<img src="gone.webp" alt="">', ['docs/x.md: gone.webp is not there']],
    ['[a](../README.md#gone-and-lost)', ['docs/x.md: ../README.md#gone-and-lost has no such heading']],
    ['## One thing\n[a](#one-thing) [b](../LICENSE) [c](https://example.org/x)', []],
    ['## بيت، شطر\n[a](#بيت-شطر)', []],
    ['`[a](gone.md)`\n```\n[b](gone.md)\n```\n', []],
  ])('%j', (markdown, faults) => {
    expect(deadLinks('docs/x.md', markdown)).toEqual(faults);
  });
});
