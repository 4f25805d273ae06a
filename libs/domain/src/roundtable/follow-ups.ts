import type { PartialDate } from '../shared/partial-date.js';
import type { Entry } from '../timeline.js';
import { entriesByPart, of, type Told } from './told-entries.js';

export interface FollowUp {
  readonly followUp: string;
  readonly entry: string;
  readonly actor: string;
  /** The meeting at which it was agreed; null: between the meetings, and internal. */
  readonly meeting: string | null;
  readonly item: string | null;
  readonly measure: string | null;
  readonly what: string;
  readonly note: string | null;
  readonly on: PartialDate | null;
  /** As it was agreed last. */
  readonly due: PartialDate | null;
  /** How often it was put off. */
  readonly moves: number;
  readonly reminded: readonly (PartialDate | null)[];
  readonly done: {
    readonly entry: string;
    readonly on: PartialDate | null;
    readonly note: string | null;
  } | null;
  readonly dropped: {
    readonly entry: string;
    readonly on: PartialDate | null;
    readonly note: string | null;
  } | null;
}

/** What organisations promised at a round table, in the order in which they did. */
export const followUpsIn = (entries: readonly Entry[]): FollowUp[] => {
  const about = entriesByPart(entries, 'followUp');
  return of(entries, 'RoundtableFollowUpAgreed').map((agreed) =>
    followUpOf(agreed, about(agreed.data.followUp)),
  );
};

const followUpOf = (
  { entry, data }: Told<'RoundtableFollowUpAgreed'>,
  entries: readonly Entry[],
): FollowUp => {
  const moved = of(entries, 'RoundtableFollowUpRescheduled');
  const done = of(entries, 'RoundtableFollowUpDone').at(-1);
  const dropped = of(entries, 'RoundtableFollowUpDropped').at(-1);
  return {
    followUp: data.followUp,
    entry: entry.id,
    actor: data.actor,
    meeting: data.meeting ?? null,
    item: data.item ?? null,
    measure: data.measure ?? null,
    what: data.text?.what ?? '',
    note: data.text?.note ?? null,
    on: entry.occurredOn,
    due: moved.at(-1)?.data.due ?? data.due ?? null,
    moves: moved.length,
    reminded: of(entries, 'RoundtableFollowUpReminded').map((it) => it.entry.occurredOn),
    done: done ? endOf(done) : null,
    dropped: dropped ? endOf(dropped) : null,
  };
};

const endOf = ({
  entry,
  data,
}: Told<'RoundtableFollowUpDone'> | Told<'RoundtableFollowUpDropped'>) => ({
  entry: entry.id,
  on: entry.occurredOn,
  note: data.text?.note ?? null,
});
