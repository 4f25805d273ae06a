import { decide, type Past } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  openEventStore,
  policyEventId,
  type EventStore,
} from '@klimaspur/event-store';
import { atTheStart, type Bookmark, PolicyRunner } from './policy-runner.js';

const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [town, council, first, second, vote] = [1, 2, 3, 4, 5].map(anId) as [
  string,
  string,
  string,
  string,
  string,
];
const now = '2024-01-10T12:00:00.000Z';
const references = new Map([
  [town, { category: 'municipality' as const, municipality: town }],
  [council, { category: 'organ' as const, municipality: town }],
  [first, { category: 'measure' as const, municipality: town }],
  [second, { category: 'measure' as const, municipality: town }],
]);

const inMemory = (): Bookmark => {
  let place = atTheStart;
  return { read: () => place, write: (next) => (place = next) };
};

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
  await record('measure', first, 'MeasureRecorded', { municipality: town, text: { title: 'One' } });
  await record('measure', second, 'MeasureRecorded', {
    municipality: town,
    text: { title: 'Two' },
  });
});
afterEach(() => store.close());

const record = (
  category: 'measure' | 'decision',
  id: string,
  type: string,
  data: Record<string, unknown>,
  occurredOn: string | null = null,
) =>
  handle(store, {
    stream: `${category}-${id}`,
    mode: 'additive',
    commandId: newCommandId(Date.parse(now)),
    actor: { person: anId(9), role: 'LEAD', municipality: town },
    now,
    decide: (history) =>
      decide({ category, type, data, occurredOn }, history as unknown as Past[], {
        now,
        references,
      }),
  });

const adopt = (...measures: string[]) => ({
  municipality: town,
  organ: council,
  outcome: 'ADOPTED',
  final: true,
  effects: measures.map((measure) => ({ measure, effect: 'ADOPTS', scope: 'FULL' })),
});

const inStream = async (measure: string) => {
  const [, ...events] = await store.readStream(`measure-${measure}`);
  return events;
};

describe('the policy of decisions, at work', () => {
  it('writes one vote into each measure it names, with the day, actor and instant of the source', async () => {
    await record(
      'decision',
      vote,
      'DecisionRecorded',
      { ...adopt(first, second), text: { title: 'Plan' } },
      '2023-12-14',
    );
    await new PolicyRunner(store, inMemory()).catchUp();
    const [source] = await store.readStream(`decision-${vote}`);
    for (const measure of [first, second]) {
      const [written] = await inStream(measure);
      expect(written).toMatchObject({
        id: policyEventId(source!.id, `measure-${measure}`, 0),
        type: 'MeasureDecided',
        metadata: {
          causationId: source!.id,
          actor: source!.metadata['actor'],
          occurredOn: '2023-12-14',
          recordedAt: now,
        },
      });
      expect(written!.metadata).not.toHaveProperty('salt');
      expect(written!.metadata).not.toHaveProperty('request');
    }
  });

  it('changes nothing when it runs again from the beginning', async () => {
    await record(
      'decision',
      vote,
      'DecisionRecorded',
      { ...adopt(first), text: { title: 'Plan' } },
      '2023-12-14',
    );
    await new PolicyRunner(store, inMemory()).catchUp();
    const before = await store.readAll(null, 100);
    await new PolicyRunner(store, inMemory()).catchUp();
    expect(await store.readAll(null, 100)).toEqual(before);
  });

  it('heals what a crash left out', async () => {
    await record(
      'decision',
      vote,
      'DecisionRecorded',
      { ...adopt(first, second), text: { title: 'Plan' } },
      '2023-12-14',
    );
    const dying = Object.create(store, {
      append: { value: () => Promise.reject(new Error('no power')) },
    }) as EventStore;
    await expect(new PolicyRunner(dying, inMemory()).catchUp()).rejects.toThrow();
    await new PolicyRunner(store, inMemory()).catchUp();
    expect(await inStream(first)).toHaveLength(1);
    expect(await inStream(second)).toHaveLength(1);
  });

  it('waits for the end where a town comes from another log, and writes only what did not come', async () => {
    const transfer = `source-${anId(0x50)}`;
    const tell = async (type: string, data: object) => {
      const last = (await store.readStream(transfer)).at(-1);
      const event = {
        id: anId(0x60 + (last?.revision ?? -1)),
        type,
        data: { ...data },
        metadata: {},
      };
      await store.append(transfer, [event], last?.revision ?? 'no_stream');
    };
    const bookmark = inMemory();
    await tell('SourceTransferBegun', {
      streams: [`decision-${vote}`, `measure-${first}`, `measure-${second}`],
    });
    await new PolicyRunner(store, bookmark).catchUp();
    await record('decision', vote, 'DecisionRecorded', {
      ...adopt(first, second),
      text: { title: 'Plan' },
    });
    await new PolicyRunner(store, bookmark).catchUp();
    expect(await inStream(first)).toHaveLength(0);
    const [source] = await store.readStream(`decision-${vote}`);
    const came = { id: policyEventId(source!.id, `measure-${first}`, 0), type: 'MeasureDecided' };
    const { effects: _effects, ...said } = adopt();
    const data = { ...said, effect: 'ADOPTS', scope: 'FULL', decision: vote, source: source!.id };
    const { recordedAt, commandId, actor } = source!.metadata;
    const metadata = { ...{ recordedAt, commandId, actor }, occurredOn: null, schemaVersion: 1 };
    delete (data as Partial<typeof data>).municipality;
    await store.append(`measure-${first}`, [{ ...came, data, metadata } as never], 0);
    await tell('SourceTransferCompleted', {});
    for (const again of [bookmark, inMemory()]) {
      await new PolicyRunner(store, again).catchUp();
      expect((await inStream(first)).map(({ id }) => id)).toEqual([came.id]);
      expect(await inStream(second)).toHaveLength(1);
    }
  });

  it('follows a correction at the source', async () => {
    await record(
      'decision',
      vote,
      'DecisionRecorded',
      { ...adopt(first), text: { title: 'Plan' } },
      '2023-12-14',
    );
    const policy = new PolicyRunner(store, inMemory());
    await policy.catchUp();
    const [source] = await store.readStream(`decision-${vote}`);
    await record(
      'decision',
      vote,
      'EntryCorrected',
      {
        entry: source!.id,
        replacement: adopt(second),
        text: { reason: 'mixed up', replacement: { title: 'Plan' } },
      },
      '2023-12-14',
    );
    await policy.catchUp();
    expect((await inStream(first)).map(({ type }) => type)).toEqual([
      'MeasureDecided',
      'EntryVoided',
    ]);
    expect((await inStream(second)).map(({ type }) => type)).toEqual(['MeasureDecided']);
  });

  it('parks a decision of which the effects cannot be written, and goes on with all others', async () => {
    const other = anId(6);
    const odd = { id: anId(0x70), type: 'MeasureMoodNoted', data: {}, metadata: {} };
    await store.append(`measure-${first}`, [odd], 0);
    for (const [id, measure] of [[vote, first] as const, [other, second] as const]) {
      const data = { ...adopt(measure), text: { title: 'Plan' } };
      await record('decision', id, 'DecisionRecorded', data, '2023-12-14');
    }
    const policy = new PolicyRunner(store, inMemory(), []);
    await policy.catchUp();
    expect(policy.status).toMatchObject({ life: 'parked', parked: 1 });
    expect(policy.parked()).toMatchObject([
      { stream: `decision-${vote}`, revision: 0, error: 'log/upgrade-needed', tries: 1 },
    ]);
    expect((await inStream(second)).map(({ type }) => type)).toEqual(['MeasureDecided']);
    expect(await policy.replay(`decision-${vote}`)).toBe(false);
    expect(policy.parked()).toMatchObject([{ tries: 2 }]);
  });
});
