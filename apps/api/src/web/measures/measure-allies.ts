import type {
  ActorDetail,
  MeasureDetail,
  MeasureSupport,
  TableOfMeasure,
} from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';

/** What a measure has to do with round tables and organisations, as far as the reader may know it. */
export interface MeasureAllies {
  readonly support: readonly MeasureSupport[];
  /** `key`: that of the meeting in addresses; null: the reader may not read it. */
  readonly tables: readonly (TableOfMeasure & { readonly key: string | null })[];
  /** Whose own project it is. */
  readonly project: Pick<ActorDetail, 'id' | 'name'> | null;
}

export const alliesOf = (
  { models, view }: Reading,
  { id, facts }: MeasureDetail,
): MeasureAllies => {
  const tables = facts.tables.length === 0 ? [] : models.tablesOf(id, view);
  const meetings = new Map(
    [...new Set(tables.map(({ roundtable }) => roundtable.id))].flatMap((table) =>
      (models.roundtable(table, view)?.meetings ?? []).map(({ meeting, key }) => [meeting, key]),
    ),
  );
  const owner = facts.ownProject?.actor;
  return {
    support: facts.support.length === 0 ? [] : models.supportOf(id, view),
    tables: tables.map((table) => ({ ...table, key: meetings.get(table.meeting ?? '') ?? null })),
    project: owner ? (models.actor(owner, view) ?? null) : null,
  };
};
