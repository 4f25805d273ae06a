import { randomUUID } from 'node:crypto';
import {
  IdempotencyKeyReused,
  OutcomeUnknown,
  RevisionConflict,
  RevisionRequired,
  StreamBusy,
  WrongExpectedRevision,
} from './errors.js';
import { newCommandId } from './event-id.js';
import type { EventStore } from './event-store.js';
import { handle } from './handle.js';
import { NotStorable } from './log-error.js';
import { openEventStore } from './open.js';
import type { Decided, Write } from './write.js';

const happened = (type: string, data: object = {}): Decided => ({
  type,
  data,
  occurredOn: '2026-03-01',
  schemaVersion: 1,
});

const refuse = (): never => {
  throw new RangeError('no');
};

describe('the one write path', () => {
  let store: EventStore;
  let stream: string;

  beforeEach(async () => {
    store = await openEventStore('sqlite::memory:');
    stream = `measure-${randomUUID()}`;
  });
  afterEach(() => store.close());

  const command = (write: Partial<Write> = {}): Write => ({
    stream,
    mode: 'additive',
    decide: () => [happened('MeasureChecked')],
    commandId: newCommandId(),
    actor: { person: 'p-1', role: 'MONITOR' },
    now: '2026-03-02T10:00:00.000Z',
    body: { type: 'check-measure' },
    requestKey: Buffer.alloc(32, 7),
    ...write,
  });

  it('stores what was decided, with who, when and why', async () => {
    const commandId = newCommandId();
    const creation = command({
      mode: 'creating',
      commandId,
      decide: () => [
        happened('MeasureRecorded', { text: { title: 'Solar roofs' } }),
        happened('MeasureProposed'),
      ],
    });
    const handled = await handle(store, creation);
    expect(handled.revision).toBe(1);
    const [recorded, proposed] = await store.readStream(stream);
    expect(recorded!.metadata).toEqual({
      commandId,
      actor: { person: 'p-1', role: 'MONITOR' },
      occurredOn: '2026-03-01',
      recordedAt: '2026-03-02T10:00:00.000Z',
      schemaVersion: 1,
      request: expect.stringMatching(/^[0-9a-f]{64}$/),
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(proposed!.metadata).not.toHaveProperty('request');
    expect(proposed!.metadata).not.toHaveProperty('salt');
    expect(handled.position).toBe(proposed!.position);
  });

  it('answers a repeated command as the first time, without deciding again', async () => {
    const first = command();
    const answer = await handle(store, first);
    await handle(store, command());
    expect(await handle(store, { ...first, decide: refuse, expectedRevision: 99 })).toEqual({
      ...answer,
      repeated: true,
    });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('refuses another request under a known command id', async () => {
    const first = command();
    await handle(store, first);
    await expect(handle(store, { ...first, body: { type: 'other' } })).rejects.toThrow(
      IdempotencyKeyReused,
    );
  });

  it('gives the first answer when the secret of the first request is gone', async () => {
    const first = command();
    await handle(store, first);
    const later = { requestKey: Buffer.alloc(32, 8), requestKeySince: '2026-04-01T00:00:00.000Z' };
    expect(await handle(store, { ...first, ...later })).toMatchObject({ repeated: true });
  });

  it('records nothing and says so when nothing was decided', async () => {
    const { revision, position } = await handle(store, command());
    expect(await handle(store, command({ decide: () => [] }))).toEqual({
      revision,
      position,
      unchanged: true,
    });
  });

  /** The same log as another process has it. */
  const elsewhere = () => Object.create(store) as EventStore;

  it('decides an additive command again on what a faster process left', async () => {
    const seen: number[] = [];
    const writers = Array.from({ length: 4 }, () =>
      command({
        decide: (history) => {
          seen.push(history.length);
          return [happened('MeasureChecked')];
        },
      }),
    );
    const answers = await Promise.all(writers.map((write) => handle(elsewhere(), write)));
    expect(answers.map(({ revision }) => revision).toSorted()).toEqual([0, 1, 2, 3]);
    expect(Math.max(...seen)).toBe(3);
  });

  /** Another process wrote between the reading of this one and its writing. */
  const overtaken = (by: Write): EventStore =>
    Object.assign(elsewhere(), {
      append: async (...call: Parameters<EventStore['append']>) => {
        await handle(store, by);
        return store.append(...call);
      },
    });

  it('refuses another request under a command id that a faster process carried out meanwhile', async () => {
    const first = command({ decide: () => [happened('MeasureChecked', { note: 'first' })] });
    const other = { ...first, body: { type: 'other' }, decide: () => [happened('MeasureChecked')] };
    await expect(handle(overtaken(first), other)).rejects.toThrow(IdempotencyKeyReused);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('gives the first answer to a request that a faster process decided otherwise meanwhile', async () => {
    const first = command({ decide: () => [happened('MeasureChecked', { on: 'Monday' })] });
    const again = { ...first, decide: () => [happened('MeasureChecked', { on: 'Tuesday' })] };
    const answer = await handle(overtaken(first), again);
    expect(answer).toEqual({ ...(await handle(store, first)), repeated: true });
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('lets the writers of one process into a stream one after the other, each decided once', async () => {
    const seen: number[] = [];
    const writers = Array.from({ length: 100 }, () =>
      command({
        decide: (history) => {
          seen.push(history.length);
          return [happened('MeasureChecked')];
        },
      }),
    );
    const answers = await Promise.all(writers.map((write) => handle(store, write)));
    const inTurn = [...writers.keys()];
    expect(answers.map(({ revision }) => revision)).toEqual(inTurn);
    expect(seen).toEqual(inTurn);
  });

  it('goes on with the next after one that was refused', async () => {
    const outcomes = await Promise.allSettled([
      handle(store, command({ decide: refuse })),
      handle(store, command()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('turns away whoever comes to a line that is too long, and nobody else', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 1_100 }, () => handle(store, command())),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(100);
    expect(refused[0]!.reason).toBeInstanceOf(StreamBusy);
    expect(await handle(store, command())).toMatchObject({ revision: 1_000 });
  });

  it('decides again five times, then gives up', async () => {
    const overtaken = command({
      decide: (history) => {
        const expected = history.at(-1)?.revision ?? 'no_stream';
        const event = { id: randomUUID(), type: 'MeasureChecked', data: {}, metadata: {} };
        void store.append(stream, [event], expected);
        return [happened('MeasureChecked')];
      },
    });
    await expect(handle(store, overtaken)).rejects.toThrow(WrongExpectedRevision);
    expect(await store.readStream(stream)).toHaveLength(6);
  });

  it('wants the revision that a replacing command was based on', async () => {
    await expect(handle(store, command({ mode: 'replacing' }))).rejects.toThrow(RevisionRequired);
  });

  it('refuses a stale revision and tells what came between', async () => {
    await handle(store, command());
    await handle(store, command({ decide: () => [happened('MeasureDescribed')] }));
    const stale = handle(store, command({ mode: 'replacing', expectedRevision: 0 }));
    await expect(stale).rejects.toThrow(RevisionConflict);
    await expect(stale).rejects.toMatchObject({
      actual: 1,
      since: [{ type: 'MeasureDescribed', revision: 1 }],
    });
  });

  it('turns a lost race of a replacing command into a conflict', async () => {
    await handle(store, command());
    const both = await Promise.allSettled([
      handle(store, command({ mode: 'replacing', expectedRevision: 0 })),
      handle(store, command({ mode: 'replacing', expectedRevision: 0 })),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((both[1] as PromiseRejectedResult).reason).toBeInstanceOf(RevisionConflict);
  });

  it('does not create what exists', async () => {
    await handle(store, command());
    await expect(handle(store, command({ mode: 'creating' }))).rejects.toThrow(
      WrongExpectedRevision,
    );
  });

  it('gives a policy the same events at every run', async () => {
    const policy = command({
      sourceEventId: '0197c0de-0000-8000-8000-000000000001',
      body: undefined,
    });
    const first = await handle(store, policy);
    expect(await handle(store, policy)).toEqual({ ...first, repeated: true });
  });

  it('passes on what the decider says', async () => {
    await expect(handle(store, command({ decide: refuse }))).rejects.toThrow(RangeError);
  });

  it('lets nobody type what stands for a text that was taken out', async () => {
    const write = command({
      decide: () => [happened('MeasureChecked', { text: { '#': 'a'.repeat(64) } })],
    });
    await expect(handle(store, write)).rejects.toThrow(NotStorable);
  });

  /** The same store, losing its answer after or before it has stored. */
  const failing = (stores: boolean): EventStore =>
    Object.assign(Object.create(store) as EventStore, {
      append: async (...call: Parameters<EventStore['append']>) => {
        if (stores) await store.append(...call);
        throw new Error('connection dropped');
      },
    });

  describe('when the store gives no answer', () => {
    it('finds the events that were stored nevertheless', async () => {
      expect(await handle(failing(true), command())).toMatchObject({ revision: 0 });
    });

    it('does not take for its own what another process stored under the same command id', async () => {
      const first = command();
      const silent = Object.assign(elsewhere(), {
        append: async () => {
          await handle(store, first);
          throw new Error('connection dropped');
        },
      });
      const other = { ...first, body: { type: 'other' } };
      await expect(handle(silent, other)).rejects.toThrow(IdempotencyKeyReused);
    });

    it('says that the outcome is unknown, and a retry settles it', async () => {
      const write = command();
      await expect(handle(failing(false), write)).rejects.toThrow(OutcomeUnknown);
      expect(await handle(store, write)).toMatchObject({ revision: 0 });
    });
  });
});
