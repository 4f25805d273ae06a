import type { OrganItem } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { there } from '../reading/not-there.js';
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
  async execute({ reading, id }: GetOrgan) {
    const organ = there('organ', reading, ({ models, view }) => models.organ(id, view));
    return organ;
  }
}
