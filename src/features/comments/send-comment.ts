import type { QueryClient } from '@tanstack/react-query';
import { openOutbox } from '#outbox';
import { checkFields } from './check-fields.ts';
import type { FieldErrors } from './field-errors.ts';

interface Letter {
  slug: string;
  parentId: string | undefined;
  name: string;
  text: string;
}

/**
 * Hands the words of a form to the outbox and gives their key, or what is wrong with them. `last` is the
 * key of what the form sent before, where nothing in it was edited since: pressed again it means that one.
 */
export function sendComment(
  queryClient: QueryClient,
  letter: Letter,
  last: string | undefined,
): { key?: string; mistakes?: FieldErrors } {
  const outbox = openOutbox(queryClient);
  const before = outbox.entries().find(({ key }) => key === last);
  // The press that came after the box was emptied, and the one before.
  if (last !== undefined && (letter.text === '' || before !== undefined)) {
    outbox.ask(last);
    return { key: last };
  }
  const mistakes = checkFields(letter.name, letter.text);
  return mistakes === undefined ? { key: outbox.send(letter) } : { mistakes };
}
