import type { Site } from '#contract/site';
import type { SiteFace } from '../site-face/site-face.ts';
import type { ArticleStorage } from '../storage/port.ts';

/** The site's sections at `now` (milliseconds since 1970) in their one order. */
export type Sections = (now: number) => Promise<Site['sections']>;

interface Needs {
  storage: Pick<ArticleStorage, 'listSections'>;
  face: Pick<SiteFace, 'sections'>;
}

/**
 * Sections as menu, front and map of the site show them: those of site.json in its order, named there or
 * holding an article that can be read, then the others in the storage's order. `name` is the paper's in
 * the site's language, else the one that articles gave.
 */
export function createSections({ storage, face }: Needs): Sections {
  const own = new Set(face.sections.map(({ slug }) => slug));
  return async (now) => {
    const held = await storage.listSections(now);
    const names = new Map(held.map(({ slug, name }) => [slug, name]));
    const ordered = face.sections.flatMap(({ slug, name = names.get(slug), names: given }) =>
      name === undefined ? [] : [{ slug, name, ...(given !== undefined && { names: given }) }],
    );
    return [...ordered, ...held.filter(({ slug }) => !own.has(slug))];
  };
}
