import type { MeasureState } from '@klimaspur/domain';

const actor = (id: string): string => `actor-${id}`;
const roundtable = (id: string): string => `roundtable-${id}`;

/** The streams of organisations and round tables that the state of a measure names. */
export const alliesNamed = ({ allies, responsible }: MeasureState): string[] => [
  ...responsible.flatMap((body) => (body.actor === null ? [] : actor(body.actor))),
  ...allies.pledges.map((pledge) => actor(pledge.actor)),
  ...allies.tables.map((table) => roundtable(table.roundtable)),
  ...(allies.project === null ? [] : [actor(allies.project)]),
];

/** The same measure for whoever may see of them only those of `shown`. */
export const withAlliesIn = (state: MeasureState, shown: ReadonlySet<string>): MeasureState => {
  const { pledges, ends, tables, project } = state.allies;
  const told = pledges.filter((pledge) => shown.has(actor(pledge.actor)));
  const entries = new Set(told.map(({ entry }) => entry));
  return {
    ...state,
    responsible: state.responsible.filter(
      (body) => body.actor === null || shown.has(actor(body.actor)),
    ),
    allies: {
      pledges: told,
      ends: ends.filter(({ pledge }) => entries.has(pledge)),
      tables: tables.filter((table) => shown.has(roundtable(table.roundtable))),
      project: project !== null && shown.has(actor(project)) ? project : null,
    },
  };
};
