import type { ActorDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Refusal } from '../errors/refusal.js';
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
  async execute({ reading: { models, view }, id }: GetActor) {
    const actor = models.actor(id, view);
    if (!actor) throw new Refusal('actor/unknown');
    return actor;
  }
}
