/**
 * The block that a fragment names. One that still shows its text directive comes from a browser that knows
 * none: it took the whole for an id, and has led nowhere.
 */
export function namedBlock(hash: string): { id: string; isUnread: boolean } | undefined {
  const [id = '', directive] = hash.slice(1).split(':~:');
  return id.startsWith('p-') ? { id, isUnread: directive !== undefined } : undefined;
}
