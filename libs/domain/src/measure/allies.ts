import type { EventData } from '../catalogue.js';
import type { PartialDate } from '../shared/partial-date.js';
import type { ItemResult } from '../shared/vocabulary.js';
import { dataOf, type Entry } from '../timeline.js';

type Contribution = EventData<'MeasureSupportPledged'>['contribution'];

/** What a round table said of a measure. It moves the decision only by what was proposed, and only where nothing stood. */
export interface FromTable {
  readonly entry: string;
  readonly roundtable: string;
  /** The entry of the round table that says so; null: it was recorded without one. */
  readonly source: string | null;
  readonly proposed: boolean;
  /** Null where it was proposed. */
  readonly result: ItemResult | null;
  readonly on: PartialDate | null;
}

/** What became of a promise. */
export interface SupportEnd {
  readonly entry: string;
  readonly on: PartialDate | null;
  readonly note: string | null;
}

/** What an ally promised to bring in for a measure. */
export interface Support {
  /** The entry that promised it. */
  readonly entry: string;
  readonly actor: string;
  readonly contribution: Contribution;
  readonly what: string;
  readonly on: PartialDate | null;
  readonly delivered: SupportEnd | null;
  readonly withdrawn: SupportEnd | null;
}

/** As the entries say it, one by one: an end may stand at an earlier day than a promise that names only its year. */
export interface Allies {
  readonly pledges: readonly Omit<Support, 'delivered' | 'withdrawn'>[];
  readonly ends: readonly (SupportEnd & {
    readonly pledge: string;
    readonly kind: 'delivered' | 'withdrawn';
  })[];
  readonly tables: readonly FromTable[];
  /** Whose project it is, where allies need no vote for it. */
  readonly project: string | null;
}

export const noAllies: Allies = { pledges: [], ends: [], tables: [], project: null };

/** What an entry says of allies and round tables; it moves no axis. */
export const alliesAfter = (allies: Allies, entry: Entry): Allies => {
  switch (entry.type) {
    case 'MeasureProposed':
    case 'MeasureDiscussed':
      return withTable(allies, entry);
    case 'MeasureNoDecisionNeeded': {
      const project = dataOf(entry, 'MeasureNoDecisionNeeded').actor ?? null;
      return project === allies.project ? allies : { ...allies, project };
    }
    case 'MeasureSupportPledged': {
      const { actor, contribution, text } = dataOf(entry, 'MeasureSupportPledged');
      const said = { actor, contribution, what: text?.what ?? '' };
      const pledge = { entry: entry.id, ...said, on: entry.occurredOn };
      return { ...allies, pledges: [...allies.pledges, pledge] };
    }
    case 'MeasureSupportDelivered':
      return withEnd(allies, entry, 'delivered');
    case 'MeasureSupportWithdrawn':
      return withEnd(allies, entry, 'withdrawn');
    default:
      return allies;
  }
};

const withTable = (allies: Allies, entry: Entry): Allies => {
  const { roundtable, source } = dataOf(entry, 'MeasureProposed');
  if (roundtable === undefined) return allies;
  const proposed = entry.type === 'MeasureProposed';
  const table = {
    ...{ entry: entry.id, roundtable, source: source ?? null, proposed },
    result: proposed ? null : dataOf(entry, 'MeasureDiscussed').result,
    on: entry.occurredOn,
  };
  return { ...allies, tables: [...allies.tables, table] };
};

const withEnd = (allies: Allies, entry: Entry, kind: 'delivered' | 'withdrawn'): Allies => {
  const { pledge, text } = dataOf(entry, 'MeasureSupportDelivered');
  const end = { entry: entry.id, pledge, kind, on: entry.occurredOn, note: text?.note ?? null };
  return { ...allies, ends: [...allies.ends, end] };
};

/** What was promised for a measure, in the order of the promises, each with what became of it. */
export const supportOf = ({ allies }: { readonly allies: Allies }): Support[] =>
  allies.pledges.map((pledge) => {
    const last = (kind: string): SupportEnd | null => {
      const end = allies.ends.findLast((it) => it.pledge === pledge.entry && it.kind === kind);
      return end ? { entry: end.entry, on: end.on, note: end.note } : null;
    };
    return { ...pledge, delivered: last('delivered'), withdrawn: last('withdrawn') };
  });
