import * as v from 'valibot';
import { isLanguageCode, languageCodes } from '#contract/languages';
import { slugOf } from '../domain/slug.ts';
import { contrast, leastContrast } from './contrast.ts';
import { wrongFile, wrongValue } from './face-fault.ts';
import { jsonFault } from './json-fault.ts';
import { themes, type Theme } from './themes.ts';
import { strictObject as object } from '../importing/strict-object.ts';

/** Letters of a name, and of the line above the comment button. */
const most = { name: 80, note: 300 };

/** Settings that somebody may look for here. */
const inEnvironment = new Map([
  ['locale', 'SITE_LOCALE'],
  ['languages', 'SITE_LANGS'],
  ['timeZone', 'SITE_TIME_ZONE'],
]);

// Each message says what is allowed; complaintOf puts file, place and value before it.
const line = (longest: number) => {
  const allowed = `one line of 1 to ${longest} letters`;
  return v.pipe(
    v.string(allowed),
    v.transform((text) => text.normalize('NFC').trim()),
    v.check((text) => text !== '' && text.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(text), allowed),
  );
};

const languageKeys = v.pipe(
  v.string(),
  v.check((key) => isLanguageCode(key), languageCodes.join(', ')),
);

const words = (longest: number) => {
  const allowed = `words by interface language (${languageCodes.join(', ')})`;
  return v.pipe(
    v.record(languageKeys, line(longest), allowed),
    v.check((given) => Object.keys(given).length > 0, `${allowed}, at least one`),
  );
};

const slug = 'a slug: small letters, digits and single hyphens, as comment-rules';
const Slug = v.pipe(
  v.string(slug),
  v.check((text) => slugOf(text) === text.normalize('NFC'), slug),
  v.transform((text) => text.normalize('NFC')),
);

function accent(theme: Theme) {
  const { paper, surface } = themes[theme];
  const grounds = `to the paper (${paper}) and to the surface of forms (${surface})`;
  const ratio = (colour: string) => Math.min(contrast(colour, paper), contrast(colour, surface));
  const allowed = ({ input }: { input: unknown }) => {
    const colour = typeof input === 'string' ? sixDigits(input) : undefined;
    // Rounded down: 4.496 is not «4.5».
    const now = colour === undefined ? '' : ` (now ${Math.floor(ratio(colour) * 10) / 10})`;
    return `#RRGGBB with a contrast of at least ${leastContrast} ${grounds}${now}`;
  };
  return v.optional(
    v.pipe(
      v.string(allowed),
      v.check((colour) => isColour(colour) && ratio(colour) >= leastContrast, allowed),
      v.transform((colour) => colour.toLowerCase()),
    ),
  );
}

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** A colour in its long form, for a message that says more than that the short one is not taken. */
function sixDigits(text: string): string | undefined {
  if (isColour(text)) return text;
  return /^#[0-9a-f]{3}$/i.test(text) ? text.replace(/[0-9a-f]/gi, '$&$&') : undefined;
}

const SiteFile = object({
  name: v.optional(line(most.name)),
  wordmark: v.optional(v.string('the name of an SVG file in the data folder')),
  accent: v.optional(object({ light: accent('light'), sepia: accent('sepia'), dark: accent('dark') })),
  sections: v.optional(
    v.array(object({ slug: Slug, name: v.optional(words(most.name)) }), 'a list of sections'),
    [],
  ),
  pages: v.optional(v.array(object({ slug: Slug }), 'a list of pages'), []),
  commentNote: v.optional(words(most.note)),
});

/** What site.json says, checked by itself; the files that it names are not read yet. */
export type SiteFile = v.InferOutput<typeof SiteFile>;

/** Parses the text of the site.json at `file`. Throws StartError at the first thing that is wrong. */
export function parseSiteFile(file: string, text: string): SiteFile {
  const fault = jsonFault(text);
  if (fault !== undefined)
    throw wrongFile(file, `not JSON at line ${fault.line}, column ${fault.column}: ${fault.why}`);
  const result = v.safeParse(SiteFile, JSON.parse(text));
  if (!result.success) throw complaintOf(file, result.issues[0]);
  const { sections, pages } = result.output;
  for (const [list, entries] of [
    ['sections', sections],
    ['pages', pages],
  ] as const) {
    const slugs = entries.map((entry) => entry.slug);
    const again = slugs.findIndex((entry, at) => slugs.indexOf(entry) < at);
    if (again !== -1)
      throw wrongValue(file, `${list}[${again}].slug`, slugs[again], 'each slug once in its list');
  }
  return result.output;
}

function complaintOf(file: string, issue: v.BaseIssue<unknown>): Error {
  const path = issue.path ?? [];
  const last = path.at(-1);
  const place = placeOf(path);
  const isKey = last?.origin === 'key' && issue.received !== 'undefined';
  if (!isKey && issue.expected !== 'never')
    return wrongValue(file, place === '' ? 'it' : place, issue.input, issue.message);
  // The name of a member is wrong, not its value.
  const name = String(last?.key);
  const setting = path.length === 1 ? inEnvironment.get(name) : undefined;
  const allowed = issue.message.replace(/^an object of /, '');
  return setting === undefined
    ? wrongFile(file, `${place} is no member that it may have; allowed: ${allowed}`)
    : wrongFile(file, `${place} is set in the environment, as ${setting}; allowed: ${allowed}`);
}

/** The way to a value as one would write it in code: `sections[2].name.ar`. */
function placeOf(path: readonly { key: unknown }[]): string {
  return path
    .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
