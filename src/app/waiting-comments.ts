import type { QueryClient } from '@tanstack/react-query';

/** Sends what waits in the outbox, on whatever page the reader opens; whoever left nothing there fetches nothing. */
export function sendWaiting(queryClient: QueryClient): void {
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith('riwaq.outbox.')))
      void import('#outbox').then(
        ({ openOutbox }) => openOutbox(queryClient),
        () => {},
      );
  } catch {
    // Storage is denied: nothing waits in it.
  }
}
