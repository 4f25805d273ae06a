import type { EventData } from '../catalogue.js';
import type { Day, PartialDate } from '../shared/partial-date.js';
import type { Scope } from '../shared/vocabulary.js';
import { effectiveDay, type Entry } from '../timeline.js';

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
    readonly on: PartialDate | null;
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
  /** Where measures go on that were merged, split or superseded, by their ids. */
  readonly heirs: ReadonlyMap<string, readonly string[]>;
  readonly described: EventData<'PlanDescribed'> | null;
  readonly adopted: {
    readonly entry: string;
    readonly scope: Scope;
    readonly on: PartialDate | null;
  } | null;
  /** Day of the first completed import. */
  readonly importedOn: Day | null;
  /** Earliest day for which an imported file speaks: there the record begins. */
  readonly importedFrom: Day | null;
}

export const unknownPlan: PlanState = {
  drafted: null,
  editions: [],
  fields: new Map(),
  placements: new Map(),
  heirs: new Map(),
  described: null,
  adopted: null,
  importedOn: null,
  importedFrom: null,
};

const typed = <T extends EventTypeOfPlan>(entry: Entry, _type: T) =>
  entry.data as unknown as EventData<T>;
type EventTypeOfPlan =
  | 'PlanImportCompleted'
  | 'PlanDrafted'
  | 'PlanDescribed'
  | 'PlanFieldDescribed'
  | 'PlanMeasureRemoved'
  | 'PlanMeasuresMerged'
  | 'PlanMeasureSplit'
  | 'PlanMeasureSuperseded'
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
    case 'PlanDescribed':
      return { ...state, described: typed(entry, 'PlanDescribed') };
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
    case 'PlanFieldDescribed': {
      const { field, text } = typed(entry, 'PlanFieldDescribed');
      const known = state.fields.get(field);
      const { name = '', description = null, number = null } = text ?? {};
      return known ? withField(state, { ...known, name, description, number }) : state;
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
      const times = { since: entry.effectiveOn, on: entry.occurredOn };
      const assessment = { entry: entry.id, scale, rating, note, ...times };
      return known ? withField(state, { ...known, assessment }) : state;
    }
    case 'PlanMeasurePlaced': {
      const { measure, field, rank, text } = typed(entry, 'PlanMeasurePlaced');
      const number = text?.number ?? state.placements.get(measure)?.number ?? null;
      const placed = { entry: entry.id, measure, field: field ?? null, rank, number };
      return { ...state, placements: new Map(state.placements).set(measure, placed) };
    }
    case 'PlanMeasureRemoved': {
      const placements = new Map(state.placements);
      placements.delete(typed(entry, 'PlanMeasureRemoved').measure);
      return { ...state, placements };
    }
    case 'PlanMeasuresMerged': {
      const { measures, into } = typed(entry, 'PlanMeasuresMerged');
      return withHeirs(state, measures, [into]);
    }
    case 'PlanMeasureSplit': {
      const { measure, into } = typed(entry, 'PlanMeasureSplit');
      return withHeirs(state, [measure], into);
    }
    case 'PlanMeasureSuperseded': {
      const { measure, by } = typed(entry, 'PlanMeasureSuperseded');
      return withHeirs(state, [measure], [by]);
    }
    case 'PlanAdopted': {
      const { scope } = typed(entry, 'PlanAdopted');
      const before = state.adopted ? breadth[state.adopted.scope] : 0;
      if (breadth[scope] < before) return state;
      return { ...state, adopted: { entry: entry.id, scope, on: entry.occurredOn } };
    }
    case 'PlanImportCompleted':
      return imported(state, entry);
    default:
      return state;
  }
};

const imported = (state: PlanState, entry: Entry): PlanState => {
  const { standOn } = typed(entry, 'PlanImportCompleted');
  const from = effectiveDay(standOn ?? null, entry.recordedOn);
  const { importedOn, importedFrom } = state;
  return {
    ...state,
    importedOn: importedOn ?? entry.recordedOn,
    importedFrom: importedFrom !== null && importedFrom < from ? importedFrom : from,
  };
};

/** A decision on a part never lowers one on the whole. */
const breadth: Readonly<Record<Scope, number>> = { PART: 1, IN_PRINCIPLE: 2, FULL: 3 };

const withField = (state: PlanState, field: PlanField): PlanState => ({
  ...state,
  fields: new Map(state.fields).set(field.id, field),
});

const withHeirs = (
  state: PlanState,
  measures: readonly string[],
  heirs: readonly string[],
): PlanState => {
  const all = new Map(state.heirs);
  for (const measure of measures) all.set(measure, heirs);
  return { ...state, heirs: all };
};

/** The state that a story in order of effect leads to. */
export const planState = (entries: readonly Entry[]): PlanState =>
  entries.reduce(evolvePlan, unknownPlan);
