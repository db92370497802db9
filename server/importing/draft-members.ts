import type { ArticleDraft } from '../domain/article-draft.ts';
import { startOfCalendarDay } from '../domain/calendar-day.ts';
import { agencyCredit } from './agency-credit.ts';
import type { FrontMatter } from './front-matter-members.ts';

type DraftMembers = Partial<
  Pick<
    ArticleDraft,
    | 'kicker'
    | 'summary'
    | 'section'
    | 'authors'
    | 'dateline'
    | 'credit'
    | 'creditLine'
    | 'tags'
    | 'correction'
    | 'commentsState'
    | 'publishedAt'
  >
>;

/** What front matter says, as a draft says it; members that it leaves out are absent. */
export function draftMembers(members: FrontMatter, timeZone: string): DraftMembers {
  const { kicker, summary, section, authors, dateline, credit, published, tags, correction, comments } =
    members;
  return {
    ...(kicker !== undefined && { kicker }),
    ...(summary !== undefined && { summary }),
    ...(section !== undefined && { section }),
    ...(authors !== undefined && { authors: authors.map((name) => ({ name })) }),
    ...(dateline !== undefined && { dateline }),
    ...(credit !== undefined && creditOf(credit)),
    ...(tags !== undefined && { tags }),
    ...(correction !== undefined && { correction }),
    ...(comments !== undefined && { commentsState: comments }),
    ...(published !== undefined && { publishedAt: timeOf(published, timeZone) }),
  };
}

/** `فارس`, `«فارس»`, `(«فارس»)` and `(رويترز)` name the same as in a last line; any other words are a name too. */
function creditOf(written: string): { credit: string; creditLine: string } {
  // A bare name is printed between parentheses, as sources print it.
  const creditLine = /^[(«]/.test(written) ? written : `(${written})`;
  const bare = written.replace(/^\(\s*|\s*\)$/g, '').replace(/^«\s*|\s*»$/g, '');
  const known = agencyCredit(written) ?? agencyCredit(`(${written})`);
  return { credit: known?.credit ?? (bare === '' ? written : bare), creditLine };
}

/** A day begins at its first moment in the site's time zone. */
function timeOf(published: string, timeZone: string): number {
  return published.length === 'YYYY-MM-DD'.length
    ? startOfCalendarDay(published, timeZone)
    : Date.parse(published.replace(' ', 'T'));
}
