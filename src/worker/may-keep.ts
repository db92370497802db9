/** Of an answer what says whether it may be kept. */
export interface Answered {
  status: number;
  redirected: boolean;
  /** `basic` is our own origin's, `cors` that of an API elsewhere. */
  type: string;
  contentType: string | null;
  cacheControl: string | null;
}

/** What the document of every build of ours has. A captive portal's page has not. */
export const isOurPage = (html: string): boolean =>
  html.includes('<div id="app">') && html.includes('<p id="spoken"');

const isWhole = ({ status, redirected, type }: Answered) =>
  status === 200 && !redirected && (type === 'basic' || type === 'cors' || type === 'default');
const isEverybodys = ({ cacheControl }: Answered) => !/\b(no-store|private)\b/i.test(cacheControl ?? '');
const isHtml = ({ contentType }: Answered) => /^text\/html\b/i.test(contentType ?? '');

/** A page of ours that is the same for everybody. */
export const mayKeepPage = (answer: Answered, html: string): boolean =>
  isWhole(answer) && isEverybodys(answer) && isHtml(answer) && isOurPage(html);

/** An answer of the API that is the same for everybody. */
export const mayKeepAnswer = (answer: Answered): boolean =>
  isWhole(answer) && isEverybodys(answer) && isAnswer(answer) && !isProblem(answer);

/** Code, words, a font or a picture; a portal speaks HTML whatever it was asked for. */
export const mayKeepFile = (answer: Answered): boolean =>
  isWhole(answer) && isEverybodys(answer) && !isHtml(answer) && (answer.contentType ?? '') !== '';

/** Whether the API itself spoke; what else comes is somebody's between, and no answer. */
export const isAnswer = ({ contentType }: Answered): boolean =>
  /^application\/(problem\+)?json\b/i.test(contentType ?? '');
const isProblem = ({ contentType }: Answered) => /^application\/problem/i.test(contentType ?? '');

/** Whether the site says that what was here is no more: its copy is to go too. */
export const isGonePage = (answer: Answered, html: string): boolean =>
  isGone(answer) && isHtml(answer) && isOurPage(html);
export const isGoneAnswer = (answer: Answered, text: string): boolean =>
  isGone(answer) && isProblem(answer) && text.includes('urn:riwaq:problem:');
const isGone = ({ status, redirected }: Answered) => (status === 404 || status === 410) && !redirected;

/** Whether the site could not answer: what is kept is better. */
export const isFailure = ({ status }: { status: number }): boolean => status >= 500;
