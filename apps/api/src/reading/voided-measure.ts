import { type HistoryEntry, measureHistory } from '@klimaspur/read-models';
import { townOfVoided } from './measure-in.js';
import { measurePast } from './past.js';
import type { Reading } from './reader.js';

/** What is left of a measure that was recorded by mistake. */
export interface VoidedMeasure {
  readonly id: string;
  /** Id of its town. */
  readonly municipality: string;
  readonly title: string;
  /** The entry that took it back. */
  readonly voiding: HistoryEntry;
}

/** Undefined: it counts, it is unknown, or that it was taken back was not known yet. */
export const voidedMeasure = async (
  reading: Reading,
  id: string,
): Promise<VoidedMeasure | undefined> => {
  const municipality = townOfVoided(reading, id);
  if (municipality === undefined) return undefined;
  const entries = measureHistory(await measurePast(reading, id), reading.view);
  const recorded = entries.find(({ type }) => type === 'MeasureRecorded');
  const voiding = entries.find((entry) => entry.id === recorded?.voidedBy);
  const described = entries.find((one) => one.type === 'MeasureDescribed' && !one.voidedBy);
  return voiding && { id, municipality, title: titleOf(described ?? recorded), voiding };
};

const titleOf = (entry: HistoryEntry | undefined): string =>
  (entry?.data['text'] as { readonly title?: string } | undefined)?.title ?? '';
