import * as v from 'valibot';
import { parseDocument } from 'yaml';
import { Lang } from '#contract/article';
import { slugOf } from '../domain/slug.ts';
import type { SaidOfItself } from './parsed-source.ts';

export type FrontMatter =
  | { ok: true; title?: string; said: SaidOfItself; notes: string[]; rest: string }
  | { ok: false; why: string };

/** Letters of front matter: ten times a long one. */
const mostLetters = 20_000;

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\s+/g, ' ').trim().normalize('NFC')),
    v.check((text) => text !== '' && text.length <= most, `1 to ${most} letters on one line`),
  );
const slug = v.pipe(
  v.string(),
  v.check(
    (text) => slugOf(text) === text,
    'letters and digits in NFC without marks, joined by single hyphens',
  ),
);
const names = v.array(words(200));
const date = v.pipe(v.string(), v.isoDate('a date, as 2026-11-24'));
const moment = v.pipe(
  v.union([v.pipe(v.string(), v.isoTimestamp()), date]),
  v.transform((text) => Date.parse(text)),
);

const Members = v.strictObject({
  title: v.exactOptional(words(500)),
  slug: v.exactOptional(slug),
  kicker: v.exactOptional(words(200)),
  summary: v.exactOptional(words(1_000)),
  lang: v.exactOptional(Lang),
  section: v.exactOptional(v.union([slug, v.strictObject({ slug, name: words(100) })])),
  authors: v.exactOptional(v.union([words(200), names])),
  dateline: v.exactOptional(words(200)),
  credit: v.exactOptional(words(200)),
  published: v.exactOptional(moment),
  tags: v.exactOptional(names),
  image: v.exactOptional(v.union([v.string(), v.record(v.string(), v.string())])),
  correction: v.exactOptional(v.strictObject({ text: words(2_000), date })),
  comments: v.exactOptional(v.picklist(['open', 'closed', 'hidden'])),
});

/** What each member may be, in words for the terminal. */
const allowed: Record<keyof typeof Members.entries, string> = {
  title: 'one line of 1 to 500 letters',
  slug: 'letters and digits without marks, joined by single hyphens',
  kicker: 'one line of 1 to 200 letters',
  summary: '1 to 1000 letters',
  lang: 'a language tag, as ar or ar-LB',
  section: 'a slug, or {slug, name}',
  authors: 'a name or a list of names',
  dateline: 'one line of 1 to 200 letters',
  credit: "an agency's name",
  published: 'a moment with its zone, as 2026-11-24T08:00:00Z, or a date, which begins in UTC',
  tags: 'a list of words',
  image: 'a path, or {src, alt, caption, credit}',
  correction: '{text, date}, the date as 2026-11-24',
  comments: 'open, closed or hidden',
};
const isMember = (name: string): name is keyof typeof allowed => Object.hasOwn(allowed, name);

/** Front matter (YAML between two lines of three hyphens at the very beginning) and what follows it. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return { ok: true, said: {}, notes: [], rest: text };
  const [whole, yaml = ''] = match;
  if (yaml.length > mostLetters) return refused(`longer than ${mostLetters} letters`);
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) return refused(error.message.split('\n')[0] ?? 'not YAML');
  // Aliases can unfold to more than a machine holds; a file about one article needs none.
  if (/(^|[\s[{,])[*&][^\s*&]/.test(yaml.replace(/(["']).*?\1/g, '')))
    return refused('it holds an anchor or an alias');
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const parsed = v.safeParse(Members, value);
  if (!parsed.success) return refused(faultOf(parsed.issues[0]));
  return { ok: true, ...saidOf(parsed.output), rest: text.slice(whole.length) };
}

const refused = (why: string): FrontMatter => ({ ok: false, why: `front matter: ${why}` });

function faultOf(issue: v.BaseIssue<unknown>): string {
  const [first] = issue.path ?? [];
  const name = typeof first?.key === 'string' ? first.key : undefined;
  if (name === undefined) return `allowed: members of the names ${Object.keys(allowed).join(', ')}`;
  if (!isMember(name)) return `${name} is no member; allowed: ${Object.keys(allowed).join(', ')}`;
  const read = JSON.stringify(first?.value) ?? 'nothing';
  return `${name} is ${read.length > 100 ? `${read.slice(0, 100)}…` : read}; allowed: ${allowed[name]}`;
}

function saidOf({
  title,
  image,
  published,
  comments,
  section,
  authors,
  credit,
  ...rest
}: v.InferOutput<typeof Members>) {
  const said: SaidOfItself = { ...rest };
  if (section !== undefined)
    said.section = typeof section === 'string' ? { slug: section, name: section } : section;
  if (authors !== undefined) said.authors = [authors].flat().map((name) => ({ name }));
  if (published !== undefined) said.publishedAt = published;
  if (comments !== undefined) said.commentsState = comments;
  if (credit !== undefined) {
    // As it came, the parentheses and quotes that a source printed around it are its line.
    said.credit = credit.replace(/^\(?\s*[«"“]?\s*|\s*[»"”]?\s*\)?$/g, '');
    said.creditLine = credit === said.credit ? `(${credit})` : credit;
  }
  const notes = image === undefined ? [] : ['image was left out: pictures are not taken in yet'];
  return { said, notes, ...(title === undefined ? {} : { title }) };
}
