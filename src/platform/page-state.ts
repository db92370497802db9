import type { DoneForm, PostedForm, RefusedAct, RefusedForm } from '#contract/page';
import type { Problem } from '#contract/problem';

/** What travels with a rendered page, as inert JSON, so that nothing of it is asked for again. */
export interface PageState {
  /** The address the page depicts: after a refused form post the browser's own bar shows the API's. */
  path: string;
  /** The site's calendar day when it was rendered, as YYYY-MM-DD. */
  today: string;
  /** The query cache: key and data. No times: what came with the page is fresh when it comes. */
  queries: [key: readonly unknown[], data: unknown][];
  /** Why the page could not be shown. */
  problem?: Problem;
  /** Whether it is the page that says, in the place of another, that there is no network. */
  isOffline?: boolean;
  /** A plain form post that was refused: its words and the reason. */
  form?: RefusedForm;
  /** A plain form post that was kept: how its comment stood when the page was rendered. */
  posted?: PostedForm;
  /** What a plain form has done to a comment. */
  done?: DoneForm;
  /** A like or a report by plain form that was refused. */
  refused?: RefusedAct;
}

const elementId = 'state';

/** The state as a script element that no browser runs; `<` is escaped so that no text can end it. */
export function stateElement(state: PageState): string {
  const json = JSON.stringify(state).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${elementId}">${json}</script>`;
}

/** The state of the page in this document; undefined where it was not rendered by the server. */
export function readPageState(): PageState | undefined {
  const text = document.getElementById(elementId)?.textContent;
  if (text === undefined || text === '') return undefined;
  const state: unknown = JSON.parse(text);
  return isPageState(state) ? state : undefined;
}

function isPageState(state: unknown): state is PageState {
  return (
    typeof state === 'object' &&
    state !== null &&
    'path' in state &&
    'queries' in state &&
    Array.isArray(state.queries)
  );
}
