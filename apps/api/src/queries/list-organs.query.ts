import type { OrganItem, Page } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { townIn } from './get-municipality.query.js';

export type OrganList = Page<OrganItem>;

/** Bodies and offices of a town. */
export class ListOrgans extends Query<OrganList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
  ) {
    super();
  }
}

@QueryHandler(ListOrgans)
export class ListOrgansHandler implements IQueryHandler<ListOrgans> {
  async execute({ reading, municipality }: ListOrgans): Promise<OrganList> {
    const { organs } = townIn(reading, municipality);
    return { items: organs, total: organs.length, next: null };
  }
}
