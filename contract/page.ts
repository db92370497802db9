import type { Direction, LanguageCode } from './languages.ts';
import type { ProblemCode, problemStatus } from './problem-codes.ts';
import type { Problem } from './problem.ts';

/** What the server asks of the page renderer, and gets. */
export interface PageRequest {
  /** Absolute address of the page. */
  url: string;
  /** The site's calendar day, YYYY-MM-DD. */
  today: string;
  form?: RefusedForm;
  posted?: PostedForm;
  done?: DoneForm;
  refused?: RefusedAct;
  /** Why there is no page: then only this is shown, and the API is not asked. */
  problem?: Problem;
}

/** A plain form post that was refused: its words, kept, and the reason. */
export interface RefusedForm {
  /** The article it was written under. */
  slug: string;
  /** The comment it answers, where that can still be answered: the words belong under it. */
  parentId?: string;
  name: string;
  text: string;
  problem: Problem;
}

/** A comment that a plain form post has left under the page's article. */
export interface PostedForm {
  id: string;
  state: 'published' | 'pending';
}

/** What a plain form has done to a comment under the page's article. */
export interface DoneForm {
  kind: 'liked' | 'unliked' | 'reported';
  id: string;
}

/** A like or a report by plain form that was refused. */
export interface RefusedAct {
  kind: 'like' | 'report';
  /** The comment. */
  id: string;
  /** The words of a report, kept. */
  reason: string;
  problem: Problem;
}

/** What a page can be answered with. */
export type PageStatus = 200 | (typeof problemStatus)[ProblemCode];

export interface RenderedPage {
  status: PageStatus;
  /** Whether all that the page shows was there; a page with a failed part is not to be kept. */
  complete: boolean;
  lang: LanguageCode;
  dir: Direction;
  /** Title and tags of the document's head. */
  head: string;
  /** Inside of the application's element. */
  body: string;
  /** The element that carries the page's state. */
  state: string;
  /** Ids of the routes shown, outermost first; their code and styles go with the page. */
  routes: string[];
}

/** The part of a fetch answer that the pages' calls read. */
export interface PageAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}
export type PageFetch = (url: string) => Promise<PageAnswer>;

/** What the built renderer exports. */
export interface PageRenderer {
  /** Says how rendered pages reach the API; once, before the first page. */
  connectPages(fetch: PageFetch): void;
  /** Renders one page. It belongs to no reader: the same request gives the same page. */
  renderPage(request: PageRequest): Promise<RenderedPage>;
}
