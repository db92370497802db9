/** Milliseconds that a tab may be hidden before it stops listening: many only look something up. */
const grace = 10_000;

/** Whether the reader has asked the browser to save data: then nothing is listened to. */
function savesData(): boolean {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

/** Says whether `element` is within a screen of the view of a reader who looks; gives what ends it. */
export function whileLookedAt(element: Element, say: (isLookedAt: boolean) => void): () => void {
  if (savesData()) return () => {};
  let isNear = false;
  let hiding: ReturnType<typeof setTimeout> | undefined;
  const near = new IntersectionObserver(
    (entries) => {
      isNear = entries.at(-1)?.isIntersecting === true;
      tell();
    },
    { rootMargin: '100% 0px' },
  );
  const tell = () => {
    clearTimeout(hiding);
    hiding = undefined;
    if (!document.hidden) say(isNear);
    else hiding = setTimeout(() => say(false), grace);
  };
  // The page may be kept for a way back, which an open stream would forbid.
  const leave = () => {
    clearTimeout(hiding);
    say(false);
  };
  near.observe(element);
  document.addEventListener('visibilitychange', tell);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', tell);
  return () => {
    clearTimeout(hiding);
    near.disconnect();
    document.removeEventListener('visibilitychange', tell);
    removeEventListener('pagehide', leave);
    removeEventListener('pageshow', tell);
  };
}
