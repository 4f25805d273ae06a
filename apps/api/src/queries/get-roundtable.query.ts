import { isUuid } from '@klimaspur/domain';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { there } from '../reading/not-there.js';
import type { Reading } from '../reading/reader.js';
import { type ToldRevision, withToldRevision } from '../reading/told-revision.js';

export type ToldRoundtable = ToldRevision<RoundtableDetail>;

/** One round table, as far as the asker may know it. */
export class GetRoundtable extends Query<ToldRoundtable> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetRoundtable)
export class GetRoundtableHandler implements IQueryHandler<GetRoundtable> {
  async execute({ reading, id }: GetRoundtable) {
    const table = roundtableIn(reading, id);
    return withToldRevision(reading, table.municipality, table);
  }
}

/** Refuses what is not there, or is a draft that the asker may not see: the two look the same. */
export const roundtableIn = (reading: Reading, id: string): RoundtableDetail =>
  there('roundtable', reading, ({ models, view }) =>
    isUuid(id) ? models.roundtable(id, view) : undefined,
  );
