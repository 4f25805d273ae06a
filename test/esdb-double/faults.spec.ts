import {
  AccessDeniedError,
  DeadlineExceededError,
  EventStoreDBClient,
  NotLeaderError,
  START,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';
import { EsdbDouble } from './esdb-double.js';
import { die, drop, hang, refuse, type Fault, type Point } from './faults.js';
import {
  accessDenied,
  commitTimeout,
  Ended,
  notReady,
  Refusal,
  status,
  tooSlow,
} from './refusal.js';
import { append, aStream, credentials, someEvents, stored } from './seen-appends.js';
import { listen } from './seen-subscriptions.js';

let double: EsdbDouble;
let client: EventStoreDBClient;

async function given(options?: { nodes: number }): Promise<void> {
  double = await EsdbDouble.start(options);
  client = EventStoreDBClient.connectionString(double.url);
}
afterEach(async () => {
  await client.dispose();
  await double.stop();
});

const errorOf = (tried: Promise<unknown>): Promise<Error> =>
  tried.then(
    () => new Error('it went well'),
    (error: Error) => error,
  );

describe('one server', () => {
  beforeEach(() => given());

  // An append that failed: what the client sees, and whether the event was stored (seen on a 24.2 server).
  it.each<[string, Point, Fault, new (...args: never[]) => Error, number]>([
    ['a connection cut before storing', 'append', drop, UnavailableError, 0],
    ['a connection cut before the answer', 'stored', drop, UnavailableError, 1],
    ['a death before storing', 'append', die, UnavailableError, 0],
    ['a death before the answer', 'stored', die, UnavailableError, 1],
    ['no answer, nothing stored', 'append', hang, DeadlineExceededError, 0],
    ['no answer, though stored', 'stored', hang, DeadlineExceededError, 1],
    ['no quorum', 'append', refuse(commitTimeout), TimeoutError, 0],
    ['no quorum, though stored', 'stored', refuse(commitTimeout), TimeoutError, 1],
    ['a server that is not ready', 'append', refuse(notReady), UnavailableError, 0],
    ['no access', 'append', refuse(accessDenied), AccessDeniedError, 0],
  ])('%s', async (_name, point, fault, error, events) => {
    const stream = aStream();
    double.faults.at(point, fault);
    // Only where nobody answers: else a slow machine would give the call up before it fails.
    const options = { credentials, deadline: fault === hang ? 300 : 30_000 };
    const tried = client.appendToStream(stream, someEvents(1), options);
    expect((await errorOf(tried)).constructor.name).toBe(error.name);
    double.node.comeBack();
    expect(double.log.read(stream)).toHaveLength(events);
    await append(client, stream, someEvents(1));
    expect(await stored(client, stream)).toHaveLength(events + 1);
  });

  it('comes back with its data, and without the ids of late', async () => {
    const [event] = someEvents(1);
    const stream = aStream();
    const once = { credentials, expectedRevision: 'no_stream' } as const;
    await client.appendToStream(stream, event!, once);
    await client.appendToStream(stream, event!, { credentials, expectedRevision: 'any' });
    double.node.die();
    expect(await errorOf(append(client, stream, someEvents(1)))).toMatchObject({ code: 14 });
    double.node.comeBack();
    expect(await stored(client, stream)).toEqual([event!.id]);
    await client.appendToStream(stream, event!, once);
    expect(await stored(client, stream)).toEqual([event!.id]);
    await client.appendToStream(stream, event!, { credentials, expectedRevision: 'any' });
    expect(await stored(client, stream)).toEqual([event!.id, event!.id]);
  });

  it.each<[string, () => void, RegExp]>([
    ['a cut connection', () => double.node.line.drop(), /14 UNAVAILABLE/],
    ['a dead server', () => double.node.die(), /14 UNAVAILABLE/],
    [
      'an orderly stop',
      () => double.node.endSubscriptions(new Ended()),
      /13 INTERNAL: Received RST_STREAM with code 0/,
    ],
    ['a plain end', () => double.node.endSubscriptions(new Refusal(status.OK, '')), /^end$/],
    ['a consumer too slow', () => double.node.endSubscriptions(tooSlow()), /10 ABORTED.*too slow/],
  ])('ends a subscription by %s', async (_name, happens, told) => {
    const listening = listen(client, { fromPosition: START });
    await listening.until('caughtUp');
    happens();
    expect(String(await listening.over)).toMatch(told);
  });

  it('cuts a read or a subscription in its midst', async () => {
    const stream = aStream();
    await append(client, stream, someEvents(10));
    double.faults.at('event', drop, { after: 4 });
    expect((await errorOf(stored(client, stream))).constructor.name).toBe('UnavailableError');
    expect(await stored(client, stream)).toHaveLength(10);
  });

  it('falls silent without a word, and speaks again', async () => {
    const stream = aStream();
    await append(client, stream, someEvents(1));
    double.node.line.freeze();
    const tried = client.appendToStream(stream, someEvents(1), { credentials, deadline: 100 });
    expect(await errorOf(tried)).toBeInstanceOf(DeadlineExceededError);
    double.node.line.thaw();
    const [event] = someEvents(1);
    await append(client, stream, [event!]);
    expect((await stored(client, stream)).at(-1)).toBe(event!.id);
  });

  it('holds a call at a point until it is released', async () => {
    const stream = aStream();
    const { reached, release } = double.faults.hold('append');
    const appended = append(client, stream, someEvents(1));
    await reached;
    expect(double.log.read(stream)).toEqual([]);
    release();
    expect((await appended).success).toBe(true);
  });

  it('lets a call wait without an error from the hundredth stream on', async () => {
    const open = Array.from({ length: 100 }, () => listen(client, { fromPosition: 'end' }));
    await Promise.all(open.map((each) => each.until('confirmation')));
    const tried = client.appendToStream(aStream(), someEvents(1), { credentials, deadline: 200 });
    expect(await errorOf(tried)).toBeInstanceOf(DeadlineExceededError);
  });
});

describe('a cluster', () => {
  beforeEach(() => given({ nodes: 3 }));

  const clientOf = (n: number): EventStoreDBClient =>
    EventStoreDBClient.connectionString(`esdb://127.0.0.1:${double.nodes[n]!.line.port}?tls=false`);

  it('is found by gossip, and its leader is preferred', async () => {
    await append(client, aStream(), someEvents(1));
    expect(double.nodes.map(({ calls }) => calls.append)).toEqual([1, 0, 0]);
  });

  it('takes appends at a follower, and refuses there what asks for the leader', async () => {
    const follower = clientOf(1);
    const stream = aStream();
    await append(follower, stream, someEvents(1));
    expect(await stored(client, stream)).toHaveLength(1);
    const leaders = follower.readStream(stream, { requiresLeader: true });
    const error = await errorOf(leaders[Symbol.asyncIterator]().next());
    expect(error).toBeInstanceOf(NotLeaderError);
    const leader = { address: '127.0.0.1', port: double.leader!.line.port };
    expect(error).toMatchObject({ leader });
    const again = clientOf(2);
    const asking = { credentials, requiresLeader: true };
    const refused = await errorOf(again.appendToStream(stream, someEvents(1), asking));
    expect(refused).toMatchObject({ type: 'not-leader', leader });
    for (const each of [follower, again]) await each.dispose();
  });

  it('is not ready while it elects, then goes on with another leader', async () => {
    const stream = aStream();
    await append(client, stream, someEvents(1));
    const dead = double.leader!;
    dead.die();
    expect(await errorOf(append(client, stream, someEvents(1)))).toMatchObject({ code: 14 });
    const follower = clientOf(1);
    const refused = await errorOf(append(follower, stream, someEvents(1)));
    expect(refused.message).toMatch('Server Is Not Ready');
    expect(await stored(follower, stream)).toHaveLength(1);
    double.elect(double.nodes[2]!);
    await append(client, stream, someEvents(1));
    dead.comeBack();
    expect(double.leader).toBe(double.nodes[2]);
    expect(await stored(client, stream)).toHaveLength(2);
    await follower.dispose();
  });

  it('cannot be found when no node lives, and a new client finds it afterwards', async () => {
    for (const node of double.nodes) node.die();
    const error = await errorOf(append(client, aStream(), someEvents(1)));
    expect(error.message).toMatch('Failed to discover after 10 attempts');
    for (const node of double.nodes) node.comeBack();
    double.elect(double.nodes[0]!);
    await client.dispose();
    client = EventStoreDBClient.connectionString(double.url);
    expect((await append(client, aStream(), someEvents(1))).success).toBe(true);
  });
});
