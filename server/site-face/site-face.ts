import type { LanguageCode } from '#contract/languages';
import type { LocalWords } from '#contract/site';
import type { StaticPage } from '#contract/static-page';

/** What a paper gave its site of its own, read and checked at the start; see docs/site-face.md. */
export interface SiteFace {
  /** Absent: nobody gave one. SITE_NAME wins over it. */
  name?: string | undefined;
  /** Rules that go after the sheet of styles; made of checked colours and numbers alone. */
  styles: string;
  wordmark?: { bytes: Uint8Array<ArrayBuffer>; hash: string } | undefined;
  /** In the order of the menu. */
  sections: readonly FaceSection[];
  /** In the order of the footer. */
  pages: readonly FacePage[];
  commentNote?: LocalWords | undefined;
  /** Changes with every file that the face was read from. */
  version: string;
}

export interface FaceSection {
  slug: string;
  /** In the site's language where it was given, else in the first language given; absent: only the order was. */
  name?: string | undefined;
  names?: LocalWords | undefined;
}

export interface FacePage {
  slug: string;
  /** The title in the site's language, or in the first that the page is written in. */
  name: string;
  names: LocalWords;
  /** The page as it answers a reader of `lang`. */
  inLanguage: (lang: LanguageCode | undefined) => StaticPage;
}

/** A site without a site.json. */
export const plainFace: SiteFace = { styles: '', sections: [], pages: [], version: 'plain' };
