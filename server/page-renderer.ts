import type { PageRenderer } from '#contract/page';
import { StartError } from './start-error.ts';

/** The page renderer in a module loaded at run time; throws StartError where it is none. */
export function pageRendererOf(module: unknown): PageRenderer {
  if (isPageRenderer(module)) return module;
  throw new StartError('dist/server/render.js does not render pages; run npm run build again.');
}

function isPageRenderer(module: unknown): module is PageRenderer {
  return typeof module === 'object' && module !== null && 'connectPages' in module && 'renderPage' in module;
}
