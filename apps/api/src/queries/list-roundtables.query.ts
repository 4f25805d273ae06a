import type { Page, RoundtableDetail } from '@klimaspur/read-models';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Reading } from '../reading/reader.js';
import { type ToldRevision, withToldRevision } from '../reading/told-revision.js';
import { townIn } from './get-municipality.query.js';

/** A round table without what was said at it. */
export type RoundtableItem = ToldRevision<
  Pick<
    RoundtableDetail,
    'id' | 'municipality' | 'published' | 'revision' | 'format' | 'name' | 'ended'
  > & {
    readonly topic: string | null;
    readonly meetings: readonly {
      readonly meeting: string;
      readonly on: string;
      readonly held: boolean;
    }[];
  }
>;
export type RoundtableList = Page<RoundtableItem>;

/** The round tables of a town. */
export class ListRoundtables extends Query<RoundtableList> {
  constructor(
    readonly reading: Reading,
    readonly municipality: string,
  ) {
    super();
  }
}

@QueryHandler(ListRoundtables)
export class ListRoundtablesHandler implements IQueryHandler<ListRoundtables> {
  async execute({ reading, municipality }: ListRoundtables): Promise<RoundtableList> {
    const { id } = townIn(reading, municipality);
    const tables = reading.models.roundtables({ municipality: id }, reading.view);
    const items = tables.map((table) => withToldRevision(reading, id, itemOf(table)));
    return { items, total: items.length, next: null };
  }
}

const itemOf = (table: RoundtableDetail) => {
  const { id, municipality, published, revision, format, name, ended, described } = table;
  return {
    ...{ id, municipality, published, revision, format, name, ended },
    topic: described?.text?.topic ?? null,
    meetings: table.meetings
      .filter(({ off }) => !off)
      .map(({ meeting, on, held }) => ({ meeting, on: held?.on ?? on, held: held !== null })),
  };
};
