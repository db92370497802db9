export type Coding = 'br' | 'gzip';

/** What is remembered of Accept-Encoding: browsers send a handful, and whoever likes can make one up. */
const most = 100;
const known = new Map<string, Coding | undefined>();

/** The smaller of the codings that the client takes; one with q=0 it does not. */
export function bestCoding(accepted = ''): Coding | undefined {
  const found = known.get(accepted);
  if (found !== undefined || known.has(accepted)) return found;
  const coding = parse(accepted);
  if (known.size < most) known.set(accepted, coding);
  return coding;
}

function parse(accepted: string): Coding | undefined {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';'));
  const takes = (coding: Coding) =>
    taken.some(([name = '', weight = '']) => name.trim() === coding && !/q\s*=\s*0(\.0*)?\s*$/.test(weight));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : undefined;
}
