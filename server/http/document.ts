import { createHash } from 'node:crypto';
import type { RenderedPage } from '#contract/page';

/** What the client's build made. */
export interface Built {
  template: string;
  /** Vite's manifest: files of code and styles, and what each imports. */
  manifest: Record<string, { file: string; name?: string | undefined; imports?: string[] | undefined }>;
  readFile: (path: string) => string;
  /** Rules of the paper's own face, which go after the sheet's. */
  ownStyles?: string;
}

export interface Document {
  html: string;
  contentSecurityPolicy: string;
}

/** The manifest's names of the entry of every page and of the one sheet of styles. */
const entry = 'index.html';
const sheet = 'style.css';

/**
 * Fills the one document template. The styles stand inside it, so that the first paint waits for
 * nothing; the page's code and words are named at its end, so that they are fetched side by side and
 * take nothing from the text on a thin line.
 */
export function createDocuments({
  template,
  manifest,
  readFile,
  ownStyles = '',
}: Built): (page: RenderedPage) => Document {
  const isBuilt = Object.keys(manifest).length > 0;
  const sheetFile = manifest[sheet]?.file;
  if (isBuilt && (sheetFile === undefined || !Object.hasOwn(manifest, entry))) {
    throw new Error(
      'the build has no entry or no styles in its manifest, so that its pages would stand bare',
    );
  }
  const bare = isBuilt
    ? template.replace(/\s*<(?:link rel="stylesheet"|script type="module")[^>]*>(?:<\/script>)?/g, '')
    : template;
  // Read at once: a build made while this process runs takes the file away.
  const css = (sheetFile === undefined ? '' : readFile(sheetFile).trim()) + ownStyles;
  const headScript = /<script>([\s\S]*?)<\/script>/.exec(bare)?.[1] ?? '';
  const policy = policyOf({ headScript, css });

  /** Files of the chunks at `keys` and of all that they import. */
  const filesOf = (keys: readonly string[], seen = new Set<string>()): Set<string> => {
    for (const { file, imports = [] } of keys.flatMap((key) => manifest[key] ?? [])) {
      if (!seen.has(file)) filesOf(imports, seen.add(file));
    }
    return seen;
  };
  const codeOf = ({ routes, lang }: RenderedPage) => {
    const pages = routes.map((id) => `src/app/pages/${id}-page.tsx`);
    const words = Object.keys(manifest).filter((key) => manifest[key]?.name === `words-${lang}`);
    const links = [...filesOf([entry, ...pages, ...words])].map(
      (file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`,
    );
    const script = `<script type="module" crossorigin src="/${manifest[entry]?.file}"></script>`;
    return isBuilt ? links.join('') + script : '';
  };

  return (page) => {
    // Functions, because text put in for a pattern would have its `$` read as one.
    const html = bare
      .replace(/<html[^>]*>/, () => `<html lang="${page.lang}" dir="${page.dir}">`)
      .replace('<!--head-->', () => `${page.head}\n${preload(page)}<style>${css}</style>`)
      .replace('<!--page-->', () => page.body)
      .replace('<!--state-->', () => page.state + codeOf(page));
    return { html, contentSecurityPolicy: policy };
  };
}

/** Of headlines and of reading text, as src/ui/tokens.css gives them to each language; Latin letters are the device's. */
const arabic = { headlines: 'markazi-text-arabic', text: 'noto-naskh-arabic-arabic' };
const eastern = { headlines: 'markazi-text-eastern', text: 'noto-naskh-arabic-eastern' };
const kurdish = { headlines: 'noto-naskh-arabic-eastern', text: 'noto-naskh-arabic-eastern' };
const hebrew = { headlines: 'frank-ruhl-libre-hebrew', text: 'frank-ruhl-libre-hebrew' };
const faces: Record<string, typeof arabic> = {
  ar: arabic,
  fa: eastern,
  ur: eastern,
  ckb: kurdish,
  ps: kurdish,
  ug: kurdish,
  he: hebrew,
  yi: hebrew,
};

/** The one face of the largest text on the page, in the language of that text: of an article's body, else of the first headline. */
function preload({ body, routes, lang }: RenderedPage): string {
  const isArticle = routes.includes('article');
  const first = isArticle ? /<article\b[^]*?\slang="([^"]*)"/ : /<main\b[^]*?<h[1-6]\b[^>]*\slang="([^"]*)"/;
  const [language = ''] = (first.exec(body)?.[1] ?? lang).split('-');
  const face = faces[language]?.[isArticle ? 'text' : 'headlines'];
  if (face === undefined) return '';
  return `<link rel="preload" href="/fonts/${face}.woff2" as="font" type="font/woff2" crossorigin>\n`;
}

/** Nothing runs or loads but our own files and the two inline pieces known by their hashes. */
function policyOf({ headScript, css }: { headScript: string; css: string }): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${sha256(headScript)}`,
    `style-src 'self' ${sha256(css)}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
