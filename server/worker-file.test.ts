import { describe, expect, test } from 'vitest';
import { languageCodes } from '#contract/languages';
import { shellOf } from './worker-file.ts';

const chunk = (file: string, name = '', imports: string[] = [], css: string[] = []) => ({
  file: `assets/${file}`,
  name,
  imports,
  css: css.map((sheet) => `assets/${sheet}`),
});

const manifest = {
  'index.html': chunk('index.js', 'index', ['_shell.js'], ['index.css']),
  '_shell.js': chunk('shell.js', 'shell'),
  'src/app/pages/article-page.tsx': chunk('article-page.js', 'article-page', ['_shell.js', '_list.js']),
  '_list.js': chunk('list.js', 'list'),
  'src/features/outbox/outbox.ts': chunk('outbox.js', 'outbox'),
  'src/features/listening/listen-player.tsx': chunk('listen.js', 'listen-player'),
  'src/i18n/locales/ar/site.json': chunk('words-ar.js', 'words-ar'),
  'src/i18n/locales/ar/offline.json': chunk('late-ar.js', 'late-ar'),
  'src/i18n/locales/en/site.json': chunk('words-en.js', 'words-en'),
  'style.css': chunk('style.css'),
};

describe('what a worker is to keep', () => {
  test('the code of reading and of writing under what was read, with all that it imports', () => {
    expect(shellOf(manifest).files).toEqual([
      '/assets/article-page.js',
      '/assets/index.css',
      '/assets/index.js',
      '/assets/list.js',
      '/assets/outbox.js',
      '/assets/shell.js',
    ]);
  });

  test('words by their language, both files', () => {
    expect(shellOf(manifest).words).toEqual({
      ...Object.fromEntries(languageCodes.map((code) => [code, []])),
      ar: ['/assets/late-ar.js', '/assets/words-ar.js'],
      en: ['/assets/words-en.js'],
    });
  });
});
