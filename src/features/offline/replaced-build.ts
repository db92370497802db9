/** Where the tab's session remembers for which file the document has been fetched again. */
const marker = 'riwaq.reloaded';

/** The file that an error speaks of; Safari names none, there any file of this build stands for it. */
export function missingFile(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const message = cause instanceof Error ? cause.message : '';
  return /https?:\/\/[^\s"')]+/.exec(message)?.[0] ?? import.meta.url;
}

/** Whether the site itself says that a file which did not come is there no more. */
export async function isReplaced(error: unknown): Promise<boolean> {
  try {
    const { status, redirected } = await fetch(missingFile(error), { method: 'HEAD', cache: 'no-store' });
    return (status === 404 || status === 410) && !redirected;
  } catch {
    return false;
  }
}

/** Fetches the document anew, unless that was tried for the same file or could not be remembered; says whether. */
export function reloadOnce(error: unknown): boolean {
  const file = missingFile(error);
  try {
    const tried = sessionStorage.getItem(marker)?.split(' ') ?? [];
    if (tried.includes(file)) return false;
    sessionStorage.setItem(marker, [...tried, file].join(' '));
  } catch {
    return false;
  }
  location.reload();
  return true;
}

/** Files that the page itself says are gone, so that the bar need not: fetched ahead, one fails more than once. */
const spoken = new Set<string>();
/** The window's event of one more. */
export const spokenInPage = 'riwaq.spoken';

export function speakInPage(error: unknown): void {
  spoken.add(missingFile(error));
  dispatchEvent(new Event(spokenInPage));
}

export const isSpoken = (error: unknown): boolean => spoken.has(missingFile(error));
