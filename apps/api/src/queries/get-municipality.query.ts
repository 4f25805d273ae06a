import type { Municipality, PlanItem } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { there } from '../reading/not-there.js';
import type { Reading } from '../reading/reader.js';
import { type ToldRevision, withToldRevision } from '../reading/told-revision.js';

export type ToldMunicipality = Omit<Municipality, 'plans'> & {
  readonly plans: readonly ToldRevision<PlanItem>[];
};

/** One town by id or slug, former slugs included. */
export class GetMunicipality extends Query<ToldMunicipality> {
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
    return asToldTo(reading, townIn(reading, idOrSlug));
  }
}

/** The town for programs; pages themselves need no revisions but where somebody writes. */
export const asToldTo = (reading: Reading, town: Municipality): ToldMunicipality => ({
  ...town,
  plans: town.plans.map((plan) => withToldRevision(reading, town.id, plan)),
});

/** Refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const townIn = (reading: Reading, idOrSlug: string): Municipality => {
  const find = ({ models, view }: Reading) => models.municipality(idOrSlug, view)?.municipality;
  return there('municipality', reading, find);
};
