import { effectiveDay, type EventData, type PartialDate } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { SaidStatus } from './status-words.js';

export type Evidence = NonNullable<
  NonNullable<EventData<'MeasureRescheduled'>['text']>['evidence']
>;

/** The days that a row tells. */
export interface SheetDays {
  readonly standOn: PartialDate | null;
  readonly plannedStart?: PartialDate | undefined;
  readonly plannedEnd?: PartialDate | undefined;
  readonly startedOn?: PartialDate | undefined;
  readonly endedOn?: PartialDate | undefined;
  readonly permanent: boolean;
  /** Words that say more than the dates that were read out of them. */
  readonly note?: string | undefined;
}

type Text = { readonly note?: string; readonly evidence: Evidence };

/** The state as entries, such that after them the measure stands as the sheet says. */
export const stateEntries = (
  status: SaidStatus | undefined,
  percent: number | undefined,
  days: SheetDays,
  text: Text,
): ImportedEntry[] => {
  const { standOn, startedOn, endedOn, permanent } = days;
  const bare = { evidence: text.evidence };
  // „0 %“ of something alone says that nothing has begun.
  const isIdle = percent === 0 && startedOn === undefined;
  const begunOrNot = isIdle ? 'PLANNED' : 'IN_PROGRESS';
  const meaning = status?.meaning ?? (endedOn ? 'COMPLETED' : begunOrNot);
  // The day for which the sheet speaks: it had happened by then.
  const byThen = standOn === null ? {} : { dayIsLatest: true };
  const started = (
    occurredOn: PartialDate | null,
    with_: Text,
    more: object = {},
  ): ImportedEntry => ({
    type: 'MeasureImplementationStarted',
    occurredOn,
    data: {
      ...(permanent ? { duration: 'PERMANENT' as const } : {}),
      ...more,
      imported: true,
      text: with_,
    },
  });
  const begun =
    startedOn === undefined || isAfter(startedOn, endedOn ?? standOn)
      ? []
      : [started(startedOn, bare)];
  const progress: ImportedEntry[] =
    percent === undefined
      ? []
      : [
          {
            type: 'MeasureProgressReported',
            occurredOn: standOn,
            data: { percent, imported: true, text },
          },
        ];
  const delay: ImportedEntry[] = status?.delayed
    ? [{ type: 'MeasureDelayReported', occurredOn: standOn, data: { imported: true, text } }]
    : [];
  const data = { imported: true, text };
  const ended = { ...(endedOn === undefined ? byThen : {}), ...data };
  switch (meaning) {
    case 'NOTHING':
      return [];
    case 'PLANNED':
      return [...begun, { type: 'MeasureImplementationPlanned', occurredOn: standOn, data }];
    case 'IN_PROGRESS':
    case 'ONGOING':
      return [
        ...(begun.length > 0
          ? [started(startedOn ?? null, text)]
          : [started(standOn, text, byThen)]),
        ...progress,
        ...delay,
      ];
    case 'PAUSED':
      return [
        ...begun,
        { type: 'MeasureImplementationPaused', occurredOn: standOn, data: { ...byThen, ...data } },
      ];
    case 'DELAYED':
      return [...begun, ...delay];
    case 'COMPLETED':
      return [
        ...begun,
        { type: 'MeasureImplementationCompleted', occurredOn: endedOn ?? standOn, data: ended },
      ];
    case 'ABANDONED':
    case 'NOT_FEASIBLE': {
      const reason = meaning === 'NOT_FEASIBLE' ? 'NOT_FEASIBLE' : 'UNKNOWN';
      return [
        ...begun,
        {
          type: 'MeasureImplementationAbandoned',
          occurredOn: endedOn ?? standOn,
          data: { reason, ...ended },
        },
      ];
    }
  }
};

/** On the same scale on which entries are put in order. */
export const isAfter = (date: PartialDate, other: PartialDate | null): boolean =>
  other !== null && effectiveDay(date, '9999-12-31') > effectiveDay(other, '9999-12-31');
