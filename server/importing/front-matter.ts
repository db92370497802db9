import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { frontMatterFault, missingColon, namesMember } from './front-matter-fault.ts';
import { withTextQuoted } from './front-matter-lines.ts';
import { FrontMatter, frontMatterComplaint, type PageMatter } from './front-matter-members.ts';

/** Characters of front matter: ten times one with every member in full. */
const maxLength = 32_768;

type Matter = typeof FrontMatter | typeof PageMatter;

export type ReadFrontMatter =
  | { ok: true; members: FrontMatter; rest: string }
  /** Goes after a colon: the member, the value read, what is allowed. */
  | { ok: false; why: string };

/**
 * The YAML between `---` lines at the head of a Markdown text, and the text after it. Every value is
 * text as it stands: YAML's own guesses would make a boolean of a title «No» and drop the zero of 0123.
 * A headline with a colon is text too (withTextQuoted). A member left empty is as good as absent.
 */
export function readFrontMatter(text: string, Matter: Matter = FrontMatter): ReadFrontMatter {
  const opening = /^\s*---[ \t]*\n/.exec(text)?.[0];
  if (opening === undefined) return { ok: true, members: {}, rest: text };
  const body = text.slice(opening.length);
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(body);
  if (!isFrontMatter(body, closing?.index)) return { ok: true, members: {}, rest: text };
  if (closing === null) return refused('its --- is never closed by another');
  const yaml = body.slice(0, closing.index);
  if (yaml.length > maxLength)
    return refused(`it has ${yaml.length} characters; allowed: at most ${maxLength}`);
  const lines = yaml.split('\n');
  const head = opening.split('\n').length - 1;
  const read = readMembers(lines, head, Matter);
  // A line without its colon is what went wrong, whatever the parser made of it.
  if (!read.ok) return refused(missingColon(lines, head) ?? read.why);
  return { ...read, rest: body.slice(closing.index + closing[0].length) };
}

/** And no plain text between two rules: its first line is `name:`, or one of lines without a blank names a member. */
function isFrontMatter(body: string, end: number | undefined): boolean {
  if (end === 0 || /^["']?[\p{L}\p{N}_-]+["']?[ \t]*:/u.test(body.trimStart())) return true;
  if (end === undefined) return false;
  const lines = body.slice(0, end).trimEnd().split('\n');
  return lines.every((line) => line.trim() !== '') && namesMember(lines);
}

const refused = (why: string) => ({ ok: false, why: `front matter: ${why}` }) as const;

type ReadMembers = { ok: true; members: FrontMatter } | { ok: false; why: string };

/** `head`: the lines of the file before them. */
function readMembers(lines: readonly string[], head: number, Matter: Matter): ReadMembers {
  const parsed = parseYaml(lines, head);
  if (!parsed.ok) return parsed;
  const result = v.safeParse(Matter, withoutEmpty(parsed.value));
  return result.success
    ? { ok: true, members: result.output }
    : { ok: false, why: frontMatterComplaint(result.issues[0]) };
}

function parseYaml(
  lines: readonly string[],
  head: number,
): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    const document = parseDocument(withTextQuoted(lines), {
      schema: 'failsafe',
      merge: false,
      stringKeys: true,
      logLevel: 'silent',
    });
    const [fault] = [...document.errors, ...document.warnings];
    // The parser catches its own overflow and takes it for a fault of the text.
    if (fault !== undefined && /call stack/.test(fault.message)) throw new RangeError(fault.message);
    if (fault !== undefined) return { ok: false, why: frontMatterFault(fault, lines, head) };
    // An alias may stand for an alias for …, a page for every one.
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return { ok: true, value };
  } catch (error) {
    const fault = error instanceof ReferenceError ? 'it holds an alias (*)' : 'it is nested too deeply';
    return { ok: false, why: `no YAML that is read here: ${fault}` };
  }
}

/** Lists and objects that nobody filled in stay: they are wrong values, and are said. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === '') return {};
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== '' && given !== null));
}
