import { categoryOf } from '@klimaspur/event-store';
import type { ChangeFilter, ChangeItem, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { type ToldRevision, withToldRevision } from '../reading/told-revision.js';
import { townIn } from './get-municipality.query.js';

export type ChangeList = Page<ChangeItem | ToldRevision<ChangeItem>>;

/** What was entered last about a town. */
export class ListChanges extends Query<ChangeList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly filter: Omit<ChangeFilter, 'municipality'>,
  ) {
    super();
  }
}

/** Streams whose number of entries would tell how many of them are not for everybody. */
const counting: ReadonlySet<string> = new Set(['plan', 'roundtable']);

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  async execute({ reading, municipality, filter }: ListChanges): Promise<ChangeList> {
    const { id } = townIn(reading, municipality);
    const asked = { ...filter, municipality: id, counted: true };
    const { items, total = items.length, next } = reading.models.changes(asked, reading.view);
    const told = (item: ChangeItem) =>
      counting.has(categoryOf(item.stream)) ? withToldRevision(reading, id, item) : item;
    return { items: items.map(told), total, next };
  }
}
