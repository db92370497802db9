import { isLanguageCode, type LanguageCode } from '#contract/languages';
import { fetchCode } from '#platform/code.ts';
import { createWords, type Texts, type Words } from './say.ts';

/** What every page may say; a visit loads one language's (vite.config.ts makes them one file each). */
const files = import.meta.glob<Texts>('./locales/*/{articles,comments,problems,site}.json', {
  import: 'default',
});
/** What only controls say that most visits never open: one file more, fetched with the first of them. */
const lateFiles = import.meta.glob<Texts>(
  ['./locales/*/*.json', '!./locales/*/{articles,comments,problems,site}.json'],
  { import: 'default' },
);
let areLateWanted = false;

const loaded = new Map<LanguageCode, Words>();
const withLate = new Set<LanguageCode>();
const loading = new Map<LanguageCode, Promise<Words>>();

/**
 * The interface language's words, loaded once. A language has an instance of its own instead of one
 * global that changes under the page: the words, lang and dir of a page then change in one commit.
 * Throws when its files do not come; the next call tries again.
 */
export async function loadLanguage(code: LanguageCode): Promise<Words> {
  let promise = loading.get(code);
  if (promise === undefined) {
    promise = createLanguage(code);
    loading.set(code, promise);
    promise.catch(() => loading.delete(code));
  }
  const words = await promise;
  if (areLateWanted) await addLateWords(code, words);
  return words;
}

/**
 * Adds the words of the controls that are fetched when they are used, to `code` now and to every language
 * switched to from now on: what waits for them may be shown in that one. Throws when they do not come; the
 * next call tries again.
 */
export async function loadLateWords(code: LanguageCode): Promise<void> {
  areLateWanted = true;
  await loadLanguage(code);
}

async function addLateWords(code: LanguageCode, words: Words): Promise<void> {
  for (const [namespace, texts] of await wordsOf(lateFiles, code)) words.add(namespace, texts);
  withLate.add(code);
}

/** The words of a language already loaded. */
export function languageWords(code: LanguageCode): Words {
  const words = loaded.get(code);
  if (words === undefined) throw new Error(`the words of ${code} are not loaded`);
  return words;
}

/** The language to speak where `wanted` is asked for: what the document speaks, as long as that has not come. */
export function spokenLanguage(wanted: LanguageCode): LanguageCode {
  if (typeof document === 'undefined') return wanted;
  const { lang } = document.documentElement;
  const isThere = loaded.has(wanted) && (!areLateWanted || withLate.has(wanted));
  return !isThere && isLanguageCode(lang) && loaded.has(lang) ? lang : wanted;
}

/** `wanted` if it is loaded, else any that is: the one to speak when another does not come. */
export function loadedLanguage(wanted: LanguageCode | undefined): LanguageCode | undefined {
  return wanted !== undefined && loaded.has(wanted) ? wanted : loaded.keys().next().value;
}

async function createLanguage(code: LanguageCode): Promise<Words> {
  const words = createWords(code);
  for (const [namespace, texts] of await wordsOf(files, code)) words.add(namespace, texts);
  loaded.set(code, words);
  return words;
}

/** The namespaces of one language among `from`, each with its words. */
function wordsOf(from: typeof files, code: LanguageCode) {
  const prefix = `./locales/${code}/`;
  const own = Object.entries(from).filter(([path]) => path.startsWith(prefix));
  return Promise.all(
    own.map(
      async ([path, load]) => [path.slice(prefix.length, -'.json'.length), await fetchCode(load())] as const,
    ),
  );
}
