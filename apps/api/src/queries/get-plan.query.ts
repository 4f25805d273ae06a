import type { PlanDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from '../reading/reader.js';

/** One plan with its fields. */
export class GetPlan extends Query<PlanDetail> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetPlan)
export class GetPlanHandler implements IQueryHandler<GetPlan> {
  async execute({ reading: { models, view }, id }: GetPlan) {
    const plan = models.plan(id, view);
    if (!plan) throw new Refusal('plan/unknown');
    return plan;
  }
}
