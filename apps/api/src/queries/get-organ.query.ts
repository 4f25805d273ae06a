import type { OrganItem } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
import type { Reading } from '../reading/reader.js';

/** One body or office. */
export class GetOrgan extends Query<OrganItem> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetOrgan)
export class GetOrganHandler implements IQueryHandler<GetOrgan> {
  async execute({ reading: { models, view }, id }: GetOrgan) {
    const organ = models.organ(id, view);
    if (!organ) throw new Refusal('organ/unknown');
    return organ;
  }
}
