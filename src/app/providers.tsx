import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { PageContextProvider, type PageContext } from './page-context.ts';

interface Props {
  queryClient: QueryClient;
  page: PageContext;
  children: ReactNode;
}

/** All that the tree is given from outside, the same in the browser and on the server. */
export function Providers({ queryClient, page, children }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <PageContextProvider value={page}>{children}</PageContextProvider>
    </QueryClientProvider>
  );
}
