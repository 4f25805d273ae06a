import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStore, type EventStore, type JsonObject } from '@klimaspur/event-store';

/** An event as a test tells it. */
export interface Telling {
  readonly stream: string;
  readonly type: string;
  readonly data?: object;
  readonly on?: string | null;
  /** Instant of recording; absent: noon of `on`. */
  readonly at?: string;
  readonly id?: string;
  readonly metadata?: object;
}

/** `uuid(7)` is a readable id. */
export const uuid = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** A log in a folder of its own, with a place for views beside it. */
export class TestLog {
  private written = 0;
  private readonly revisions = new Map<string, number>();

  private constructor(
    readonly folder: string,
    readonly store: EventStore,
  ) {}

  static async open(): Promise<TestLog> {
    const folder = mkdtempSync(join(tmpdir(), 'klimaspur-views-'));
    return new TestLog(folder, await openEventStore(`sqlite:${folder}`, { durability: 'off' }));
  }

  get url(): string {
    return `sqlite:${this.folder}`;
  }

  views(name = 'views'): string {
    return join(this.folder, `${name}.db`);
  }

  /** Appends events as they are told; gives their ids. */
  async tell(...tellings: readonly Telling[]): Promise<string[]> {
    const ids: string[] = [];
    for (const { stream, type, data = {}, on = null, at, id, metadata } of tellings) {
      const revision = this.revisions.get(stream) ?? -1;
      const event = {
        id: id ?? uuid(0xe00000 + this.written++),
        type,
        data: data as JsonObject,
        metadata: {
          actor: { person: uuid(0xaaaa), role: 'MONITOR' },
          commandId: uuid(0xcccc),
          occurredOn: on,
          recordedAt: at ?? `${on?.padEnd(10, '-01') ?? '2024-01-01'}T12:00:00.000Z`,
          schemaVersion: 1,
          ...metadata,
        } as JsonObject,
      };
      await this.store.append(stream, [event], revision < 0 ? 'no_stream' : revision);
      this.revisions.set(stream, revision + 1);
      ids.push(event.id);
    }
    return ids;
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
