import { LogAccessDenied, LogUnreachable } from '../errors.js';
import { NotStorable } from '../log-error.js';
import { openEventStore } from '../open.js';
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

  it('is never told with its password', () => {
    expect(() => addressOf('esdb://me:secret@127.0.0.1:port')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  it('where nobody listens is given up in words', async () => {
    const opening = openEventStore('esdb://127.0.0.1:1?tls=false', { patienceMs: 100 });
    await expect(opening).rejects.toThrow(LogUnreachable);
    await expect(opening).rejects.toThrow(
      /127\.0\.0\.1:1\?tls=false cannot be reached: .*ECONNREFUSED/,
    );
  });

  it('names its nodes, and leads to each of them with the same login and options', () => {
    const url = 'esdb://me:secret@one:2114,two?tls=true';
    const nodes = nodesOf(url);
    expect(nodes).toEqual([
      { address: 'one', port: 2114 },
      { address: 'two', port: 2113 },
    ]);
    expect(atNode(url, nodes[1]!)).toBe('esdb://me:secret@two:2113?tls=true');
  });
});
