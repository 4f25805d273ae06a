import { LogAccessDenied, LogUnreachable } from '../errors.js';
import { NotStorable } from '../log-error.js';
import { openEventStore } from '../open.js';
import { withoutPassword } from '../server-url.js';
import { addressOf, atNode, nodesOf } from './address.js';

describe('an address of a server', () => {
  it.each([
    ['esdb://?tls=false', /host/],
    ['esdb://127.0.0.1:port?tls=false', /port number/],
    ['esdb://127.0.0.1:2113?tls=perhaps', /true or false/],
  ])('%s is refused with the reason', async (address, reason) => {
    const opening = openEventStore(address);
    await expect(opening).rejects.toThrow(NotStorable);
    await expect(opening).rejects.toThrow(reason);
  });

  it('with TLS needs a login', async () => {
    await expect(openEventStore('esdb://127.0.0.1:2113')).rejects.toThrow(LogAccessDenied);
  });

  it.each([
    'esdb://me:secret@127.0.0.1:port',
    'esdb://:secret@127.0.0.1:2113',
    'esdb://me:%zzsecret@127.0.0.1:2113',
    'esbd://me:secret@127.0.0.1:2113',
    'esdb:/me:secret@127.0.0.1:2113',
    'me:secret@127.0.0.1:2113',
  ])('that is none is refused without its password: %s', async (address) => {
    const refused = expect.objectContaining({ message: expect.not.stringContaining('secret') });
    await expect(openEventStore(address)).rejects.toThrow(NotStorable);
    await expect(openEventStore(address)).rejects.toThrow(refused);
  });

  it.each(['sec:ret', 'sec@ret', 'sec/ret', 'sec?ret', 'sec%40ret'])(
    'may have the password %s, which is told to the server alone',
    (password) => {
      const { url, credentials } = addressOf(
        `esdb://me:${password}@one:2113,two?tls=true&nodePreference=leader`,
      );
      expect(url).toBe('esdb://one:2113,two?tls=true&nodePreference=leader');
      expect(credentials).toEqual({ username: 'me', password: decodeURIComponent(password) });
      expect(withoutPassword(`esdb://me:${password}@one:2113`)).toBe('esdb://me:***@one:2113');
    },
  );

  it('where nobody listens is given up in words', async () => {
    const opening = openEventStore('esdb://127.0.0.1:1?tls=false', { patienceMs: 100 });
    await expect(opening).rejects.toThrow(LogUnreachable);
    await expect(opening).rejects.toThrow(
      /127\.0\.0\.1:1\?tls=false cannot be reached: .*ECONNREFUSED/,
    );
  });

  it('names its nodes, and leads to each of them with the same options', () => {
    const url = 'esdb://one:2114,two?tls=true';
    const nodes = nodesOf(url);
    expect(nodes).toEqual([
      { address: 'one', port: 2114 },
      { address: 'two', port: 2113 },
    ]);
    expect(atNode(url, nodes[1]!)).toBe('esdb://two:2113?tls=true');
  });
});
