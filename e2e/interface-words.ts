import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { languageCodes, type LanguageCode } from '#contract/languages';

const locales = resolve(import.meta.dirname, '../src/i18n/locales');

export interface InterfaceWords {
  /** The whole sentences of a language; those with a value in them are left out. */
  sentences: Set<string>;
  /** Keys, which stand on a page where a language has no words for them. */
  keys: Set<string>;
}

/** What each language says in its files. */
export async function interfaceWords(): Promise<Record<LanguageCode, InterfaceWords>> {
  const all = { ar: none(), en: none(), fr: none(), fa: none(), ur: none(), he: none(), tr: none() };
  for (const code of languageCodes) {
    for (const file of await readdir(join(locales, code)))
      gather(all[code], JSON.parse(await readFile(join(locales, code, file), 'utf8')), '');
  }
  return all;
}

const none = (): InterfaceWords => ({ sentences: new Set(), keys: new Set() });

function gather(into: InterfaceWords, value: unknown, key: string): void {
  if (typeof value === 'string') {
    into.keys.add(key.replace(/_(zero|one|two|few|many|other)$/, ''));
    if (!value.includes('{{') && /\p{L}/u.test(value)) into.sentences.add(value);
    return;
  }
  for (const [name, inner] of Object.entries(value ?? {}))
    gather(into, inner, key === '' ? name : `${key}.${name}`);
}
