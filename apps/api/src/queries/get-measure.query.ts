import type { MeasureDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from '../reading/reader.js';

/** One measure with all its facts. */
export class GetMeasure extends Query<MeasureDetail> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetMeasure)
export class GetMeasureHandler implements IQueryHandler<GetMeasure> {
  async execute({ reading, id }: GetMeasure) {
    return measureIn(reading, id);
  }
}

/** Refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const measureIn = ({ models, view }: Reading, id: string): MeasureDetail => {
  const measure = models.measure(id, view);
  if (!measure) throw new Refusal('measure/unknown');
  return measure;
};
