import { keptStores, type Source, type Visit } from '#platform/kept.ts';
import { answerPage } from './answer-page.ts';
import { answered, copyAt, keptTime } from './copies.ts';
import { filesStore, keepAnswer, keepFile, keepFiles, keepPicture, keepVisit } from './keep.ts';
import { isAnswer, isFailure } from './may-keep.ts';
import { answerBy } from './network-first.ts';
import { isSparing, origins, scope, shell } from './scope.ts';
import { surplusFiles } from './surplus.ts';
import { answerKey, wayOf } from './ways.ts';

/** Listens for all that a worker is told. */
export function listen(): void {
  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('message', (event) => {
    const data: unknown = event.data;
    if (!isVisit(data)) return;
    event.waitUntil(keepVisit(data));
    if (event.source !== null && 'id' in event.source) void tell(event.source.id);
  });
  scope.addEventListener('fetch', (event) => {
    const { method, mode, url, headers, cache } = event.request;
    const way = wayOf({ method, mode, url, accept: headers.get('accept'), cache }, origins);
    if (way === 'page') answerPage(event);
    if (way === 'answer') answerCall(event);
    if (way === 'file' || way === 'picture') answerFile(event, way === 'file' ? keepFile : keepPicture);
  });
}

/**
 * A new worker does not wait for the last page of an older build to close: names of files are made from what
 * they hold, and a page of any build is given the file of the name it asks for.
 */
async function install(): Promise<void> {
  if (!isSparing()) await keepFiles(shell.files);
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  try {
    for (const old of surplusFiles(await caches.keys(), filesStore)) await caches.delete(old);
    // A page is asked for while the worker wakes.
    await scope.registration.navigationPreload.enable();
  } catch {
    // Without room on the device, or in an older browser, it goes on without.
  }
  await scope.clients.claim();
}

/** A file is what its name says: asked for once. */
function answerFile(event: FetchEvent, keep: (url: string, answer: Response) => Promise<void>): void {
  const { request } = event;
  const answer = async () => {
    const copy = await copyAt(request.url);
    if (copy !== undefined) return copy;
    const come = await fetch(request);
    const double = come.clone();
    event.waitUntil(keep(request.url, double));
    return come;
  };
  event.respondWith(answer());
}

/** Where the last answer came from, by page: one that is still opening does not listen yet. */
const lastSource = new Map<string, Source>();
const most = 50;

async function tell(clientId: string): Promise<void> {
  const source = lastSource.get(clientId);
  if (source !== undefined) (await scope.clients.get(clientId))?.postMessage(source);
}

/** The API's own answer; its copy where none comes or somebody between answers. The page is told which it is. */
function answerCall(event: FetchEvent): void {
  const { request, clientId } = event;
  const isTheirs = (answer: Response) => isAnswer(answered(answer)) && !isFailure(answer);
  const came = (source: Source) => {
    lastSource.delete(clientId);
    lastSource.set(clientId, source);
    for (const old of [...lastSource.keys()].slice(0, -most)) lastSource.delete(old);
    void tell(clientId);
  };
  answerBy(event, {
    ask: async () => {
      const answer = await fetch(request);
      if (isTheirs(answer)) came({ type: 'source' });
      return answer;
    },
    keep: (answer) => keepAnswer(request.url, answer),
    copy: () => copyAt(answerKey(request.url) ?? '', keptStores.answers),
    onCopy: (copy) => came({ type: 'source', keptAt: keptTime(copy) }),
    isAnswer: isTheirs,
    otherwise: async () => Response.error(),
  });
}

function isVisit(data: unknown): data is Visit {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'visit' &&
    'addresses' in data &&
    Array.isArray(data.addresses) &&
    data.addresses.every((address) => typeof address === 'string')
  );
}
