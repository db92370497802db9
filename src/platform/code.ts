import { ConnectionError } from './client.ts';

/** A file of code or words that is fetched when it is needed; where it does not come, the network is to blame. */
export function fetchCode<Module>(loading: Promise<Module>): Promise<Module> {
  return loading.catch((cause: unknown) => {
    throw new ConnectionError('code did not come', { cause });
  });
}
