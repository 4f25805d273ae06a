import type { Translate } from '@klimaspur/messages';
import type { ActorDetail, Municipality, RoundtableDetail } from '@klimaspur/read-models';

/** What the pages of round tables are made of. */
export interface ShownTables {
  readonly t: Translate;
  readonly town: Municipality;
  readonly actors: readonly ActorDetail[];
  readonly today: string;
  /** An address of the same moment. */
  readonly at: (path: string) => string;
}

export interface ShownTable extends ShownTables {
  readonly table: RoundtableDetail;
}

export const actorNamed = (
  { actors }: Pick<ShownTables, 'actors'>,
  id: string,
): ActorDetail | undefined => actors.find((actor) => actor.id === id);
