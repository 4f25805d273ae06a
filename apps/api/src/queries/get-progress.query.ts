import type { Progress, ProgressScope, StatusPoint } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';
import { POINTS } from './get-status-over-time.query.js';

/** How a town stands, and how that came to be. */
export interface TownProgress extends Progress {
  readonly overTime: readonly StatusPoint[];
}

export class GetProgress extends Query<TownProgress> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly scope: ProgressScope,
  ) {
    super();
  }
}

@QueryHandler(GetProgress)
export class GetProgressHandler implements IQueryHandler<GetProgress> {
  async execute({ reading, municipality, scope }: GetProgress) {
    const { models, view } = reading;
    const { id } = townIn(reading, municipality);
    const progress = models.progress(id, scope, view);
    const from = progress.firstDay ?? view.asOf;
    const period = { from, to: view.asOf, points: POINTS, plan: scope.plan };
    return { ...progress, overTime: models.statusOverTime(id, period, view) };
  }
}
