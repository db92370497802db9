import * as v from 'valibot';
import { limits } from '#contract/limits';
import { countGraphemes } from '#contract/text/graphemes';
import { slugOf } from '../domain/slug.ts';
import { withoutDirections } from './direction-runs.ts';
import { hasInk } from './ink.ts';
import { languageTag } from './language-tag.ts';
import { quotedValue } from './quoted-value.ts';
import { cleanCharacters } from './read-text.ts';
import { strictObject as object } from './strict-object.ts';

/** Letters of each, as readers count them. */
const most = { title: 500, line: 200, summary: 1_000, correction: 2_000 };
/** Entries of each. */
const mostOf = { authors: 20, tags: 30 };

// Each message says what is allowed; frontMatterComplaint puts the place and the value before it.
const line = (longest: number) => {
  const allowed = `text of 1 to ${longest} letters`;
  return v.pipe(
    v.string(allowed),
    v.transform(oneLine),
    v.check(
      (text) => hasInk(text) && text.length <= longest * 10 && countGraphemes(text) <= longest,
      allowed,
    ),
  );
};

/** Blanks in a row and line ends are one space; no control, no embedding. */
function oneLine(text: string): string {
  return withoutDirections(cleanCharacters(text))
    .replace(/[\t\n\p{Zs}]+/gu, ' ')
    .trim();
}

/** `one, two`, `واحد، اثنان` or a list; each once. */
const names = (longest: number, mostNames: number, parting: RegExp) => {
  const allowed = `text or a list of at most ${mostNames}, each of 1 to ${longest} letters`;
  return v.pipe(
    v.union([v.string(), v.array(v.string())], allowed),
    v.transform((given) => (typeof given === 'string' ? given.split(parting) : given).map(oneLine)),
    v.transform((list) => [...new Set(list.filter((name) => name !== ''))]),
    v.check(
      (list) => list.length > 0 && list.length <= mostNames && list.every((name) => name.length <= longest),
      allowed,
    ),
  );
};

const slugWords = 'small letters, digits and single hyphens';
const Slug = v.pipe(
  v.string(slugWords),
  v.transform((slug) => slug.normalize('NFC')),
  v.check(
    (slug) => slugOf(slug) === slug,
    ({ input }) => {
      const near = typeof input === 'string' ? slugOf(input) : undefined;
      return `${slugWords}, at most ${limits.slug}${near === undefined ? '' : `, as ${near}`}`;
    },
  ),
);

const sectionWords = 'a slug, a name, or an object of slug, name';
const Section = v.union(
  [
    v.pipe(
      line(most.line),
      v.check((name) => slugOf(name) !== undefined, sectionWords),
      v.transform((name) => ({ slug: slugOf(name) ?? '', name })),
    ),
    v.strictObject({ slug: Slug, name: line(most.line) }),
  ],
  sectionWords,
);

const languageWords = 'a language tag (BCP 47), as ar, ar-LB or en';
const Language = v.pipe(
  v.string(languageWords),
  v.check((tag) => languageTag(tag) !== undefined, languageWords),
  v.transform((tag) => languageTag(tag) ?? tag),
);

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^[1-9]\d{3}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text)
  );
};
const isMoment = (text: string): boolean =>
  /^[1-9]\d{3}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) &&
  isDay(text.slice(0, 10)) &&
  !Number.isNaN(Date.parse(text));

const dayWords = 'a day from 1000-01-01 to 9999-12-31, as 2026-11-23';
const momentWords = `${dayWords}, or a time with its zone (RFC 3339), as 2026-11-23T08:30:00+02:00`;

const imageWords = 'the path of a picture beside the file, or an object of src, alt, caption, credit';
const Picture = v.union(
  [
    v.pipe(
      v.string(),
      v.check((src) => hasInk(src), imageWords),
      v.transform((src): PictureMember => ({ src, alt: '' })),
    ),
    v.strictObject({
      src: v.pipe(v.string(), v.nonEmpty()),
      // Empty: the picture says nothing that the text does not.
      alt: v.optional(v.pipe(v.string(), v.transform(oneLine)), ''),
      caption: v.optional(line(most.summary)),
      credit: v.optional(line(most.line)),
    }),
  ],
  imageWords,
);
interface PictureMember {
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

const states = ['open', 'closed', 'hidden'] as const;

const members = {
  title: v.optional(line(most.title)),
  kicker: v.optional(line(most.line)),
  summary: v.optional(line(most.summary)),
  lang: v.optional(Language),
  section: v.optional(Section),
  // A name may hold a comma («ابن خلدون، عبد الرحمن»), so that only a list parts them.
  authors: v.optional(names(most.line, mostOf.authors, /(?!)/)),
  dateline: v.optional(line(most.line)),
  credit: v.optional(line(most.line)),
  published: v.optional(
    v.pipe(
      v.string(momentWords),
      v.check((text) => isDay(text) || isMoment(text), momentWords),
    ),
  ),
  tags: v.optional(names(most.line, mostOf.tags, /[,،]/)),
  image: v.optional(Picture),
  correction: v.optional(
    v.strictObject(
      { text: line(most.correction), date: v.pipe(v.string(dayWords), v.check(isDay, dayWords)) },
      'an object of text, date',
    ),
  ),
  comments: v.optional(v.picklist(states, states.join(', '))),
  slug: v.optional(Slug),
};

export const memberNames = Object.keys(members);

/** What a Markdown file may say of itself at its head. */
export const FrontMatter = object(members);
export type FrontMatter = v.InferOutput<typeof FrontMatter>;

/** The same for a page of the site: its file's name says the rest, and nothing else of it is shown. */
export const PageMatter = object({ title: members.title });

/** The first wrong value in words: its name, what was read, what is allowed. */
export function frontMatterComplaint(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(({ key }) => key);
  if (issue.expected === 'never' && path.length === 1)
    return `${quotedValue(path[0])} is no member of it; allowed: ${issue.message.replace('an object of ', '')}`;
  const place = path.length === 0 ? 'it' : path.map(String).join('.');
  return `${place} is ${quotedValue(issue.input)}; allowed: ${issue.message}`;
}
