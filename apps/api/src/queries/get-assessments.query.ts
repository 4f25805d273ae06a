import type { Day } from '@klimaspur/domain';
import type { AssessmentPoint, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';
import { beginningOf, type Trend } from './trend.js';

export type Assessments = Page<AssessmentPoint> & { readonly recordedSince: Day | null };

/** What the observers think of the measures, half-year by half-year. */
export class GetAssessments extends Query<Assessments> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly trend: Trend,
  ) {
    super();
  }
}

@QueryHandler(GetAssessments)
export class GetAssessmentsHandler implements IQueryHandler<GetAssessments> {
  async execute({ reading, municipality, trend }: GetAssessments) {
    return assessmentsOf(reading, townIn(reading, municipality).id, trend);
  }
}

export const assessmentsOf = (
  reading: Reading,
  town: string,
  trend: Trend,
  beginning = beginningOf(reading, town),
): Assessments => {
  const { from, recordedSince } = beginning;
  const items = reading.models.assessmentsOverTime(town, { ...trend, from }, reading.view);
  return { items, total: items.length, next: null, recordedSince };
};
