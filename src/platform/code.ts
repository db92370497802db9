import { ConnectionError } from './client.ts';

/** A file of code or words did not come. */
export class CodeError extends ConnectionError {}

/** The window's event of a file that did not come; its detail is the error. */
export const codeMissing = 'riwaq.code';

/**
 * A file of code or words that is fetched when it is needed; where it does not come, the network is to blame,
 * or a new build that has it no more: whoever listens for `codeMissing` finds out.
 */
export function fetchCode<Module>(loading: Promise<Module>): Promise<Module> {
  return loading.catch((cause: unknown) => {
    const error = new CodeError('code did not come', { cause });
    if (typeof document !== 'undefined') dispatchEvent(new CustomEvent(codeMissing, { detail: error }));
    throw error;
  });
}
