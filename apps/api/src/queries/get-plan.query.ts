import type { PlanDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { there } from '../reading/not-there.js';
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
    const plan = there('plan', reading, ({ models, view }) => models.plan(id, view));
    return withToldRevision(reading, plan.municipality, plan);
  }
}
