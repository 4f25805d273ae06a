import { randomUUID } from 'node:crypto';
import {
  jsonEvent,
  MaxAppendSizeExceededError,
  UnknownError,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type AppendResult,
  type EventStoreDBClient,
  type JSONEventData,
  type JSONEventType,
} from '@eventstore/db-client';

export const aStream = (): string => `seen-${randomUUID()}`;

export const someEvents = (count: number): JSONEventData[] =>
  Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Seen', data: { n } }));

/** Any credentials make the client send one call per append; an insecure server does not look at them. */
export const credentials = { username: 'anybody', password: 'anything' };

export const append = (
  client: EventStoreDBClient,
  stream: string,
  events: readonly JSONEventData[],
): Promise<AppendResult> => client.appendToStream(stream, [...events], { credentials });

export async function stored(client: EventStoreDBClient, stream: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { event } of client.readStream<JSONEventType>(stream)) ids.push(event!.id);
  return ids;
}

type Step = readonly [
  numbers: readonly number[],
  expected: 'any' | 'no_stream' | 'stream_exists' | number,
];
/** A failed test that holds a bigint cannot be told by Jest's workers, which then never end. */
export const plain = <T>(value: T): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'bigint' ? Number(each) : each,
    ),
  );

/** The revision that the answer tells, of events stored now or long ago. */
type Outcome = 'wrong' | { readonly stored: number } | { readonly again: number };

const grown: Step[] = [
  [[0], 'no_stream'],
  [[1], 0],
  [[2], 1],
];
const pair: Step[] = [[[0, 1], 'no_stream']];

/** Every row that was seen on a 24.2 server. */
const rows: [name: string, before: Step[], then: Step, Outcome][] = [
  ['a new event where the stream is', grown, [[3], 2], { stored: 3 }],
  ['a new event anywhere', grown, [[3], 'any'], { stored: 3 }],
  ['a new event in an existing stream', grown, [[3], 'stream_exists'], { stored: 3 }],
  ['a new event where there is no stream yet', [], [[0], 'no_stream'], { stored: 0 }],
  ['no_stream on an existing one', grown, [[3], 'no_stream'], 'wrong'],
  ['a stale revision', grown, [[3], 1], 'wrong'],
  ['a future revision', grown, [[3], 7], 'wrong'],
  ['a revision of a missing stream', [], [[0], 0], 'wrong'],
  ['stream_exists on a missing stream', [], [[0], 'stream_exists'], 'wrong'],
  ['the same id at its revision', grown, [[1], 0], { again: 1 }],
  ['the same id anywhere', grown, [[1], 'any'], { again: 1 }],
  ['the first id with no_stream', grown, [[0], 'no_stream'], { again: 0 }],
  ['the same id at the current revision', grown, [[0], 2], { stored: 3 }],
  ['the last id at the current revision', grown, [[2], 2], { stored: 3 }],
  ['the same id at a wrong place', grown, [[0], 1], 'wrong'],
  ['a whole known batch', pair, [[0, 1], 'no_stream'], { again: 1 }],
  ['a whole known batch, anywhere', pair, [[0, 1], 'any'], { again: 1 }],
  ['the first of a batch', pair, [[0], 'no_stream'], { again: 0 }],
  ['the second of a batch', pair, [[1], 0], { again: 1 }],
  ['a partly known batch at its revision', pair, [[0, 1, 2], 'no_stream'], 'wrong'],
  ['a partly known batch, the new one first, anywhere', pair, [[2, 0], 'any'], { stored: 3 }],
  ['the same id twice in one batch', [], [[0, 0], 'no_stream'], { stored: 1 }],
  ['a batch of which the first is known, anywhere', pair, [[0, 2], 'any'], 'wrong'],
  ['nothing, at a wrong revision', grown, [[], 7], 'wrong'],
  ['nothing, anywhere', grown, [[], 'any'], { stored: 2 }],
];

export function appendsAsSeen(
  client: () => EventStoreDBClient,
  options: { credentials?: { username: string; password: string } },
): void {
  const append = (
    stream: string,
    events: JSONEventData[],
    expectedRevision: AppendExpectedRevision,
  ): Promise<AppendResult> =>
    client().appendToStream(stream, events, { ...options, expectedRevision });

  it.each(rows)('%s', async (_name, before, then, outcome) => {
    const stream = aStream();
    const events = someEvents(4);
    const chosen = ([numbers]: Step) => numbers.map((n) => events[n]!);
    const run = async (step: Step): Promise<unknown> => {
      const expected = typeof step[1] === 'number' ? BigInt(step[1]) : step[1];
      return plain(await append(stream, chosen(step), expected));
    };
    const answers: unknown[] = [];
    for (const step of before) answers.push(await run(step));
    const there = before.flatMap(chosen);
    if (outcome === 'wrong') {
      const error = await run(then).catch((error: unknown) => error);
      expect(error instanceof WrongExpectedVersionError).toBe(true);
      expect(plain(error)).toMatchObject({
        type: 'wrong-expected-version',
        streamName: stream,
        expectedVersion: then[1],
        actualVersion: there.length > 0 ? there.length - 1 : 'no_stream',
      });
    } else {
      const answer = await run(then);
      const told = 'again' in outcome ? outcome.again : outcome.stored;
      expect(answer).toMatchObject({ success: true, nextExpectedRevision: told });
      if ('stored' in outcome) there.push(...chosen(then));
      else if (before.every(([numbers]) => numbers.length === 1))
        expect(answer).toEqual(answers[told]);
      expect(await stored(client(), stream)).toEqual(there.map(({ id }) => id));
    }
  });

  it('drops other data under a known id, and stores an id again in another stream', async () => {
    const [one, other] = [aStream(), aStream()];
    const [event] = someEvents(1);
    const first = await append(one, [event!], 'no_stream');
    const changed = jsonEvent({ ...event!, data: { n: 99 } });
    expect(plain(await append(one, [changed], 'no_stream'))).toEqual(plain(first));
    for await (const { event } of client().readStream<JSONEventType>(one)) {
      expect(event!.data).toEqual({ n: 0 });
    }
    await append(other, [event!], 'no_stream');
    expect(await stored(client(), other)).toEqual([event!.id]);
  });

  it('takes an append of nothing, and stores nothing', async () => {
    const stream = aStream();
    expect(plain(await append(stream, [], 'no_stream'))).toMatchObject({ success: true });
    expect(plain(await append(stream, someEvents(1), 'no_stream'))).toMatchObject({
      nextExpectedRevision: 0,
    });
  });

  it('answers with the position of the last event', async () => {
    const stream = aStream();
    const { position } = await append(stream, someEvents(3), 'no_stream');
    const last = client().readStream(stream, {
      direction: 'backwards',
      fromRevision: 'end',
      maxCount: 1,
    });
    for await (const { event } of last) expect(plain(event!.position)).toEqual(plain(position));
  });

  it('limits the bytes of data in one append, all its events together', async () => {
    const stream = aStream();
    const half = () => jsonEvent({ type: 'Seen', data: { text: 'x'.repeat(530_000) } });
    const tooLarge = append(stream, [half(), half()], 'no_stream');
    await expect(tooLarge).rejects.toThrow(MaxAppendSizeExceededError);
    await expect(tooLarge).rejects.toMatchObject({ maxAppendSize: 1_048_576 });
    await append(stream, [half()], 'no_stream');
    expect(await stored(client(), stream)).toHaveLength(1);
    const quotes = '""'.length;
    const full = (more: number) =>
      jsonEvent({
        type: 'SeenAlthoughTypeAndMetadataDoNotCount',
        data: 'x'.repeat(1_048_576 - quotes + more),
        metadata: { text: 'y'.repeat(1_000) },
      });
    await append(stream, [full(0)], 0n);
    await expect(append(stream, [full(1)], 1n)).rejects.toThrow(MaxAppendSizeExceededError);
  });

  it('takes thousands of small events at once', async () => {
    const stream = aStream();
    await append(stream, someEvents(5_000), 'no_stream');
    expect(await stored(client(), stream)).toHaveLength(5_000);
  });

  it.each([
    ['no stream', '', jsonEvent({ type: 'Seen', data: {} })],
    ['no type', aStream(), jsonEvent({ type: '', data: {} })],
    ['an id that is none', aStream(), jsonEvent({ type: 'Seen', data: {}, id: 'one' })],
  ])('refuses %s, and goes on', async (_name, stream, event) => {
    await expect(append(stream, [event], 'any')).rejects.toThrow(UnknownError);
    await append(aStream(), someEvents(1), 'no_stream');
  });
}
