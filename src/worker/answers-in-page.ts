const element = /<script type="application\/json" id="state">(.*?)<\/script>/s;

/**
 * The answers of the API that came inside a page, by the address each would be asked at: whoever comes to the
 * page in place, without a network, is given these. The keys are those of the features' queries;
 * src/kept-answers.test.ts holds the two together.
 */
export function answersInPage(html: string): [key: string, answer: unknown][] {
  const state = parsed(element.exec(html)?.[1]);
  if (typeof state !== 'object' || state === null || !('queries' in state)) return [];
  const queries: unknown = state.queries;
  if (!Array.isArray(queries)) return [];
  return queries.flatMap((query: unknown) => {
    const [key, data] = partsOf(query);
    return answerTo(partsOf(key), data);
  });
}

const partsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function answerTo(key: readonly unknown[], data: unknown): [string, unknown][] {
  const [room, kind, ...rest] = key;
  const [name] = rest;
  if (room === 'site' && kind === undefined) return [['/api/site', data]];
  if (room === 'articles' && kind === 'front') return [['/api/front', data]];
  const slug = typeof name === 'string' ? encodeURIComponent(name) : undefined;
  if (room === 'site' && kind === 'page' && slug !== undefined)
    return [[`/api/pages/${slug}?lang=${String(rest[1])}`, data]];
  if (room === 'articles' && kind === 'one' && slug !== undefined) return [[`/api/articles/${slug}`, data]];
  // What follows the name is a cursor, words, an order: only the beginning of a list is kept.
  const isBeginning = rest.slice(1).every((part) => part === null || part === 'newest');
  const first = firstPage(data);
  if (!isBeginning || first === undefined || kind !== 'list') return [];
  if (room === 'articles')
    return [[slug === undefined ? '/api/articles' : `/api/articles?section=${slug}`, first]];
  return room === 'comments' && slug !== undefined ? [[`/api/articles/${slug}/comments`, first]] : [];
}

function firstPage(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('pages' in data)) return undefined;
  return Array.isArray(data.pages) ? data.pages[0] : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
