import type { Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import { type HistoryEntry, measureHistory, type Page } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { measureIn } from './get-measure.query.js';

/** An entry, and the public name of whoever recorded it. */
export type NamedEntry = HistoryEntry & {
  /** Null: they were forgotten, or a program wrote it. */
  readonly recordedBy: string | null;
};

export type History = Page<NamedEntry>;

/** Everything that was ever entered about a measure, newest effect first. */
export class GetMeasureHistory extends Query<History> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetMeasureHistory)
export class GetMeasureHistoryHandler implements IQueryHandler<GetMeasureHistory> {
  constructor(private readonly vault: Vault) {}

  async execute({ reading, id }: GetMeasureHistory): Promise<History> {
    measureIn(reading, id);
    const { world, view } = reading;
    const events = await world.store.readStream(streamName('measure', id));
    const { asOf, knownAt } = view;
    const moment = { asOf, ...(knownAt === undefined ? {} : { knownAt }) };
    const entries = measureHistory(events as unknown as readonly Past[], moment);
    const labels = await this.vault.labels(new Set(entries.map(({ person }) => person)));
    const items = entries.map((entry) => ({
      ...entry,
      recordedBy: labels.get(entry.person) ?? null,
    }));
    return { items, total: items.length, next: null };
  }
}
