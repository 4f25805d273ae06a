import {
  type EventStore,
  isTakenOut,
  LogClosed,
  LogUnreachable,
  openEventStore,
} from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { drop, type Fault, hang, type Point, refuse, restart } from '../esdb-double/faults.js';
import { Ended, notReady, Refusal, status, tooSlow } from '../esdb-double/refusal.js';
import { writtenElsewhere } from './written-elsewhere.js';

let double: EsdbDouble;
let store: EventStore;

async function given(nodes: number): Promise<void> {
  double = await EsdbDouble.start({ nodes });
  store = await openEventStore(double.url);
}
async function over(): Promise<void> {
  await store.close();
  await double.stop();
}

const isOwn = (stream: string): boolean => /^[a-z-]+-[0-9a-f]{8}-/.test(stream);
const ownIds = (): string[] =>
  double.log.all.filter(({ stream }) => isOwn(stream)).map(({ id }) => id);

/** Follows the log from its beginning and keeps what it gets. */
class Follower {
  readonly received: string[] = [];
  private readonly ends = new AbortController();
  private readonly running = this.run();
  private came = Promise.withResolvers<void>();

  /** Resolves when it has so many. */
  async has(count: number): Promise<string[]> {
    while (this.received.length < count) await this.came.promise;
    return this.received;
  }

  async leave(): Promise<void> {
    this.ends.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for await (const batch of store.subscribe(null, { batch: 7, signal: this.ends.signal })) {
      this.received.push(...batch.map(({ id }) => id));
      this.came.resolve();
      this.came = Promise.withResolvers();
    }
  }
}

/**
 * What a follower gets is the log: nothing twice, nothing missing, in order. It rests when something happens, so that only a new
 * subscription can wake it to what other nodes write.
 */
async function followsThrough(happens: () => void | Promise<void>): Promise<void> {
  writtenElsewhere(double, aStream(), 40);
  const subscribed = double.faults.hold('caught up');
  subscribed.release();
  const follower = new Follower();
  await subscribed.reached;
  await follower.has(40);
  // Answers come in the order of the questions: behind these it has asked in vain, and rests.
  for (let n = 0; n < 3; n++) await store.readAll(null, 1);
  await happens();
  double.writeSystemEvents(70);
  writtenElsewhere(double, aStream(), 40);
  expect(await follower.has(ownIds().length)).toEqual(ownIds());
  await store.append(aStream(), [anEvent()], 'no_stream');
  expect(await follower.has(ownIds().length)).toEqual(ownIds());
  expect(double.faults.waiting).toBe(0);
  await follower.leave();
}

describe('a subscription to one server', () => {
  beforeEach(() => given(1));
  afterEach(over);

  it.each<[string, () => void]>([
    ['its connections are cut', () => double.node.line.drop()],
    [
      'its connections are cut twice',
      () => void (double.node.line.drop(), double.faults.at('read', drop)),
    ],
    ['it is ended by a reset', () => double.node.endSubscriptions(new Ended())],
    [
      'it is ended without an error',
      () => double.node.endSubscriptions(new Refusal(status.OK, '')),
    ],
    ['it is too slow', () => double.node.endSubscriptions(tooSlow())],
  ])('goes on without gap or double when %s', async (_name, happens) => {
    await followsThrough(happens);
  });

  it('goes on when the server dies, and comes back later', async () => {
    await followsThrough(() => {
      double.node.die();
      setTimeout(() => double.node.comeBack(), 300);
    });
  });

  it('goes on when the server falls silent for a while', async () => {
    await followsThrough(() => {
      double.node.line.freeze();
      setTimeout(() => double.node.line.thaw(), 300);
    });
  });

  it.each<[string, Point, Fault, number]>([
    ['cut before it is confirmed', 'subscribe', drop, 3],
    ['refused, since the server is not ready', 'subscribe', refuse(notReady), 3],
    ['cut in the midst of its events', 'event', drop, 1],
    ['met by a restart in the midst of its events', 'event', restart, 1],
  ])('goes on when it is %s', async (_name, point, fault, times) => {
    await followsThrough(() => {
      double.faults.at(point, fault, { times, after: point === 'event' ? 20 : 0 });
      double.node.line.drop();
    });
  });

  it('does not sleep for ever when the server says nothing on it', async () => {
    await followsThrough(() => {
      double.faults.at('subscribe', hang);
      double.node.line.drop();
    });
  });
});

describe('a subscription to a cluster', () => {
  beforeEach(() => given(3));
  afterEach(over);

  it('goes on when the leader dies and another is elected', async () => {
    await followsThrough(() => {
      double.leader!.die();
      double.elect(double.nodes[1]!);
    });
  });

  it('goes on when the leader falls silent and another is elected', async () => {
    await followsThrough(() => {
      double.leader!.line.freeze();
      double.elect(double.nodes[1]!);
    });
    double.nodes[0]!.line.thaw();
  });

  it('goes on when each node dies in turn', async () => {
    await followsThrough(async () => {
      for (const [n, node] of double.nodes.entries()) {
        node.die();
        double.elect(double.nodes[(n + 1) % 3]!);
        writtenElsewhere(double, aStream(), 1);
        node.comeBack();
      }
    });
  });
});

describe('reads', () => {
  beforeAll(() => given(1));
  afterAll(over);

  it('are whole when they are cut in their midst', async () => {
    const stream = aStream();
    const ids = writtenElsewhere(double, stream, 1_500);
    double.faults.at('event', drop, { after: 700 });
    expect((await store.readStream(stream)).map(({ id }) => id)).toEqual(ids);
    double.faults.at('event', restart, { after: 1_200 });
    expect((await store.readAll(null, 10_000)).map(({ id }) => id)).toEqual(ids);
    expect(double.faults.waiting).toBe(0);
  });

  it.each<[string, Point, Fault]>([
    ['the connection is cut', 'read', drop],
    ['the server restarts', 'read', restart],
    ['the server is not ready', 'read', refuse(notReady)],
    ['the connection is cut before the first event', 'event', drop],
  ])('of every kind are answered when %s', async (_name, point, fault) => {
    const stream = aStream();
    const [id] = writtenElsewhere(double, stream, 1);
    const asked = [
      () => store.lastPosition(),
      () => store.streamOf(id!),
      () => store.readStream(stream, { direction: 'backwards', limit: 1 }),
      () => store.readAll(null, 1),
    ];
    for (const ask of asked) {
      const answer = await ask();
      double.faults.at(point, fault);
      expect(await ask()).toEqual(answer);
      expect(double.faults.waiting).toBe(0);
    }
  });

  it.each<[string, Point, Fault]>([
    ['before it is stored', 'append', drop],
    ['before the answer', 'stored', drop],
  ])(
    'tell no text that was taken out while the connection was cut %s',
    async (_name, point, fault) => {
      const stream = aStream();
      const typed = {
        ...anEvent({ text: { note: 'a name' } }),
        metadata: { salt: '00'.repeat(16) },
      };
      await store.append(stream, [typed], 'no_stream');
      double.faults.at(point, fault);
      expect(await store.takeTextsOut([typed.id])).toBe(1);
      expect(isTakenOut((await store.readStream(stream))[0]!.data)).toBe(true);
      expect(double.faults.waiting).toBe(0);
    },
  );
});

describe('more callers than a connection takes streams', () => {
  beforeAll(() => given(1));
  afterAll(over);

  it('all get what they asked for', async () => {
    const followers = Array.from({ length: 120 }, () => new Follower());
    const stream = aStream();
    const ids = writtenElsewhere(double, stream, 3);
    const appends = Array.from({ length: 5 }, () =>
      store.append(aStream(), [anEvent()], 'no_stream'),
    );
    const reads = followers.map(() => store.readStream(stream));
    await Promise.all(appends);
    for (const read of await Promise.all(reads)) expect(read.map(({ id }) => id)).toEqual(ids);
    for (const follower of followers) expect(await follower.has(8)).toEqual(ownIds());
    for (const follower of followers) await follower.leave();
  });
});

describe('a log that is opened', () => {
  it.each<[string, Point]>([
    ['before its name is stored', 'append'],
    ['before the answer', 'stored'],
  ])('has one name when the connection is cut %s', async (_name, point) => {
    double = await EsdbDouble.start();
    double.faults.at(point, drop);
    store = await openEventStore(double.url);
    const other = await openEventStore(double.url);
    expect(other.logId).toBe(store.logId);
    expect(double.log.read('klimaspur_log')).toHaveLength(1);
    await other.close();
    await over();
  });
});

describe('reads of a cluster without a leader', () => {
  // A node may hold, and show when it was started again, what will be cut off because the others never had it.
  it('tell nothing of the whole log, whose readers would go on behind what is cut off', async () => {
    double = await EsdbDouble.start({ nodes: 3 });
    store = await openEventStore(double.url, { patienceMs: 4_000 });
    double.leader!.die();
    writtenElsewhere(double, aStream(), 1);
    await expect(store.readAll(null, 1)).rejects.toThrow(LogUnreachable);
    double.elect(double.nodes[1]!);
    expect(await store.readAll(null, 1)).toHaveLength(1);
    await over();
  });

  it('are answered by the others after a while', async () => {
    double = await EsdbDouble.start({ nodes: 3 });
    store = await openEventStore(`esdb://127.0.0.1:${double.nodes[1]!.line.port}?tls=false`);
    const stream = aStream();
    const ids = writtenElsewhere(double, stream, 3);
    double.leader!.die();
    expect((await store.readStream(stream)).map(({ id }) => id)).toEqual(ids);
    expect(double.leader).toBe(null);
    await over();
  });
});

describe('a read that nobody answers', () => {
  it('is ended when the log is closed', async () => {
    await given(1);
    const asked = Promise.withResolvers<AbortSignal>();
    double.faults.at('read', (node, call) => {
      asked.resolve(call.signal);
      return hang(node, call);
    });
    const read = store.readStream(aStream()).catch((error: unknown) => error);
    const signal = await asked.promise;
    const ended = new Promise((resolve) => signal.addEventListener('abort', resolve));
    await store.close();
    await ended;
    expect(await read).toBeInstanceOf(LogClosed);
    await double.stop();
  });
});
