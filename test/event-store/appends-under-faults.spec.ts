import { setTimeout as delay } from 'node:timers/promises';
import {
  AppendTooLarge,
  type EventStore,
  LogAccessDenied,
  LogUnreachable,
  LogWriteFailed,
  openEventStore,
} from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { die, drop, type Fault, hang, type Point, refuse, restart } from '../esdb-double/faults.js';
import {
  accessDenied,
  appendTooLarge,
  commitTimeout,
  deadlineExceeded,
  notReady,
  StoredLater,
  wrongPassword,
} from '../esdb-double/refusal.js';

/** From then on any node is asked. */
const LEADER_ALONE_MS = 4_500;

let double: EsdbDouble;
let store: EventStore;

async function given(nodes: number, url?: (cluster: EsdbDouble) => string): Promise<void> {
  double = await EsdbDouble.start({ nodes });
  store = await openEventStore(url?.(double) ?? double.url, { patienceMs: 10_000 });
}

async function over(): Promise<void> {
  await store.close();
  await double.stop();
}

/** What the server really has, past the adapter. */
const onServer = (stream: string): string[] => double.log.read(stream).map(({ id }) => id);

/** When an append meets the fault, then it is answered as if nothing had been, and stored once. */
async function storesOnce(meets: () => void): Promise<void> {
  const stream = aStream();
  const [first, second, third] = [anEvent(), anEvent(), anEvent()];
  await store.append(stream, [first], 'no_stream');
  meets();
  const appended = await store.append(stream, [second, third], 0);
  const stored = await store.readStream(stream);
  expect(stored.map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  expect(appended).toEqual({ revision: 2, position: stored[2]!.position });
  expect(onServer(stream)).toEqual([first.id, second.id, third.id]);
  expect(double.faults.waiting).toBe(0);
}

describe('an append to one server', () => {
  beforeAll(() => given(1));
  afterAll(over);
  afterEach(() => double.faults.none());

  it.each<[string, Point, Fault, number]>([
    ['the connection is cut before it is stored', 'append', drop, 1],
    ['the connection is cut before the answer', 'stored', drop, 1],
    ['the connection is cut again and again', 'append', drop, 4],
    ['the server restarts before it is stored', 'append', restart, 1],
    ['the server restarts before the answer', 'stored', restart, 1],
    ['the server is not ready', 'append', refuse(notReady), 3],
    ['there is no majority', 'append', refuse(commitTimeout), 2],
    ['there is no majority, though it is stored', 'stored', refuse(commitTimeout), 1],
    ['the deadline passes', 'append', refuse(deadlineExceeded), 1],
    ['the deadline passes, though it is stored', 'stored', refuse(deadlineExceeded), 1],
    ['the handler breaks', 'append', refuse(() => new Error('a fault')), 1],
    ['the way is lost while it is read', 'read', drop, 2],
  ])('is stored once when %s', async (_name, point, fault, times) => {
    await storesOnce(() => double.faults.at(point, fault, { times }));
  });

  it('is stored once when the majority is back and stores what had failed', async () => {
    await storesOnce(() => {
      double.faults.at(
        'append',
        refuse(() => new StoredLater()),
        { times: 3 },
      );
      double.faults.at('append', (node) => void expect(node.storeLate()).toBe(3), { after: 3 });
    });
  });

  it('is stored once when another leader, who does not know its id, has stored what had failed', async () => {
    await storesOnce(() => {
      double.faults.at(
        'append',
        refuse(() => new StoredLater()),
      );
      double.faults.at(
        'append',
        (node) => {
          expect(node.storeLate()).toBe(1);
          node.log.forgetRecentIds();
        },
        { after: 1 },
      );
    });
  });

  it('is stored once when what had failed is stored behind its repetition', async () => {
    await storesOnce(() => {
      double.faults.at(
        'append',
        refuse(() => new StoredLater()),
      );
      double.faults.at('stored', (node) => void expect(node.storeLate()).toBe(1));
    });
  });

  it('is stored once when nobody answers, and is settled in a time of ours', async () => {
    await storesOnce(() => double.faults.at('stored', hang));
  });

  it('is stored once when the server falls silent without cutting a connection', async () => {
    await storesOnce(() => {
      double.faults.at('append', ({ line }) => line.freeze());
      setTimeout(() => double.node.line.thaw(), 500);
    });
  });

  it.each<[string, () => Error, new (...args: never[]) => Error]>([
    ['may not write', accessDenied, LogAccessDenied],
    ['is not known', wrongPassword, LogAccessDenied],
    ['sends more than this server takes', () => appendTooLarge(1_000), AppendTooLarge],
  ])('is refused once, in words, for a writer who %s', async (_name, refusal, error) => {
    const stream = aStream();
    const before = double.calls('append');
    double.faults.at('append', refuse(refusal));
    await expect(store.append(stream, [anEvent()], 'no_stream')).rejects.toThrow(error);
    expect(double.calls('append')).toBe(before + 1);
    expect(onServer(stream)).toEqual([]);
  });

  it('shares one call with all others', async () => {
    const before = { calls: double.calls('batchAppend'), appends: double.calls('append') };
    const append = () => store.append(aStream(), [anEvent()], 'no_stream');
    await append();
    await Promise.all(Array.from({ length: 20 }, append));
    expect(double.calls('append')).toBe(before.appends + 21);
    expect(double.calls('batchAppend')).toBeLessThanOrEqual(before.calls + 1);
  });
});

describe('an append without an answer', () => {
  it('is given up in words, and may be sent again', async () => {
    double = await EsdbDouble.start();
    store = await openEventStore(double.url, { patienceMs: 200 });
    const stream = aStream();
    const event = anEvent();
    double.faults.at('stored', die);
    await expect(store.append(stream, [event], 'no_stream')).rejects.toThrow(LogWriteFailed);
    double.node.comeBack();
    const { revision } = await store.append(stream, [event], 'no_stream');
    expect(revision).toBe(0);
    expect(onServer(stream)).toEqual([event.id]);
    await over();
  });
});

describe('an append to a cluster', () => {
  beforeEach(() => given(3));
  afterEach(over);

  const electWhenAsked = (n: number): void =>
    double.faults.at('gossip', () => double.elect(double.nodes[n]!), { after: 3 });

  it.each<[string, Point]>([
    ['before it is stored', 'append'],
    ['before the answer', 'stored'],
  ])('is stored once when the leader dies %s and another is elected', async (_name, point) => {
    await storesOnce(() => {
      double.faults.at(point, die);
      electWhenAsked(1);
    });
    expect(double.leader).toBe(double.nodes[1]);
  });

  it('is stored once when the leader loses its office', async () => {
    await storesOnce(() => double.elect(double.nodes[2]!));
    expect(double.nodes[2]!.calls.append).toBe(1);
  });

  it('is stored once when no node was to be found for a while', async () => {
    await storesOnce(() => {
      for (const node of double.nodes) node.die();
      setTimeout(() => {
        for (const node of double.nodes) node.comeBack();
        double.elect(double.nodes[1]!);
      }, 1_500);
    });
  });
});

describe('an append that is given up while the client looks for a node', () => {
  // The client calls afterwards, and on a closed channel it would throw where nobody can catch it, and end the process.
  it('is stored once, and the client is left in peace until it has ended', async () => {
    await given(3);
    const [lost, searching] = [aStream(), aStream()];
    const [first, second] = [anEvent(), anEvent()];
    for (const stream of [lost, searching]) await store.append(stream, [anEvent()], 'no_stream');
    double.faults.at('append', (node, call) => {
      double.faults.at('gossip', hang);
      return drop(node, call);
    });
    const { reached, release } = double.faults.hold('gossip');
    const one = store.append(lost, [first], 0);
    await reached;
    const other = store.append(searching, [second], 0);
    release();
    await Promise.all([one, other]);
    expect(onServer(lost).slice(1)).toEqual([first.id]);
    expect(onServer(searching).slice(1)).toEqual([second.id]);
    await over();
  });
});

describe('an append behind an election', () => {
  it('waits for a leader that does not show yet what was acknowledged before it led', async () => {
    await given(3);
    const stream = aStream();
    const [first, second, third] = [anEvent(), anEvent(), anEvent()];
    await store.append(stream, [first, second], 'no_stream');
    const next = double.nodes[1]!;
    next.hide(1);
    double.elect(next);
    double.faults.at('read', () => next.showAll(), { after: 3 });
    expect(await store.append(stream, [third], 1)).toMatchObject({ revision: 2 });
    expect(onServer(stream)).toEqual([first, second, third].map(({ id }) => id));
    await over();
  });

  it('is decided on all that was read before it', async () => {
    await given(3);
    const stream = aStream();
    const other = await openEventStore(double.url);
    await other.append(stream, [anEvent(), anEvent()], 'no_stream');
    await other.close();
    await store.readStream(stream);
    const next = double.nodes[1]!;
    next.hide(2);
    double.elect(next);
    double.faults.at('read', () => next.showAll(), { after: 3 });
    expect(await store.readStream(stream)).toHaveLength(2);
    await over();
  });
});

describe('a read while there is no leader', () => {
  it('is not answered by a node that does not show yet what was acknowledged', async () => {
    await given(3);
    const stream = aStream();
    await store.append(stream, [anEvent(), anEvent()], 'no_stream');
    for (const node of double.nodes) node.hide(1);
    double.leader = null;
    const reading = store.readStream(stream);
    await delay(LEADER_ALONE_MS);
    for (const node of double.nodes) node.showAll();
    expect(await reading).toHaveLength(2);
    await over();
  });
});

describe('an append by the address of a follower', () => {
  it('goes to the leader', async () => {
    await given(3, ({ nodes }) => `esdb://127.0.0.1:${nodes[1]!.line.port}?tls=false`);
    await storesOnce(() => {});
    expect(double.nodes[0]!.calls.append).toBeGreaterThan(0);
    await over();
  });
});

describe('a server that cannot be used', () => {
  beforeAll(async () => void (double = await EsdbDouble.start()));
  afterAll(() => double.stop());

  const opened = (scheme: string, options: string): Promise<EventStore> =>
    openEventStore(`esdb://${scheme}127.0.0.1:${double.node.line.port}${options}`, {
      patienceMs: 300,
    });

  it('is told from one without TLS', async () => {
    const opening = opened('klimaspur:secret@', '');
    await expect(opening).rejects.toThrow(LogUnreachable);
    await expect(opening).rejects.toThrow(/wrong version number/);
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  it('is told when it does not let us in', async () => {
    double.faults.at('read', refuse(wrongPassword));
    await expect(opened('', '?tls=false')).rejects.toThrow(LogAccessDenied);
  });

  it('is given up when it never answers', async () => {
    double.node.die();
    await expect(opened('', '?tls=false')).rejects.toThrow(LogUnreachable);
    double.node.comeBack();
  });
});
