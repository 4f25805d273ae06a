import type { MeasureDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { measureIn } from '../reading/measure-in.js';
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
