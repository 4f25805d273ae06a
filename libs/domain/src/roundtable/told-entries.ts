import type { EventData, EventType } from '../catalogue.js';
import type { Entry } from '../timeline.js';

/** An entry with its data, typed. */
export interface Told<T extends EventType> {
  readonly entry: Entry;
  readonly data: EventData<T>;
}

/** The entries of one type, in their order. */
export const of = <T extends EventType>(entries: readonly Entry[], type: T): Told<T>[] =>
  entries
    .filter((entry) => entry.type === type)
    .map((entry) => ({ entry, data: entry.data as unknown as EventData<T> }));

/** The entries that name one of the parts of a round table, by its id, each list in their order. */
export const entriesByPart = (
  entries: readonly Entry[],
  part: 'item' | 'followUp' | 'meeting',
): ((id: string) => readonly Entry[]) => {
  const byId = Map.groupBy(entries, ({ data }) => data[part]);
  return (id) => byId.get(id) ?? [];
};
