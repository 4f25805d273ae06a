import type { Connection } from './connection.js';
import { isConflict } from './failures.js';
import { givenIn, streamPage } from './read-message.js';
import { note } from './recorded.js';
import { pause, pauseMs } from './retrying.js';

/** No category of ours. Every event in it names events whose text was taken out. */
const STREAM = 'klimaspur_taken_out';
const WITHIN_MS = 4_000;
const PAGE = 1_000;

/** Other nodes' are known after so long. */
const FRESH_MS = 1_000;
/** Asked for before that, so that who reads on and on need not wait for it. */
const SOON_MS = 500;

/**
 * What the server still keeps, and nobody is told any more. The server cannot rewrite an event: so it is rewritten whenever it is
 * read, by every node, as the SQLite log rewrites it for good.
 */
export class TakenOutList {
  readonly ids = new Set<string>();
  private next = 0;
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(private readonly connection: Connection) {}

  /** Knows what was taken out until a moment ago. */
  async refresh(): Promise<void> {
    const age = performance.now() - this.readAt;
    if (age < SOON_MS) return;
    const reading = (this.reading ??= this.readOn().finally(() => (this.reading = undefined)));
    if (age >= FRESH_MS) await reading;
    // Whoever has to wait hears of it.
    else reading.catch(() => undefined);
  }

  /** Knows all that was taken out before the call. */
  async refreshNow(): Promise<void> {
    await this.reading;
    this.readAt = -Infinity;
    await this.refresh();
  }

  /** Answers when it is durable. Throws what the server says. */
  async add(ids: readonly string[]): Promise<void> {
    for (;;) {
      await this.readOn();
      if (ids.every((id) => this.ids.has(id))) return;
      try {
        const taken = note('TextsTakenOut', { ids: [...ids] });
        await this.connection.append({ stream: STREAM, events: [taken], head: this.next - 1 });
      } catch (error) {
        if (!isConflict(error)) throw error;
        await pause(pauseMs(0));
      }
    }
  }

  private async readOn(): Promise<void> {
    const startedAt = performance.now();
    let count: number;
    do {
      count = 0;
      const page = streamPage({ stream: STREAM, from: this.next, count: PAGE });
      await this.connection.read(page, { leader: false }, WITHIN_MS, (met) => {
        const { revision, data } = givenIn(met);
        const { ids } = (data ?? {}) as { readonly ids?: readonly string[] };
        for (const id of ids ?? []) this.ids.add(id);
        this.next = revision + 1;
        count++;
        return undefined;
      });
    } while (count === PAGE);
    this.readAt = startedAt;
  }
}
