import type { ActorDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { there } from '../reading/not-there.js';
import type { Reading } from '../reading/reader.js';

/** One organisation. */
export class GetActor extends Query<ActorDetail> {
  constructor(
    readonly reading: Reading,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetActor)
export class GetActorHandler implements IQueryHandler<GetActor> {
  async execute({ reading, id }: GetActor) {
    const actor = there('actor', reading, ({ models, view }) => models.actor(id, view));
    return actor;
  }
}
