import { BlockList, isIP } from 'node:net';
import fc from 'fast-check';
import { isPublicAddress } from './public-address.js';

/** The networks that the registries of IANA call not globally reachable, written down a second time. */
const reserved = { ipv4: new BlockList(), ipv6: new BlockList() };
const networks = {
  ipv4:
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
    '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
  ipv6:
    '::/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20 4000::/2 8000::/2 c000::/3 e000::/4 f000::/5 ' +
    'f800::/6 fc00::/6',
};
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const network of networks[family].split(' ')) {
    const [address = '', bits] = network.split('/');
    reserved[family].addSubnet(address, Number(bits), family);
  }
}
const isReserved = (address: string): boolean => {
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  return reserved[family].check(address, family);
};

describe('an address is public', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '2606:4700::1111',
    '2a01:4f8::1',
    '172.32.0.1',
    '100.128.0.1',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '::1'],
    ['unspecified', '0.0.0.0'],
    ['unspecified', '::'],
    ['„this network“', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['link-local, where clouds keep secrets', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['of one interface', 'fe80::1%eth0'],
    ['shared by customers', '100.64.0.1'],
    ['multicast', '224.0.0.251'],
    ['multicast', 'ff02::fb'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['protocol assignments', '192.0.0.170'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['benchmarks', '198.18.0.1'],
    ['unique local', 'fd00::1'],
    ['unique local, where clouds keep secrets', 'fd00:ec2::254'],
    ['site-local', 'fec0::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['public IPv4 in IPv6', '::ffff:8.8.8.8'],
    ['IPv4 in IPv6 of old', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['discarded', '100::1'],
    ['no address', 'localhost'],
    ['no address', ''],
    ['no address as anybody writes it', '0x7f.1'],
    ['no address as anybody writes it', '2130706433'],
    ['no address as anybody writes it', '0177.0.0.1'],
    ['a network', '8.8.8.0/24'],
  ])('but not: %s (%s)', (_why, address) => expect(isPublicAddress(address)).toBe(false));

  it('never where a registry says that it is not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(isPublicAddress(address) && isReserved(address)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('wherever no registry says otherwise', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        // Public, but there to swallow mistakes: nobody publishes there.
        const swallows = /^192\.(31\.196|52\.193|175\.48)\./.test(address);
        expect(isPublicAddress(address)).toBe(!isReserved(address) && !swallows);
      }),
      { numRuns: 2_000 },
    );
  });
});
