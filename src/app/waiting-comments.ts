import type { QueryClient } from '@tanstack/react-query';
import { isAnythingWaiting } from '#platform/local-store.ts';

/** Sends what waits in the outbox, on whatever page the reader opens; whoever left nothing there fetches nothing. */
export function sendWaiting(queryClient: QueryClient): void {
  if (isAnythingWaiting())
    void import('#outbox').then(
      ({ openOutbox }) => openOutbox(queryClient),
      () => {},
    );
}
