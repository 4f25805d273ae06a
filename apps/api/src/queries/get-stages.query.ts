import type { Day } from '@klimaspur/domain';
import type { Page, StagePoint } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';
import { beginningOf, type Trend } from './trend.js';

export type Stages = Page<StagePoint> & { readonly recordedSince: Day | null };

/** „beschlossen → begonnen → abgeschlossen“, half-year by half-year. */
export class GetStages extends Query<Stages> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly trend: Trend,
  ) {
    super();
  }
}

@QueryHandler(GetStages)
export class GetStagesHandler implements IQueryHandler<GetStages> {
  async execute({ reading, municipality, trend }: GetStages) {
    return stagesOf(reading, townIn(reading, municipality).id, trend);
  }
}

export const stagesOf = (
  reading: Reading,
  town: string,
  trend: Trend,
  beginning = beginningOf(reading, town),
): Stages => {
  const { from, recordedSince } = beginning;
  const items = reading.models.stagesOverTime(town, { ...trend, from }, reading.view);
  return { items, total: items.length, next: null, recordedSince };
};
