import { fold } from '#contract/text/fold';
import type { Engine } from './engine.ts';
import { positionAfter } from './position.ts';

/** Sections that hold an article which can be read, by their name. */
export async function listSections({ read }: Pick<Engine, 'read'>, now: number) {
  const sections = await read
    .selectFrom('sections')
    .select(['sections.slug', 'sections.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('articles')
          .select('articles.id')
          .whereRef('articles.section', '=', 'sections.slug')
          .where('articles.position', '<', positionAfter(now))
          .where('articles.withdrawn', '=', 0),
      ),
    )
    .execute();
  // Sorted here: every database has an alphabet of its own.
  return sections
    .map(({ slug, name }) => ({ slug, name }))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

// Folded, Arabic letters stand in the order of their code points; the slug tells equal names apart.
const sortKey = ({ name, slug }: { name: string; slug: string }): string => `${fold(name)} ${slug}`;
