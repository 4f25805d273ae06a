import type { EventData } from '../catalogue.js';
import type { Day, PartialDate } from '../shared/partial-date.js';
import type { Scope } from '../shared/vocabulary.js';
import type { Entry } from '../timeline.js';

export interface PlanField {
  readonly id: string;
  readonly parent: string | null;
  readonly rank: number;
  readonly name: string;
  readonly description: string | null;
  readonly number: string | null;
  readonly assessment: {
    readonly entry: string;
    readonly scale: string;
    readonly rating: string;
    readonly note: string | null;
    readonly since: Day;
  } | null;
}

export interface Placement {
  readonly entry: string;
  readonly measure: string;
  readonly field: string | null;
  readonly rank: number;
  readonly number: string | null;
}

/** All a plan's stream says, at one moment. */
export interface PlanState {
  readonly drafted: EventData<'PlanDrafted'> | null;
  readonly editions: readonly {
    entry: string;
    id: string;
    label: string;
    url: string | null;
    on: PartialDate | null;
  }[];
  readonly fields: ReadonlyMap<string, PlanField>;
  readonly placements: ReadonlyMap<string, Placement>;
  readonly adopted: {
    readonly entry: string;
    readonly scope: Scope;
    readonly on: PartialDate | null;
  } | null;
  /** First completed import: charts begin at „Beginn der Aufzeichnung“. */
  readonly importedOn: Day | null;
}

export const unknownPlan: PlanState = {
  drafted: null,
  editions: [],
  fields: new Map(),
  placements: new Map(),
  adopted: null,
  importedOn: null,
};

const typed = <T extends EventTypeOfPlan>(entry: Entry, _type: T) =>
  entry.data as unknown as EventData<T>;
type EventTypeOfPlan =
  | 'PlanDrafted'
  | 'PlanEditionAdded'
  | 'PlanFieldAdded'
  | 'PlanFieldMoved'
  | 'PlanFieldAssessed'
  | 'PlanMeasurePlaced'
  | 'PlanAdopted';

/** What one entry makes of a plan. */
export const evolvePlan = (state: PlanState, entry: Entry): PlanState => {
  switch (entry.type) {
    case 'PlanDrafted':
      return { ...state, drafted: typed(entry, 'PlanDrafted') };
    case 'PlanEditionAdded': {
      const { edition, text } = typed(entry, 'PlanEditionAdded');
      const added = {
        entry: entry.id,
        id: edition,
        label: text?.label ?? '',
        url: text?.url ?? null,
        on: entry.occurredOn,
      };
      return { ...state, editions: [...state.editions, added] };
    }
    case 'PlanFieldAdded': {
      const { field, parent, rank, text } = typed(entry, 'PlanFieldAdded');
      return withField(state, {
        id: field,
        parent: parent ?? null,
        rank,
        name: text?.name ?? '',
        description: text?.description ?? null,
        number: text?.number ?? null,
        assessment: state.fields.get(field)?.assessment ?? null,
      });
    }
    case 'PlanFieldMoved': {
      const { field, parent, rank } = typed(entry, 'PlanFieldMoved');
      const known = state.fields.get(field);
      return known ? withField(state, { ...known, parent: parent ?? null, rank }) : state;
    }
    case 'PlanFieldAssessed': {
      const { field, scale, rating, text } = typed(entry, 'PlanFieldAssessed');
      const known = state.fields.get(field);
      const note = text?.note ?? null;
      const assessment = { entry: entry.id, scale, rating, note, since: entry.effectiveOn };
      return known ? withField(state, { ...known, assessment }) : state;
    }
    case 'PlanMeasurePlaced': {
      const { measure, field, rank, text } = typed(entry, 'PlanMeasurePlaced');
      const number = text?.number ?? state.placements.get(measure)?.number ?? null;
      const placed = { entry: entry.id, measure, field: field ?? null, rank, number };
      return { ...state, placements: new Map(state.placements).set(measure, placed) };
    }
    case 'PlanAdopted': {
      const { scope } = typed(entry, 'PlanAdopted');
      const before = state.adopted ? breadth[state.adopted.scope] : 0;
      if (breadth[scope] < before) return state;
      return { ...state, adopted: { entry: entry.id, scope, on: entry.occurredOn } };
    }
    case 'PlanImportCompleted':
      return { ...state, importedOn: state.importedOn ?? entry.recordedOn };
    default:
      return state;
  }
};

/** A decision on a part never lowers one on the whole. */
const breadth: Readonly<Record<Scope, number>> = { PART: 1, IN_PRINCIPLE: 2, FULL: 3 };

const withField = (state: PlanState, field: PlanField): PlanState => ({
  ...state,
  fields: new Map(state.fields).set(field.id, field),
});

/** The state that a story in order of effect leads to. */
export const planState = (entries: readonly Entry[]): PlanState =>
  entries.reduce(evolvePlan, unknownPlan);
