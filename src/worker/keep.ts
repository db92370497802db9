import { languageCodes, type LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { keptAt, keptStores, type Visit } from '#platform/kept.ts';
import { answersInPage } from './answers-in-page.ts';
import { answered, copyAt, dropCopy, keepCopy, timeOf, withText } from './copies.ts';
import { isGoneAnswer, isGonePage, isOurPage, mayKeepAnswer, mayKeepFile, mayKeepPage } from './may-keep.ts';
import { isSparing, origins, shell } from './scope.ts';
import { surplusAnswers, surplusPages, surplusPictures } from './surplus.ts';
import { answerKey, answersFor, languageAt, pageKey, wayOf } from './ways.ts';

export const filesStore = keptStores.files + shell.version;

/** The document from which a page is made that is not kept as it was: the site's offline page. */
export const frameKey = (lang: LanguageCode): string =>
  shell.isStatic ? paths.front(lang) : paths.offline(lang);

/** Keeps a page that was shown, with the answers inside it; drops one that the site has taken back. */
export async function keepPage(url: string, answer: Response): Promise<void> {
  const key = pageKey(url);
  if (key === undefined || answer.type === 'opaqueredirect') return;
  // On a static host every page is one document, whatever its status: the frame.
  if (shell.isStatic) return keepLanguage(languageAt(url));
  const html = await answer.text();
  const head = answered(answer);
  if (isGonePage(head, html)) {
    await dropCopy(keptStores.pages, key);
    await dropCopy(keptStores.answers, answersFor(key) ?? key);
  }
  if (!mayKeepPage(head, html)) return;
  const time = timeOf(answer);
  await keepCopy(keptStores.pages, key, withText(answer, html, 200, time), surplusPages);
  for (const [at, body] of answersInPage(html)) {
    const headers = { 'content-type': 'application/json; charset=utf-8', [keptAt]: time };
    await keepCopy(keptStores.answers, at, new Response(JSON.stringify(body), { headers }), surplusAnswers);
  }
  await keepLanguage(languageAt(url));
}

/** Keeps an answer of the API; drops that of an article taken back. */
export async function keepAnswer(url: string, answer: Response): Promise<void> {
  const key = answerKey(url);
  if (key === undefined) return;
  const text = await answer.text();
  const head = answered(answer);
  if (isGoneAnswer(head, text)) {
    await dropCopy(keptStores.answers, key);
    const slug = /^\/api\/articles\/([^/]+)$/.exec(key)?.[1];
    if (slug !== undefined)
      for (const code of languageCodes) await dropCopy(keptStores.pages, `/${code}/articles/${slug}`);
  }
  if (!mayKeepAnswer(head)) return;
  const copy = withText(answer, text, 200, timeOf(answer));
  await keepCopy(keptStores.answers, key, copy, surplusAnswers);
}

export async function keepFile(url: string, answer: Response): Promise<void> {
  if (mayKeepFile(answered(answer))) await keepCopy(filesStore, url, answer);
}

export async function keepPicture(url: string, answer: Response): Promise<void> {
  if (mayKeepFile(answered(answer))) await keepCopy(keptStores.pictures, url, answer, surplusPictures);
}

/** Files of this build, taken from another's store where they are the same; what does not come is left out. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  await Promise.allSettled(
    files.map(async (file) => keepFile(file, (await copyAt(file)) ?? (await fetch(file)))),
  );
}

/** What a page of this language is made from where it is not kept. Bytes that a reader may never want. */
async function keepLanguage(lang: LanguageCode): Promise<void> {
  const key = frameKey(lang);
  if (isSparing() || (await copyAt(key, filesStore)) !== undefined) return;
  await keepFiles(shell.words[lang] ?? []);
  try {
    const answer = await fetch(key, { headers: { accept: 'text/html' } });
    const html = await answer.text();
    if (!answer.redirected && isOurPage(html)) await keepCopy(filesStore, key, withText(answer, html, 200));
  } catch {
    // The next page brings it.
  }
}

/** Keeps what the first visit has loaded before there was a worker: it all comes from the browser's own cache. */
export async function keepVisit({ addresses }: Visit): Promise<void> {
  await Promise.allSettled(
    addresses.slice(0, 100).map(async (url, index) => {
      const mode = index === 0 ? 'navigate' : 'cors';
      const way = wayOf({ method: 'GET', mode, url, accept: null, cache: 'default' }, origins);
      if (way === 'untouched') return;
      const keep = { page: keepPage, answer: keepAnswer, file: keepFile, picture: keepPicture }[way];
      await keep(url, await fetch(url, { credentials: 'include', headers: { accept: acceptOf[way] } }));
    }),
  );
}

const acceptOf = { page: 'text/html', answer: 'application/json', file: '*/*', picture: '*/*' } as const;
