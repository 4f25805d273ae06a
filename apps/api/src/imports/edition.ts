import { berlinDay, effectiveDay, type Day, type PartialDate, type Past } from '@klimaspur/domain';
import type { RecordedEvent } from '@klimaspur/event-store';

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
  readonly now: string;
}

/** Where a file stands among the editions that the plan's stream remembers. */
export const editionOf = (
  standOn: PartialDate | null,
  planHistory: readonly RecordedEvent[],
  now: string,
): Edition => {
  const day = effectiveDay(standOn, berlinDay(now));
  const later = planHistory
    .filter(({ type }) => type === 'PlanImportCompleted')
    .map(({ data, metadata }) =>
      effectiveDay(
        (data['standOn'] as string | undefined) ?? null,
        berlinDay(String(metadata['recordedAt'])),
      ),
    )
    .filter((other) => other > day)
    .sort();
  return { standOn, day, nextDay: later[0] ?? null, now };
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
