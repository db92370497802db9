import { describe, expect, it } from 'vitest';
import { articleScript } from './script-budget.ts';

const manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_vendor.js'], css: ['index.css'] },
  '_vendor.js': { file: 'vendor.js', name: 'vendor' },
  '_style.css': { file: 'style.css' },
  'src/app/pages/article-page.tsx': {
    file: 'article.js',
    isDynamicEntry: true,
    imports: ['index.html', '_story.js'],
  },
  'src/app/pages/front-page.tsx': { file: 'front.js', isDynamicEntry: true, imports: ['index.html'] },
  '_story.js': { file: 'story.js', imports: ['_vendor.js'] },
  '_words-ar.js': { file: 'words-ar.js', name: 'words-ar' },
  '_words-en.js': { file: 'words-en.js', name: 'words-en' },
};
const sizes: Record<string, number> = {
  'assets/index.js': 1,
  'vendor.js': 10,
  'article.js': 100,
  'story.js': 1000,
  'words-ar.js': 20_000,
  'words-en.js': 10_000,
};
const html = '<script type="module" src="/assets/index.js"></script>';
const sizeOf = (file: string) => sizes[file] ?? Number.NaN;

describe('the article page’s script', () => {
  it('is entry, route and the heaviest language, each file once, without other pages or styles', () => {
    const { bytes, files } = articleScript({ manifest: JSON.stringify(manifest), html, sizeOf });
    expect(bytes).toBe(21_111);
    expect(files.toSorted()).toEqual([
      'article.js',
      'assets/index.js',
      'story.js',
      'vendor.js',
      'words-ar.js',
    ]);
  });

  it.each(['index.html', 'src/app/pages/article-page.tsx'])('is not measured without %s', (key) => {
    const rest = Object.fromEntries(Object.entries(manifest).filter(([name]) => name !== key));
    expect(() => articleScript({ manifest: JSON.stringify(rest), html, sizeOf })).toThrow(
      'the build shows no',
    );
  });
});
