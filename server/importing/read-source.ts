import { formatOf } from './article-format.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { tooDeep } from './nesting.ts';
import type { Parsed } from './parsed-source.ts';
import { parsePlainText } from './plain-text.ts';
import { readText } from './read-text.ts';

export interface SourceFile {
  /** Path or name of the file; undefined for standard input. */
  name: string | undefined;
  bytes: Uint8Array;
}

/**
 * Bytes → text → title and blocks, by the reader of their format. Never throws for any bytes or name; the
 * same input gives the same answer.
 */
export function readSource({ name, bytes }: SourceFile): Parsed {
  const read = readText(bytes);
  if (!read.ok) return read;
  try {
    const parsed = parse(name, read.text);
    return parsed.ok ? { ...parsed, notes: [...read.notes, ...parsed.notes] } : parsed;
  } catch (error) {
    // The stack ends before the guards of nesting.ts saw it coming.
    if (error instanceof RangeError) return { ok: false, why: tooDeep };
    throw error;
  }
}

function parse(name: string | undefined, text: string): Parsed {
  switch (formatOf(name, text)) {
    case 'html':
      return readHtml(text);
    case 'markdown':
      return readMarkdown(text);
    case 'text':
      return { ok: true, ...parsePlainText(text) };
  }
}
