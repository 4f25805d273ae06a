import { WrongExpectedRevision } from '../../errors.js';
import type { Appended, EventStore, ExpectedRevision } from '../../event-store.js';
import { anEvent, aStream, someEvents } from '../samples.js';

type Winners = 'none' | 'one' | 'all';

const EXISTING = 3;
const onNew: [ExpectedRevision, Winners][] = [
  ['no_stream', 'one'],
  ['stream_exists', 'none'],
  [0, 'none'],
  [7, 'none'],
];
const onExisting: [ExpectedRevision, Winners][] = [
  ['no_stream', 'none'],
  ['stream_exists', 'all'],
  [EXISTING - 1, 'one'],
  [EXISTING - 2, 'none'],
  [EXISTING, 'none'],
];

export function keepsRevisions(store: () => EventStore): void {
  for (const writers of [2, 8, 32]) {
    it.each(onNew)(`${writers} writers at a new stream that expect %s: %s gets in`, (...row) =>
      race(writers, 0, ...row),
    );
    it.each(onExisting)(`${writers} writers at three events that expect %s: %s gets in`, (...row) =>
      race(writers, EXISTING, ...row),
    );
  }

  async function race(
    writers: number,
    before: number,
    expected: ExpectedRevision,
    winners: Winners,
  ): Promise<void> {
    const stream = aStream();
    if (before > 0) await store().append(stream, someEvents(before), 'no_stream');
    const tries = await Promise.allSettled(
      Array.from({ length: writers }, () => store().append(stream, someEvents(2), expected)),
    );
    const count = { none: 0, one: 1, all: writers }[winners];
    const won = tries.filter((each) => each.status === 'fulfilled');
    const lost = tries.filter((each) => each.status === 'rejected');
    expect(won).toHaveLength(count);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(WrongExpectedRevision);
    const stored = await store().readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual(
      Array.from({ length: before + 2 * count }, (_, n) => n),
    );
    const answers = won.map(({ value }: PromiseFulfilledResult<Appended>) => value.revision);
    expect(answers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, n) => before + 2 * n + 1),
    );
  }

  it('tells where the stream really is', async () => {
    const stream = aStream();
    await expect(store().append(stream, [anEvent()], 4)).rejects.toMatchObject({
      stream,
      expected: 4,
      actual: null,
    });
    await store().append(stream, someEvents(3), 'no_stream');
    await expect(store().append(stream, [anEvent()], 'no_stream')).rejects.toMatchObject({
      stream,
      expected: 'no_stream',
      actual: 2,
    });
  });

  it('lets the appends of one moment succeed and fail each for itself', async () => {
    const [first, second] = [aStream(), aStream()];
    const tries = await Promise.allSettled([
      store().append(first, someEvents(2), 'no_stream'),
      store().append(first, someEvents(2), 'no_stream'),
      store().append(second, someEvents(2), 5),
      store().append(second, someEvents(2), 'no_stream'),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await store().readStream(first)).toHaveLength(2);
    expect(await store().readStream(second)).toHaveLength(2);
  });
}
