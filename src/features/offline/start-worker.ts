import { isKeptStore, type Visit } from '#platform/kept.ts';

const address = '/service-worker.js';
let hasStarted = false;

/**
 * Registers the service worker when the page is done, once a visit. It keeps nothing that was not shown; where the
 * site no longer has one, what the old one kept goes. Not while developing, and not where the browser has none.
 */
export async function startWorker(): Promise<void> {
  if (import.meta.env.DEV || hasStarted || !('serviceWorker' in navigator)) return;
  hasStarted = true;
  const { serviceWorker } = navigator;
  const { controller } = serviceWorker;
  tell(controller, []);
  await pageIsDone();
  try {
    const registration = await serviceWorker.register(address, { updateViaCache: 'none' });
    // One that is there already is given without a look at its file.
    if (controller !== null) await registration.update();
  } catch {
    await leaveIfWithdrawn();
    return;
  }
  if (controller === null) tell((await serviceWorker.ready).active, loaded());
}

function tell(worker: ServiceWorker | null, addresses: string[]): void {
  const visit: Visit = { type: 'visit', addresses };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of one origin, and takes none
  worker?.postMessage(visit);
}

/** The address of this document, then of all that it fetched. */
function loaded(): string[] {
  const [page] = performance.getEntriesByType('navigation');
  const rest = performance.getEntriesByType('resource').map(({ name }) => name);
  return [page?.name ?? location.href, ...new Set(rest)];
}

async function pageIsDone(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  // Not every browser says when it is idle.
  if ('requestIdleCallback' in window) await new Promise((done) => requestIdleCallback(done));
}

/** A worker outlives its file; the operator who takes the file away wants it gone. A portal's page says nothing. */
async function leaveIfWithdrawn(): Promise<void> {
  try {
    const { status, redirected } = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    if ((status !== 404 && status !== 410) || redirected) return;
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister();
    for (const name of await caches.keys()) if (isKeptStore(name)) await caches.delete(name);
  } catch {
    // No network, or no storage: another visit finds out.
  }
}
