import { measureState, timeline, type Past, type PlanState } from '@klimaspur/domain';
import type { ImportedEntry, ImportedField } from '@klimaspur/importers';
import type { RecordedEvent } from '@klimaspur/event-store';
import { asPast } from './edition.js';
import type { Placed } from './plan-placements.js';

/**
 * A list that Klimaspur itself wrote speaks of things that are here: its fields are found by their names from
 * the top, and what it does not carry (evidence, order) is left as it is.
 */
export class OwnPlan {
  private readonly idByPath: ReadonlyMap<string, string>;

  constructor(
    fields: PlanState['fields'],
    private readonly placements: ReadonlyMap<string, Placed>,
  ) {
    const pathOf = (id: string): string[] => {
      const field = fields.get(id);
      return field ? [...(field.parent ? pathOf(field.parent) : []), field.name] : [];
    };
    this.idByPath = new Map([...fields.keys()].map((id) => [JSON.stringify(pathOf(id)), id]));
  }

  /** The field with the same names above it; undefined: it is new. */
  fieldLike(field: ImportedField, all: readonly ImportedField[]): string | undefined {
    const names = (one: ImportedField): string[] => {
      const parent = all.find(({ source }) => source.key === one.parent);
      return [...(parent ? names(parent) : []), one.name];
    };
    return this.idByPath.get(JSON.stringify(names(field)));
  }

  /** True where the measure stands in that field, with that number. */
  holds(measure: string, field: string | undefined, number: string | undefined): boolean {
    const placed = this.placements.get(measure);
    return (
      placed !== undefined && placed.field === (field ?? null) && placed.number === (number ?? null)
    );
  }
}

/** Planned dates that the measure has already are no news. */
export const datesAreKnown = (entry: ImportedEntry, history: readonly RecordedEvent[]): boolean => {
  if (entry.type !== 'MeasureRescheduled') return false;
  const { plannedStart, plannedEnd } = measureState(timeline(history as unknown as Past[]));
  const { data } = entry;
  return (
    (data.plannedStart === undefined || data.plannedStart === plannedStart?.value) &&
    (data.plannedEnd === undefined || data.plannedEnd === plannedEnd?.value)
  );
};

/**
 * Whether somebody wrote another state into our own list: one that the measure does not have, and never had. State is
 * folded from entries, so what happened must be told as one.
 */
export const tellsAnotherState = (
  origin: readonly ImportedEntry[],
  history: readonly Past[],
  now: string,
): boolean => {
  const told = origin.map((entry, index) => asPast(entry, index, now));
  const said = measureState(timeline(told)).implementation.value;
  return history.every(
    (_, index) =>
      measureState(timeline(history.slice(0, history.length - index))).implementation.value !==
      said,
  );
};

type Data = Readonly<Record<string, unknown>>;

/** Data without its evidence: a list does not carry it. */
export const withoutEvidence = (data: Data): Data => {
  const { evidence: _evidence, ...text } = (data['text'] ?? {}) as Data;
  return { ...data, ...(data['text'] === undefined ? {} : { text }) };
};
