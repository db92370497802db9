import { randomUuid } from '#platform/uuid.ts';

/** Longer than a try may take. */
const lease = 75_000;
/** In which two tabs that took a lease at once see each other. */
const settling = 60;
const me = randomUuid();

/**
 * Runs `work` where no other tab of this browser runs it under the same name; says whether it did. Web
 * Locks end with their tab. Where there are none, outside a secure context, a lease in the device's storage
 * stands for them: it ends by itself, and a rare second try under the same key costs nothing but a request.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  let hasRun = false;
  const run = () => {
    hasRun = true;
    return work();
  };
  try {
    if ('locks' in navigator)
      return await navigator.locks.request(`riwaq.${name}`, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await run();
        return lock !== null;
      });
  } catch (error) {
    // Where storage is denied, locks may be too.
    if (hasRun) throw error;
  }
  return leased(`riwaq.lease.${name}`, work);
}

async function leased(item: string, work: () => Promise<void>): Promise<boolean> {
  try {
    if (isTaken(localStorage.getItem(item))) return false;
    localStorage.setItem(item, `${me} ${Date.now() + lease}`);
    await new Promise((done) => setTimeout(done, settling));
    if (localStorage.getItem(item)?.startsWith(me) !== true) return false;
  } catch {
    // Without storage other tabs know nothing of what waits here.
    await work();
    return true;
  }
  try {
    await work();
  } finally {
    localStorage.removeItem(item);
  }
  return true;
}

function isTaken(text: string | null): boolean {
  const [by, until = ''] = (text ?? '').split(' ');
  const rest = Number(until) - Date.now();
  return by !== me && rest > 0 && rest <= lease;
}
