import { IdConflict, WrongExpectedRevision } from '../../errors.js';
import type { Appended, EventStore, ExpectedRevision, NewEvent } from '../../event-store.js';
import { anEvent, aStream, someEvents } from '../samples.js';

/** Which events, at which expected revision. */
type Step = readonly [events: readonly number[], expected: ExpectedRevision];
type Last = { readonly revision: number } | typeof IdConflict | typeof WrongExpectedRevision;

const one = (n: number, expected: ExpectedRevision): Step => [[n], expected];
const six = [one(0, 'no_stream'), one(1, 0), one(2, 1), one(3, 2), one(4, 3), one(5, 4)];
const three = [one(0, 'no_stream'), one(1, 0), one(2, 1)];
const pair: Step = [[0, 1], 'no_stream'];

// The fourteen sequences by which EventStoreDB tells repeated from new. Ours has no „any“: where theirs says it, ours
// says 'stream_exists'. Where theirs stores an event a second time, ours refuses (docs/event-store.md).
const sequences: [name: string, before: Step[], repeated: Step, last: Last][] = [
  ['0 again at the start', six, one(0, 'no_stream'), { revision: 0 }],
  ['0 again at any place', six, one(0, 'stream_exists'), { revision: 0 }],
  ['0 again at the end (stricter)', six, one(0, 5), IdConflict],
  ['0 again beyond the end', six, one(0, 6), WrongExpectedRevision],
  ['0 again before the end', six, one(0, 4), WrongExpectedRevision],
  ['0 twice in a row (stricter)', [one(0, 'no_stream')], one(0, 0), IdConflict],
  ['0, then 0 at any place', [one(0, 'no_stream')], one(0, 'stream_exists'), { revision: 0 }],
  ['0, then 0 at the start', [one(0, 'no_stream')], one(0, 'no_stream'), { revision: 0 }],
  [
    '1 again and again at any place',
    [...three, one(1, 'stream_exists')],
    one(1, 'stream_exists'),
    { revision: 1 },
  ],
  ['the first of two at the start', [pair], one(0, 'no_stream'), { revision: 0 }],
  ['the first of two at any place', [pair], one(0, 'stream_exists'), { revision: 0 }],
  ['the second of two at its place', [pair], one(1, 0), { revision: 1 }],
  ['the second of two at any place', [pair], one(1, 'stream_exists'), { revision: 1 }],
  ['two known and a new one', [pair], [[0, 1, 2], 'no_stream'], IdConflict],
];

export function keepsIdempotency(store: () => EventStore): void {
  it.each(sequences)('%s', async (_name, before, repeated, last) => {
    const stream = aStream();
    const events = someEvents(6);
    const run = ([numbers, expected]: Step): Promise<Appended> =>
      store().append(
        stream,
        numbers.map((n) => events[n]!),
        expected,
      );
    for (const step of before) await run(step);
    const stored = await store().readStream(stream);
    if ('revision' in last) {
      const { position } = stored[last.revision]!;
      expect(await run(repeated)).toEqual({ revision: last.revision, position });
    } else {
      await expect(run(repeated)).rejects.toThrow(last);
    }
    expect(await store().readStream(stream)).toEqual(stored);
  });

  it('gives a whole batch its first answer, long after and whatever the metadata of the retry', async () => {
    const stream = aStream();
    const batch = someEvents(3);
    const first = await store().append(stream, batch, 'no_stream');
    await store().append(stream, someEvents(5), 2);
    const retried = batch.map((event) => ({ ...event, metadata: { salt: 'another' } }));
    expect(await store().append(stream, retried, 'no_stream')).toEqual(first);
    expect((await store().readStream(stream, { limit: 1 }))[0]!.metadata).toEqual(
      batch[0]!.metadata,
    );
  });

  const others: [string, (stored: NewEvent) => NewEvent[]][] = [
    ['other data', (stored) => [{ ...stored, data: { note: 'changed' } }]],
    ['another type', (stored) => [{ ...stored, type: 'MeasureAssessed' }]],
    ['a new event before it', (stored) => [anEvent(), stored]],
    ['a new event behind it', (stored) => [stored, anEvent()]],
    ['itself in the same append', (stored) => [stored, stored]],
  ];
  it.each(others)('refuses a known id with %s', async (_name, again) => {
    const stream = aStream();
    const event = anEvent({ note: 'as it was' });
    await store().append(stream, [event], 'no_stream');
    await expect(store().append(stream, again(event), 'no_stream')).rejects.toThrow(IdConflict);
    expect(await store().readStream(stream)).toHaveLength(1);
  });

  it('stores once what is sent many times at one moment', async () => {
    const stream = aStream();
    const batch = someEvents(2);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => store().append(stream, batch, 'no_stream')),
    );
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await store().readStream(stream)).toHaveLength(2);
  });
}
