import type { MunicipalityFilter, MunicipalityItem, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';

/** Towns by name. */
export class ListMunicipalities extends Query<Page<MunicipalityItem>> {
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
    return models.municipalities(filter, view);
  }
}
