import { addressWarnings } from './public-address.js';
import { readSettings } from './settings.js';

interface Given {
  readonly base?: string;
  readonly host?: string;
  readonly port?: number;
  readonly inContainer?: boolean;
}

const warningsFor = ({ base = '', host = '', port = 3000, inContainer = false }: Given) =>
  addressWarnings(readSettings({ KLIMASPUR_BASE_URL: base, HOST: host }), { port, inContainer });

describe('public address, HTTPS and listening place', () => {
  it.each<[string, Given]>([
    ['by default', {}],
    ['of a proxy on this machine', { base: 'https://klima.example.org' }],
    ['with a slash at the end', { base: 'https://klima.example.org/' }],
    ['of a proxy on another port', { base: 'https://klima.example.org:8443' }],
    ['of a proxy in the same network', { base: 'https://k.example.org', host: '10.0.0.5' }],
    ['of a container', { base: 'https://k.example.org', host: '0.0.0.0', inContainer: true }],
    ['of a try-out', { base: 'http://localhost:3000' }],
    ['of a try-out by number', { base: 'http://[::1]:3000', host: '::1' }],
    ['inside a house', { base: 'http://klima.internal:3000', host: '0.0.0.0' }],
    ['inside a network', { base: 'http://192.168.1.20:3000', host: '0.0.0.0' }],
    [
      'of a try-out in a container',
      { base: 'http://localhost:8080', host: '0.0.0.0', inContainer: true },
    ],
  ])('fit %s', (_where, given) => {
    expect(warningsFor(given)).toEqual([]);
  });

  it.each<[string, Given, RegExp]>([
    [
      'plain HTTP on a public name',
      { base: 'http://klima.example.org' },
      /unencrypted.*https:\/\/klima\.example\.org$/,
    ],
    ['plain HTTP on a public number', { base: 'http://203.0.113.7:3000' }, /unencrypted/],
    ['plain HTTP on a public IPv6 number', { base: 'http://[2001:db8::7]:3000' }, /unencrypted/],
    [
      'HTTPS on the port that is listened on',
      { base: 'https://klima.example.org', host: '0.0.0.0', port: 443 },
      /speaks plain HTTP/,
    ],
    ['HTTPS of a try-out without a proxy', { base: 'https://localhost:3000' }, /plain HTTP/],
    [
      'a way around the proxy',
      { base: 'https://klima.example.org', host: '0.0.0.0' },
      /^HOST is 0\.0\.0\.0: whoever asks port 3000 .*HOST=127\.0\.0\.1$/,
    ],
    ['the same by IPv6', { base: 'https://klima.example.org', host: '::' }, /^HOST is ::/],
    ['an open door without an address', { host: '0.0.0.0' }, /BASE_URL is not set.*0\.0\.0\.0/],
    ['the same in a container', { host: '0.0.0.0', inContainer: true }, /BASE_URL is not set/],
    ['another port', { base: 'http://localhost:8080' }, /names port 8080.*listens on 3000/],
    ['the port that an address has unsaid', { base: 'http://localhost' }, /names port 80,/],
  ])('do not fit with %s', (_what, given, words) => {
    const [warning, ...others] = warningsFor(given);
    expect(warning?.en).toMatch(words);
    expect(warning?.de).not.toBe(warning?.en);
    expect(others).toEqual([]);
  });
});
