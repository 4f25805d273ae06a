import { EventStoreDBClient, STREAM_NAME } from '@eventstore/db-client';
import { expectedFor, type Call } from '../log-samples.js';

/** The client as its documentation shows it: appends without a login of their own share one call to the server. */
export class RawEventStoreDb {
  private readonly client: EventStoreDBClient;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  async append({ stream, event, revision }: Call): Promise<void> {
    const { id, type, data, metadata } = event;
    const expected = expectedFor(revision);
    await this.client.appendToStream(
      stream,
      { id, type, contentType: 'application/json', data, metadata },
      { expectedRevision: typeof expected === 'number' ? BigInt(expected) : expected },
    );
  }

  /** So many events of the log from its start. */
  async readAll(count: number): Promise<void> {
    for await (const _ of this.client.readAll({ maxCount: count }));
  }

  /** Calls back for each event of a measure from now on, until it is told to end. */
  async follow(each: (id: string) => void): Promise<() => Promise<void>> {
    const subscription = this.client.subscribeToAll({
      fromPosition: 'end',
      filter: { filterOn: STREAM_NAME, prefixes: ['measure-'], checkpointInterval: 1 },
    });
    subscription.on('error', () => undefined);
    subscription.on('data', ({ event }) => each(event?.id ?? ''));
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    return () => subscription.unsubscribe();
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}
