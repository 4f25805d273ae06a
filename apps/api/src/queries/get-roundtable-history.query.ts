import { type Page, type StreamEntry, streamHistory } from '@klimaspur/read-models';
import { Vault } from '@klimaspur/vault';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { storyPast } from '../reading/past.js';
import { type Reading, seesDrafts } from '../reading/reader.js';
import { seenEntries } from '../reading/seen-entries.js';
import type { ToldRevision } from '../reading/told-revision.js';
import { roundtableIn } from './get-roundtable.query.js';
import { type Named, namedBy } from './named-entries.js';

export type RoundtableHistory = Page<ToldRevision<Named<StreamEntry>>>;

/** Everything that was entered about a round table and may be told, newest effect first. */
export class GetRoundtableHistory extends Query<RoundtableHistory> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetRoundtableHistory)
export class GetRoundtableHistoryHandler implements IQueryHandler<GetRoundtableHistory> {
  constructor(private readonly vault: Vault) {}

  async execute({ reading, id }: GetRoundtableHistory): Promise<RoundtableHistory> {
    const { municipality } = roundtableIn(reading, id);
    const entries = streamHistory(storyPast(reading, 'roundtable', id), reading.view);
    const named = await namedBy(this.vault, seenEntries(reading, entries));
    const whole = seesDrafts(reading.view.viewer, municipality);
    const items = named.map((entry) => ({ ...entry, revision: whole ? entry.revision : null }));
    return { items, total: items.length, next: null };
  }
}
