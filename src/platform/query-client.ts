import { QueryClient } from '@tanstack/react-query';
import { ConnectionError, ProblemError } from './client.ts';

/** Whether the same call may well succeed later: no answer came, or the server could not give one now. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ProblemError) return error.problem.status >= 500;
  return error instanceof ConnectionError;
}

/**
 * The cache of server data. Calls go out whatever the browser believes of its network, since
 * navigator.onLine is wrong on many phones; what is on the screen is kept when fetching again fails.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // A list left for a long article is there, as long as it was, when the reader comes back to it.
        gcTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => !isServer && failures < 2 && isPassing(error),
      },
      // What tries again, and remembers, is the outbox around the mutation.
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

const isServer = typeof document === 'undefined';
