import * as v from 'valibot';

/** An object of these members alone; what is allowed is the message. */
export const strictObject = <Entries extends v.ObjectEntries>(entries: Entries) => {
  const allowed = `an object of ${Object.keys(entries).join(', ')}`;
  return v.pipe(
    v.unknown(),
    // A list would be taken for an object without members.
    v.check((value) => !Array.isArray(value), allowed),
    v.strictObject(entries, allowed),
  );
};
