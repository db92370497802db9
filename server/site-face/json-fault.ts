export interface JsonFault {
  /** Counted from 1; the column in UTF-16 units, as editors do. */
  line: number;
  column: number;
  /** What is wrong there, in words that go after a colon. */
  why: string;
}

/** Levels of brackets: what a person writes by hand is never deeper. */
const deepest = 32;

class Fault extends Error {
  readonly at: number;
  constructor(at: number, why: string) {
    super(why);
    this.at = at;
  }
}

/** The first place where `text` is no JSON, or names a member twice; JSON.parse tells no place for some. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    readDocument(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, why: error.message };
  }
}

function readDocument(text: string): void {
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (wanted: string): never => {
    const found =
      at < text.length ? `«${String.fromCodePoint(text.codePointAt(at) ?? 0)}»` : 'the file’s end';
    throw new Fault(at, `${found} where ${wanted} should stand`);
  };
  const items = (close: RegExp, name: string, item: () => void) => {
    take(blank);
    if (take(close) !== undefined) return;
    for (;;) {
      take(blank);
      item();
      take(blank);
      if (take(close) !== undefined) return;
      if (take(comma) === undefined) fail(`a comma or ${name}`);
    }
  };
  const value = (depth: number): void => {
    take(blank);
    if (depth > deepest) throw new Fault(at, 'brackets nested too deeply');
    if (take(openBrace) !== undefined) {
      const names = new Set<string>();
      items(closeBrace, 'a closing brace', () => {
        const start = at;
        const name = take(string) ?? fail('a name in double quotes');
        if (names.has(name)) throw new Fault(start, `${name} stands there a second time`);
        names.add(name);
        take(blank);
        if (take(colon) === undefined) fail('a colon');
        value(depth + 1);
      });
    } else if (take(openBracket) !== undefined) {
      items(closeBracket, 'a closing bracket', () => value(depth + 1));
    } else if ((take(string) ?? take(number) ?? take(literal)) === undefined) {
      fail('a value');
    }
  };

  value(0);
  take(blank);
  if (at < text.length) fail('the file’s end');
}

const blank = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const comma = /,/y;
const colon = /:/y;
const openBrace = /\{/y;
const closeBrace = /\}/y;
const openBracket = /\[/y;
const closeBracket = /\]/y;
