import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

export type AddressMatch = (address: string) => boolean;

/** Whether an address is one of `list` (addresses and CIDR networks); undefined where an entry is neither. */
export function trustedProxies(list: readonly string[]): AddressMatch | undefined {
  const blocks = new BlockList();
  for (const entry of list) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const family = isIP(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    const most = family === 6 ? 128 : 32;
    if (family === 0 || rest.length > 0) return undefined;
    if (bits === undefined) blocks.addAddress(address, family === 6 ? 'ipv6' : 'ipv4');
    else if (/^\d+$/.test(prefix ?? '') && bits <= most)
      blocks.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4');
    else return undefined;
  }
  return (address) => {
    const family = isIP(address);
    return family !== 0 && blocks.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Whether a request came from outside; what the server asks for its own pages it asks in the process itself. */
export const isBySocket = (c: Context): boolean => Boolean(c.env) && 'incoming' in c.env;

/** The address at the other end of the socket, where there is one. */
export const socketAddress = (c: Context): string | undefined =>
  isBySocket(c) ? getConnInfo(c).remote.address : undefined;

/**
 * The address of whoever speaks to us: the socket's, or, from a trusted proxy, the last one in
 * X-Forwarded-For that no trusted proxy wrote. What stands left of that is hearsay.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  isTrusted: AddressMatch,
): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()));
  let address = plain(socketAddress);
  while (isTrusted(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** IPv4 addresses written as IPv6, as dual-stack sockets give them. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** What counts as one client: an IPv4 address, or the /64 that one IPv6 household is given. */
export function clientNetwork(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
