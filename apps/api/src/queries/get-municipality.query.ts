import type { Municipality } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from '../reading/reader.js';

/** One town by id or slug, former slugs included. */
export class GetMunicipality extends Query<Municipality> {
  constructor(
    readonly reading: Reading,
    readonly idOrSlug: string,
  ) {
    super();
  }
}

@QueryHandler(GetMunicipality)
export class GetMunicipalityHandler implements IQueryHandler<GetMunicipality> {
  async execute({ reading, idOrSlug }: GetMunicipality) {
    return townIn(reading, idOrSlug);
  }
}

/** Refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const townIn = ({ models, view }: Reading, idOrSlug: string): Municipality => {
  const found = models.municipality(idOrSlug, view);
  if (!found) throw new Refusal('municipality/unknown');
  return found.municipality;
};
