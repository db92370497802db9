import { isLanguageCode, languageCodes, type LanguageCode } from '#contract/languages';
import { paths } from '#contract/paths';
import { keptStores } from '#platform/kept.ts';
import { copyAt, keptTime, withText } from './copies.ts';
import { asCopy, emptied, offlineAt } from './documents.ts';
import { filesStore, frameKey, keepPage } from './keep.ts';
import { isFailure } from './may-keep.ts';
import { answerBy } from './network-first.ts';
import { shell } from './scope.ts';
import { answersFor, languageAt, standIn } from './ways.ts';

/** A page from the network; where none comes, or none begins to, its copy; where there is none, why not. */
export function answerPage(event: FetchEvent): void {
  const { url } = event.request;
  answerBy(event, {
    ask: async () => {
      const preloaded: unknown = await event.preloadResponse;
      return preloaded instanceof Response ? preloaded : fetch(event.request);
    },
    keep: (answer) => keepPage(url, answer),
    copy: () => copyOf(url),
    isAnswer: (answer) => !isFailure(answer),
    otherwise: () => offlinePage(url),
  });
}

/** The page as it was kept, or put together from what was kept since. */
async function copyOf(url: string): Promise<Response | undefined> {
  const path = standIn(url);
  if (path === undefined) return undefined;
  const page = await copyAt(path, keptStores.pages);
  const key = answersFor(path);
  const [answer, site, frame] = await Promise.all([
    key === undefined ? undefined : copyAt(key, keptStores.answers),
    copyAt('/api/site', keptStores.answers),
    frameOf(languageAt(url)),
  ]);
  const isMade = answer !== undefined && site !== undefined && frame !== undefined;
  if (isMade && (page === undefined || keptTime(page) < keptTime(answer)))
    return withText(frame, asCopy(emptied(await frame.text()), keptTime(answer)), 200);
  return page === undefined ? undefined : withText(page, asCopy(await page.text(), keptTime(page)), 200);
}

/** This build's, else an older one's. */
const frameOf = async (lang: LanguageCode) =>
  (await copyAt(frameKey(lang), filesStore)) ?? copyAt(frameKey(lang));

async function offlinePage(url: string): Promise<Response> {
  const { pathname, search } = new URL(url);
  if (pathname === '/' && !shell.isStatic) return firstFront();
  const lang = languageAt(url);
  const frame = await frameOf(lang);
  if (frame === undefined) return Response.error();
  const html = await frame.text();
  return shell.isStatic
    ? withText(frame, html, 200)
    : withText(frame, offlineAt(html, lang, pathname + search), 503);
}

/** The kept front in the first of the reader's languages that has one. */
async function firstFront(): Promise<Response> {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]).filter(isLanguageCode);
  for (const code of [...wanted, ...languageCodes])
    if ((await copyOf(location.origin + paths.front(code))) !== undefined)
      return Response.redirect(paths.front(code), 302);
  return Response.error();
}
