import {
  eventTypeFilter,
  START,
  streamNameFilter,
  UnknownError,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Position,
  type SubscribeToAllOptions,
} from '@eventstore/db-client';
import { append, aStream, someEvents } from './seen-appends.js';

/** What a subscription told, in order. */
export interface Told {
  readonly subscription: AllStreamSubscription;
  readonly heard: string[];
  /** Resolves when so many events have come. */
  events(count: number): Promise<string[]>;
  /** Resolves when it was told. */
  until(word: string): Promise<void>;
  /** The error, or the end without one. */
  readonly over: Promise<Error | 'end'>;
}

export function listen(client: EventStoreDBClient, options: SubscribeToAllOptions): Told {
  const subscription = client.subscribeToAll(options);
  const heard: string[] = [];
  const ids: string[] = [];
  const waiting = new Set<() => void>();
  const over = Promise.withResolvers<Error | 'end'>();
  const tell = (word: string): void => {
    heard.push(word);
    for (const look of waiting) look();
  };
  for (const word of ['confirmation', 'caughtUp'] as const) {
    subscription.on(word, () => tell(word));
  }
  subscription.on('error', over.resolve);
  subscription.on('end', () => over.resolve('end'));
  subscription.on('data', ({ event }) => {
    ids.push(event!.id);
    tell('data');
  });
  const when = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return {
    subscription,
    heard,
    events: async (count) => {
      await when(() => ids.length >= count);
      return ids;
    },
    over: over.promise,
    until: (word) => when(() => heard.includes(word)),
  };
}

export function subscribesAsSeen(client: () => EventStoreDBClient): void {
  const open: AllStreamSubscription[] = [];
  const subscribe = (options: SubscribeToAllOptions): Told => {
    const told = listen(client(), options);
    open.push(told.subscription);
    return told;
  };
  afterEach(async () => {
    for (const subscription of open.splice(0)) await subscription.unsubscribe();
  });

  it('is confirmed, brings what is stored, says that it caught up, and brings what comes', async () => {
    const stream = aStream();
    await append(client(), stream, someEvents(2));
    const told = subscribe({
      fromPosition: START,
      filter: streamNameFilter({ prefixes: [stream] }),
    });
    await told.until('caughtUp');
    expect(told.heard).toEqual(['confirmation', 'data', 'data', 'caughtUp']);
    const [event] = someEvents(1);
    await append(client(), stream, [event!]);
    expect((await told.events(3))[2]).toBe(event!.id);
  });

  it('begins behind the position that it is given', async () => {
    const { position } = await append(client(), aStream(), someEvents(1));
    const [event] = someEvents(1);
    const told = subscribe({
      fromPosition: position!,
      filter: eventTypeFilter({ regex: '^Seen$' }),
    });
    await append(client(), aStream(), [event!]);
    expect(await told.events(1)).toEqual([event!.id]);
  });

  it('waits for a stream that does not exist yet', async () => {
    const stream = aStream();
    const [event] = someEvents(1);
    const first = new Promise((resolve, reject) => {
      const subscription = client().subscribeToStream(stream);
      subscription.on('data', ({ event }) => {
        resolve(event!.id);
        void subscription.unsubscribe();
      });
      subscription.on('error', reject);
      subscription.on('confirmation', () => void append(client(), stream, [event!]));
    });
    expect(await first).toBe(event!.id);
  });

  it('tells of its way by checkpoints, also when nothing matches', async () => {
    const { position } = await append(client(), aStream(), someEvents(1));
    await append(client(), aStream(), someEvents(200));
    const reached: Position[] = [];
    const checkpointReached = async (_: unknown, at: Position): Promise<void> =>
      void reached.push(at);
    const filter = streamNameFilter({
      prefixes: ['nothing-'],
      checkpointInterval: 2,
      checkpointReached,
    });
    await subscribe({ fromPosition: position!, filter }).until('caughtUp');
    expect(reached.length).toBeGreaterThanOrEqual(2);
    const places = reached.map(({ commit }) => Number(commit));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(Number(position!.commit));
    expect(places.at(-1)).toBeGreaterThan(Number(position!.commit));
  });

  it('goes on behind a checkpoint', async () => {
    const stream = aStream();
    const { position } = await append(client(), aStream(), someEvents(1));
    const [event] = someEvents(1);
    await append(client(), aStream(), someEvents(100));
    await append(client(), stream, [event!]);
    const reached = Promise.withResolvers<Position>();
    const checkpointReached = async (_: unknown, at: Position): Promise<void> =>
      reached.resolve(at);
    subscribe({
      fromPosition: position!,
      filter: streamNameFilter({ prefixes: ['nothing-'], checkpointReached }),
    });
    const told = subscribe({
      fromPosition: await reached.promise,
      filter: streamNameFilter({ prefixes: [stream] }),
    });
    expect(await told.events(1)).toEqual([event!.id]);
  });

  it('refuses to begin at a position of no event', async () => {
    const { position } = await append(client(), aStream(), someEvents(2));
    await append(client(), aStream(), someEvents(1));
    const crooked = { commit: position!.commit + 1n, prepare: position!.prepare + 1n };
    const told = subscribe({ fromPosition: crooked });
    expect(String(await told.over)).toMatch(/3 INVALID_ARGUMENT.*invalid position/);
  });

  it('refuses a pattern that is none', async () => {
    const told = subscribe({ filter: streamNameFilter({ regex: '(' }) });
    const error = await told.over;
    expect(error).toBeInstanceOf(UnknownError);
    expect(String(error)).toMatch(/Exception was thrown by handler/);
  });
}
