import type { Day } from '@klimaspur/domain';
import type { Page, StatusPoint } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

/** Days asked about; absent: from the first that anything is dated for to the day of the question. */
export interface Period {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Points at most, evenly spread. */
  readonly points?: number | undefined;
  /** Only what stood in this plan on each day. */
  readonly plan?: string | undefined;
}

export type StatusPoints = Page<StatusPoint>;

/** Enough for a line on a wide screen. */
export const POINTS = 120;

/** How many measures of a town stood where, day after day. */
export class GetStatusOverTime extends Query<StatusPoints> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly period: Period,
  ) {
    super();
  }
}

@QueryHandler(GetStatusOverTime)
export class GetStatusOverTimeHandler implements IQueryHandler<GetStatusOverTime> {
  async execute({ reading, municipality, period }: GetStatusOverTime): Promise<StatusPoints> {
    const { models, view } = reading;
    const { id } = townIn(reading, municipality);
    const { to = view.asOf, points = POINTS, plan } = period;
    const from = period.from ?? models.progress(id, {}, view).firstDay ?? to;
    const items = models.statusOverTime(
      id,
      { from: from < to ? from : to, to, points, plan },
      view,
    );
    return { items, total: items.length, next: null };
  }
}
