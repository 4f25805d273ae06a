import { berlinDay, effectiveDay, type Day, type PartialDate, type Past } from '@klimaspur/domain';
import { comparePositions, type RecordedEvent } from '@klimaspur/event-store';

/**
 * One edition of a file: the day for which it speaks, between those of the same plan that were imported before. An
 * older one may come after a newer; then it only says what held between its day and that of the next.
 */
export interface Edition {
  /** As the user or the file gave it; null: nobody knows, it holds from the day of the import. */
  readonly standOn: PartialDate | null;
  /** From here on its word counts. */
  readonly day: Day;
  /** The next newer edition that is here already; null: this is the newest. */
  readonly nextDay: Day | null;
  /** Of all newer ones, in their order. */
  readonly laterDays: readonly Day[];
  /** One of this day was imported before. */
  readonly isKnown: boolean;
  readonly now: string;
}

/** An import that is complete: the day for which its file spoke. */
export interface CompletedImport {
  readonly position: string;
  readonly standOn: PartialDate | null;
  readonly day: Day;
}

/** The imports that the plan's stream remembers, in the order in which they came. */
export const completedIn = (planHistory: readonly RecordedEvent[]): CompletedImport[] =>
  planHistory
    .filter(({ type }) => type === 'PlanImportCompleted')
    .map(({ position, data, metadata }) => {
      const standOn = (data['standOn'] as PartialDate | undefined) ?? null;
      const day = effectiveDay(standOn, berlinDay(String(metadata['recordedAt'])));
      return { position, standOn, day };
    });

/** Where a file stands among the editions that are here. */
export const editionOf = (
  standOn: PartialDate | null,
  completed: readonly CompletedImport[],
  now: string,
): Edition => {
  const day = effectiveDay(standOn, berlinDay(now));
  const later = completed.filter((other) => other.day > day).map((other) => other.day);
  const laterDays = [...new Set(later)].sort();
  const isKnown = completed.some((other) => other.day === day);
  return { standOn, day, nextDay: laterDays[0] ?? null, laterDays, isKnown, now };
};

/** The day for which the import spoke that recorded this; one that broke off was completed by the next. */
export const editionDayOf = (
  { position, metadata }: RecordedEvent,
  completed: readonly CompletedImport[],
): PartialDate => {
  const by = completed.find((each) => comparePositions(each.position, position) > 0);
  return by?.standOn ?? by?.day ?? berlinDay(String(metadata['recordedAt']));
};

/** What is to be recorded, as if it stood in the log already. */
export const asPast = (
  { type, data, occurredOn }: { type: string; data: object; occurredOn: PartialDate | null },
  revision: number,
  now: string,
): Past => ({
  id: `undecided-${revision}`,
  revision,
  type,
  data: data as Past['data'],
  metadata: { occurredOn, recordedAt: now },
});
