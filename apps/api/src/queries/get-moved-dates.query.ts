import type { MovedDates } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';
import type { Trend } from './trend.js';

export type MovedDatesList = MovedDates & { readonly next: null };

/** Enough for everybody but who wants all. */
const MEASURES = 50;

/** How often and how far planned ends were moved. */
export class GetMovedDates extends Query<MovedDatesList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
    readonly scope: Trend & { readonly limit?: number | undefined },
  ) {
    super();
  }
}

@QueryHandler(GetMovedDates)
export class GetMovedDatesHandler implements IQueryHandler<GetMovedDates> {
  async execute({ reading, municipality, scope }: GetMovedDates): Promise<MovedDatesList> {
    const { models, view } = reading;
    const { plan, limit = MEASURES } = scope;
    const { id } = townIn(reading, municipality);
    return { ...models.movedDates(id, { plan, limit }, view), next: null };
  }
}
