import type { AnyPart, FigureName } from './figures.ts';

/** Figures that hang on the database, and what each is called when it is taken on PostgreSQL. */
const names: Partial<Record<FigureName, FigureName>> = {
  article: 'articleOnPostgres',
  list: 'listOnPostgres',
  posts: 'postsOnPostgres',
  syncs: 'syncsOnPostgres',
  streamReads: 'streamReadsOnPostgres',
  streamMemory: 'streamMemoryOnPostgres',
  memory: 'memoryOnPostgres',
};

/** The same part on the other engine; undefined where its figures do not hang on one. */
export function onPostgres(part: AnyPart): AnyPart | undefined {
  const figures = part.figures.flatMap((name) => names[name] ?? []);
  if (figures.length === 0) return undefined;
  return {
    name: part.name,
    figures,
    measure: async (place) => {
      const measured = await part.measure(place);
      return Object.fromEntries(part.figures.map((name) => [names[name] ?? name, measured[name]]));
    },
  };
}
