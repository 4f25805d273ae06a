import { LogClosed } from '@klimaspur/event-store';
import { aStream } from '@klimaspur/event-store/testing';
import { addressOf } from '../../libs/event-store/src/eventstoredb/address.js';
import { Connection } from '../../libs/event-store/src/eventstoredb/connection.js';
import { forCalls } from '../../libs/event-store/src/eventstoredb/eventstoredb-log-reader.js';
import { NoAnswer } from '../../libs/event-store/src/eventstoredb/failures.js';
import { streamPage } from '../../libs/event-store/src/eventstoredb/read-message.js';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { writtenElsewhere } from './written-elsewhere.js';

const SILENCE_MS = 300;
/** Longer than any of these tests. */
const EVER_MS = 60_000;

describe('a read that must look for a node first', () => {
  let double: EsdbDouble;
  let connection: Connection;
  beforeEach(async () => {
    double = await EsdbDouble.start({ nodes: 3 });
    connection = connected();
  });
  afterEach(async () => {
    connection.close();
    await double.stop();
  });

  const connected = () => new Connection(addressOf(double.url), forCalls);

  /** How many events of the stream any node gives. */
  async function count(
    at: Connection,
    stream: string,
    silenceMs: number,
    asked = { leader: false },
  ): Promise<number> {
    let events = 0;
    const page = streamPage({ stream, count: 10 });
    await at.read(page, asked, silenceMs, () => void events++);
    return events;
  }

  /** Known once another read was answered, which came later. */
  async function expectNeverAsked(): Promise<void> {
    const other = connected();
    await count(other, aStream(), EVER_MS);
    other.close();
    expect(double.calls('read')).toBe(1);
  }

  it('is given up in its time, and does not begin afterwards', async () => {
    const { reached, release } = double.faults.hold('gossip');
    const given = count(connection, aStream(), SILENCE_MS).catch((error: unknown) => error);
    await reached;
    expect(await given).toBeInstanceOf(NoAnswer);
    release();
    await expectNeverAsked();
  });

  it('ends when the log is closed, and does not begin afterwards', async () => {
    const { reached, release } = double.faults.hold('gossip');
    const given = count(connection, aStream(), EVER_MS).catch((error: unknown) => error);
    await reached;
    connection.close();
    expect(await given).toBeInstanceOf(LogClosed);
    release();
    await expectNeverAsked();
  });

  it('asks one node after the other where those hang that would have to elect', async () => {
    const stream = aStream();
    writtenElsewhere(double, stream, 3);
    for (const node of double.nodes.slice(0, 2)) node.line.freeze();
    double.leader = null;
    for (let n = 0; n < 3; n++) {
      await expect(count(connection, stream, SILENCE_MS)).rejects.toThrow(NoAnswer);
    }
    expect(await count(connection, stream, EVER_MS)).toBe(3);
  });

  it('asks those that were silent last, and stays with one that answers and cannot do more', async () => {
    const stream = aStream();
    writtenElsewhere(double, stream, 3);
    expect(await count(connection, stream, EVER_MS)).toBe(3);
    double.leader!.line.freeze();
    double.nodes[2]!.die();
    await expect(count(connection, stream, SILENCE_MS)).rejects.toThrow(NoAnswer);
    expect(await count(connection, stream, EVER_MS)).toBe(3);
    const named = count(connection, stream, EVER_MS, { leader: true });
    await expect(named).rejects.toMatchObject({ type: 'not-leader' });
    expect(await count(connection, stream, EVER_MS)).toBe(3);
    double.leader = null;
    const led = count(connection, stream, EVER_MS, { leader: true });
    await expect(led).rejects.toThrow('Server Is Not Ready');
    expect(await count(connection, stream, EVER_MS)).toBe(3);
  });
});
