/** Members that are text and nothing else: an opening bracket begins no list in them. */
const plain = ['title', 'kicker', 'summary', 'dateline', 'credit'];
/** Members that hold words, in which «#» begins no remark. */
const worded = [...plain, 'authors', 'section', 'tags'];
/** Members whose value may stand on the line of their name. */
const oneLine = new Set([...worded, 'lang', 'slug', 'published', 'image', 'comments']);

/**
 * Front matter with quotes around the values that YAML would refuse or cut though a reader sees plain text:
 * a headline with a colon, one that begins with a quoted word or a bracket, one with a hash sign. What YAML
 * can read as it stands is left to it, and so is what goes on in the next line. No line is added or taken.
 */
export function withTextQuoted(lines: readonly string[]): string {
  return lines
    .map((line, at) => {
      const [, name = '', value = ''] = /^([a-z]+)[ \t]*:[ \t]+(.*)$/.exec(line) ?? [];
      if (!oneLine.has(name) || /^[ \t]+\S/.test(lines[at + 1] ?? '')) return line;
      const text = textOf(name, value.trim());
      return text === undefined ? line : `${name}: '${text.replaceAll("'", "''")}'`;
    })
    .join('\n');
}

/** The words of a value that YAML takes for something else; undefined where it does not. */
function textOf(name: string, value: string): string | undefined {
  if (/^["']/.test(value))
    return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*[^\s#]/.test(value) ? value : undefined;
  if (plain.includes(name) && /^\[[^\]]*\][ \t]*[^\s#]/.test(value)) return value;
  // They begin lists, blocks, anchors, tags or what YAML keeps for itself.
  if (/^(?:[[\]{}|>&*!%@`,]|[-?](?:[ \t]|$))/.test(value)) return undefined;
  if (!worded.includes(name)) {
    const before = value.replace(/(?:^|[ \t])#.*$/, '').trimEnd();
    return holdsColon(before) ? before : undefined;
  }
  // «# » alone behind a name is a remark in the place of a value.
  if (value.startsWith('#')) return /^#\S/.test(value) ? value : undefined;
  return holdsColon(value) || /[ \t]#/.test(value) ? value : undefined;
}

const holdsColon = (text: string): boolean => /:(?:[ \t]|$)/.test(text);
