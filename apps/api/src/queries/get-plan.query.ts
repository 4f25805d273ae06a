import type { PlanDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from '../reading/reader.js';
import { type ToldRevision, withToldRevision } from '../reading/told-revision.js';

export type ToldPlan = ToldRevision<PlanDetail>;

/** One plan with its fields. */
export class GetPlan extends Query<ToldPlan> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetPlan)
export class GetPlanHandler implements IQueryHandler<GetPlan> {
  async execute({ reading, id }: GetPlan) {
    const plan = reading.models.plan(id, reading.view);
    if (!plan) throw new Refusal('plan/unknown');
    return withToldRevision(reading, plan.municipality, plan);
  }
}
