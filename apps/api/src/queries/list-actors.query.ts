import type { ActorDetail, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

export type ActorList = Page<ActorDetail>;

/** The organisations of a town. */
export class ListActors extends Query<ActorList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
  ) {
    super();
  }
}

@QueryHandler(ListActors)
export class ListActorsHandler implements IQueryHandler<ListActors> {
  async execute({ reading, municipality }: ListActors): Promise<ActorList> {
    const { id } = townIn(reading, municipality);
    const items = reading.models.actors({ municipality: id }, reading.view);
    return { items, total: items.length, next: null };
  }
}
