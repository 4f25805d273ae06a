import type { MovedTown, MunicipalityFilter, MunicipalityItem, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';

/** Towns by name, and those that were kept here before. */
export interface TownList extends Page<MunicipalityItem> {
  readonly moved: readonly MovedTown[];
}

export class ListMunicipalities extends Query<TownList> {
  constructor(
    readonly reading: Reading,
    readonly filter: MunicipalityFilter,
  ) {
    super();
  }
}

@QueryHandler(ListMunicipalities)
export class ListMunicipalitiesHandler implements IQueryHandler<ListMunicipalities> {
  async execute({ reading: { models, view }, filter }: ListMunicipalities) {
    return { ...models.municipalities(filter, view), moved: models.movedTowns() };
  }
}
