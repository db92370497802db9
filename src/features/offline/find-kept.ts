import { keptStores } from '#platform/kept.ts';

export interface KeptArticle {
  slug: string;
  title: string;
  lang: string;
}

/** The articles that the worker keeps, the last visited first; none where the device denies its storage. */
export async function findKept(): Promise<KeptArticle[]> {
  try {
    const store = await caches.open(keptStores.answers);
    const requests = await store.keys();
    const articles = requests.filter(({ url }) => /\/api\/articles\/[^/?]+$/.test(url));
    const answers = await Promise.all(
      articles.map(async (request): Promise<unknown> => (await store.match(request))?.json()),
    );
    return answers.filter(isKeptArticle).toReversed();
  } catch {
    return [];
  }
}

const isKeptArticle = (answer: unknown): answer is KeptArticle =>
  typeof answer === 'object' &&
  answer !== null &&
  'slug' in answer &&
  typeof answer.slug === 'string' &&
  'title' in answer &&
  typeof answer.title === 'string' &&
  'lang' in answer &&
  typeof answer.lang === 'string';
