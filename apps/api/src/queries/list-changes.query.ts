import type { ChangeFilter, ChangeItem, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

export type ChangeList = Page<ChangeItem>;

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

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  async execute({ reading, municipality, filter }: ListChanges): Promise<ChangeList> {
    const { id } = townIn(reading, municipality);
    const asked = { ...filter, municipality: id, counted: true };
    const { items, total = items.length, next } = reading.models.changes(asked, reading.view);
    return { items, total, next };
  }
}
