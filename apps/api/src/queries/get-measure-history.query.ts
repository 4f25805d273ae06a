import { type HistoryEntry, measureHistory, type Page } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { measureIn, townOfVoided } from '../reading/measure-in.js';
import { measurePast } from '../reading/past.js';
import type { Reading } from '../reading/reader.js';
import { seenEntries } from '../reading/seen-entries.js';
import { type Named, namedBy } from './named-entries.js';

export type History = Page<Named<HistoryEntry>>;

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
    // The trail of one that was taken back stays.
    if (!townOfVoided(reading, id)) measureIn(reading, id);
    const past = await measurePast(reading, id);
    const entries = seenEntries(reading, measureHistory(past, reading.view));
    const items = await namedBy(this.vault, entries);
    return { items, total: items.length, next: null };
  }
}
