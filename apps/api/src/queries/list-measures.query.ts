import type { MeasureFilter, MeasurePage } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

/** Measures of one town or of all. */
export class ListMeasures extends Query<MeasurePage> {
  constructor(
    readonly reading: Reading,
    readonly filter: MeasureFilter,
  ) {
    super();
  }
}

@QueryHandler(ListMeasures)
export class ListMeasuresHandler implements IQueryHandler<ListMeasures> {
  async execute({ reading, filter }: ListMeasures) {
    const { municipality } = filter;
    const town =
      municipality === undefined ? {} : { municipality: townIn(reading, municipality).id };
    return reading.models.measures({ ...filter, ...town }, reading.view);
  }
}
