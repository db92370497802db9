import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress, clientNetwork, trustedProxies } from './client-address.ts';

const nobody = () => false;
const trusted = trustedProxies(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32']) ?? nobody;

describe('the address of a client', () => {
  test.each<[what: string, socket: string, forwarded: string | undefined, address: string]>([
    ['is the socket’s without a proxy', '203.0.113.9', undefined, '203.0.113.9'],
    ['is the socket’s whatever a stranger claims', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['is what the trusted proxy says', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    [
      'is what the outermost trusted proxy says',
      '10.0.0.1',
      '198.51.100.1, 192.0.2.7, 10.9.9.9',
      '198.51.100.1',
    ],
    ['is never what stands before it', '10.0.0.1', '1.1.1.1, 10.0.0.2, 198.51.100.1', '198.51.100.1'],
    ['is the last that is an address', '10.0.0.1', '198.51.100.1, unknown', '10.0.0.1'],
    ['is the proxy’s own where it says nothing', '10.0.0.1', '', '10.0.0.1'],
    ['is the last proxy where all are trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['is of IPv4 on a socket of both', '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
    ['is of IPv6 behind a proxy of IPv6', '2001:db8::1', '2a00:1450::5', '2a00:1450::5'],
    ['is read past blanks', '10.0.0.1', ' 198.51.100.1 ,10.0.0.2 ', '198.51.100.1'],
  ])('%s', (_, socket, forwarded, address) =>
    expect(clientAddress(socket, forwarded, trusted)).toBe(address),
  );

  test('is the socket’s for every header, where no proxy is trusted', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(clientAddress('203.0.113.9', header, nobody)).toBe('203.0.113.9');
      }),
    );
  });
});

describe('one client', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2a00:1450:4001:81b::200e', '2a00:1450:4001:81b'],
    ['2A00:1450:4001:081B:1:2:3:4', '2a00:1450:4001:81b'],
    ['2a00:1450::1', '2a00:1450:0:0'],
    ['::1', '0:0:0:0'],
    ['2a00::', '2a00:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('%s is of network %s', (address, network) => expect(clientNetwork(address)).toBe(network));

  test('is a whole /64, however its addresses rotate, and not the next one', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((part) => part.toString(16));
    fc.assert(
      fc.property(fc.tuple(group, group, group, group), (rest) => {
        expect(clientNetwork(`2a00:1450:1:2:${rest.join(':')}`)).toBe('2a00:1450:1:2');
      }),
    );
    expect(clientNetwork('2a00:1450:1:3::1')).not.toBe('2a00:1450:1:2');
  });
});

test('a list with an entry that is no address or network is none', () => {
  for (const entry of ['x', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', '::/129', '10.0.0.0/8/8', '']) {
    expect(trustedProxies(['10.0.0.1', entry])).toBeUndefined();
  }
  expect(trustedProxies([])?.('10.0.0.1')).toBe(false);
});
