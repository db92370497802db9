import { createContext, useContext } from 'react';
import type { DoneForm, PostedForm, RefusedAct, RefusedForm } from '#contract/page';

/** What belongs to this showing of a page and to no query. */
export interface PageContext {
  /** The site's calendar day, YYYY-MM-DD. */
  today: string;
  /** A plain form post that was refused; it belongs to the page it came with. */
  form?: RefusedForm | undefined;
  /** A plain form post that was kept. */
  posted?: PostedForm | undefined;
  /** What a plain form has done to a comment. */
  done?: DoneForm | undefined;
  /** A like or a report by plain form that was refused. */
  refused?: RefusedAct | undefined;
}

export const PageContextProvider = createContext<PageContext>({ today: '1970-01-01' });

export const usePageContext = () => useContext(PageContextProvider);
