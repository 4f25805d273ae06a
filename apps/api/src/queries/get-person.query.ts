import type { Past } from '@klimaspur/domain';
import { isUuid, streamName } from '@klimaspur/event-store';
import { Vault } from '@klimaspur/vault';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { isOperator } from '../auth/rights.js';
import { rolesIn } from '../auth/roles.js';
import type { RoleHeld, Viewer } from '../auth/viewer.js';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';

/** Who may do what. Names beyond the label, and ways to sign in, are nobody's to ask. */
export interface PersonDetail {
  readonly id: string;
  /** Null: they were forgotten. */
  readonly label: string | null;
  readonly roles: readonly RoleHeld[];
  /** Null while no role was ever given. */
  readonly revision: number | null;
}

/** One person: for themselves, and for the operator. */
export class GetPerson extends Query<PersonDetail> {
  constructor(
    readonly viewer: Viewer,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(GetPerson)
export class GetPersonHandler implements IQueryHandler<GetPerson> {
  constructor(
    private readonly worlds: Worlds,
    private readonly vault: Vault,
  ) {}

  /** Refused before anything is looked up: others do not learn whether there is such a person. */
  async execute({ viewer, id }: GetPerson): Promise<PersonDetail> {
    if (!isOperator(viewer) && viewer.person !== id) throw new Refusal('auth/not-allowed');
    const person = isUuid(id) ? await this.vault.person(id) : undefined;
    const { store } = this.worlds.own;
    const events = isUuid(id) ? await store.readStream(streamName('person', id)) : [];
    if (!person && events.length === 0) throw new Refusal('person/unknown');
    return {
      id,
      label: person?.label ?? null,
      roles: rolesIn(events as unknown as readonly Past[]),
      revision: events.at(-1)?.revision ?? null,
    };
  }
}
