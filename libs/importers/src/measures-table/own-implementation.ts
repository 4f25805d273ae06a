import type { PartialDate } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { Evidence } from './state-entries.js';
import type { ToldState } from './told-state.js';

/**
 * What a row does not say and entries must: on which day progress was reported, whether work of unknown begin is told
 * as begun or as going on, and on which day a delay is told. Entries without a day take effect after all others, and
 * begun work ends a delay; so not every way leads to what the row says.
 */
export interface Way {
  readonly progressOn: PartialDate | null;
  readonly begin: 'started' | 'resumed';
  readonly delayedOn: PartialDate | null;
}

/** The most honest first: a day that nobody told is left open as long as that leads to the same state. */
export function* waysOf(told: ToldState): Generator<Way> {
  const { percent, endedOn, since, startedOn, delayedOn, last } = told;
  const days = percent === undefined ? [] : [endedOn, since, startedOn, delayedOn, last];
  const progressDays = [null, ...new Set(days.filter((day) => day !== undefined))];
  for (const delay of new Set([delayedOn ?? null, null])) {
    for (const begin of ['started', 'resumed'] as const) {
      for (const progressOn of progressDays) yield { progressOn, begin, delayedOn: delay };
    }
  }
}

/** Axis C as entries, on one of these ways. */
export const implementationEntries = (
  told: ToldState,
  way: Way,
  evidence: Evidence,
): ImportedEntry[] => {
  const { implementation: state, endedOn, since, delayed, delayReason, percent } = told;
  const data = { imported: true, text: { evidence } };
  const hasEnded = state === 'COMPLETED' || state === 'ABANDONED' || state === 'NOT_FEASIBLE';
  const progress: ImportedEntry[] =
    percent === undefined
      ? []
      : [
          {
            type: 'MeasureProgressReported',
            occurredOn: way.progressOn,
            data: { percent, ...data },
          },
        ];
  const endedBefore: ImportedEntry[] =
    endedOn === undefined || hasEnded
      ? []
      : [
          {
            type: 'MeasureImplementationCompleted',
            occurredOn: endedOn,
            data: { ...byThen(told.endedLatest), ...data },
          },
        ];
  const delay: ImportedEntry[] = delayed
    ? [
        {
          type: 'MeasureDelayReported',
          occurredOn: way.delayedOn,
          data: { ...(delayReason ? { reason: delayReason } : {}), ...data },
        },
      ]
    : [];
  return [
    ...begun(told, evidence),
    ...progress,
    ...endedBefore,
    ...stateEntry(told, way, since ?? null, evidence),
    ...delay,
  ];
};

const byThen = (latest: boolean) => (latest ? { dayIsLatest: true } : {});

const begun = (
  { implementation, startedOn, startedLatest }: ToldState,
  evidence: Evidence,
): ImportedEntry[] => {
  if (startedOn === undefined) return [];
  const permanent = implementation === 'ONGOING' ? { duration: 'PERMANENT' as const } : {};
  const terms = { ...permanent, ...byThen(startedLatest) };
  const data = { ...terms, imported: true, text: { evidence } };
  return [{ type: 'MeasureImplementationStarted', occurredOn: startedOn, data }];
};

const stateEntry = (
  told: ToldState,
  { begin }: Way,
  occurredOn: PartialDate | null,
  evidence: Evidence,
): ImportedEntry[] => {
  const { implementation, startedOn, endedOn, since, abandonReason } = told;
  const data = { imported: true, text: { evidence } };
  const ended = endedOn ?? null;
  const byEnd = byThen(told.endedLatest);
  switch (implementation) {
    case 'UNKNOWN':
      return [];
    case 'PLANNED':
      return [{ type: 'MeasureImplementationPlanned', occurredOn, data }];
    case 'PAUSED':
      return [
        {
          type: 'MeasureImplementationPaused',
          occurredOn,
          data: { ...byThen(told.sinceLatest), ...data },
        },
      ];
    case 'COMPLETED': {
      const done = { ...byEnd, ...data };
      return [{ type: 'MeasureImplementationCompleted', occurredOn: ended, data: done }];
    }
    case 'ABANDONED':
    case 'NOT_FEASIBLE': {
      const reason = implementation === 'ABANDONED' ? (abandonReason ?? 'UNKNOWN') : implementation;
      const why = { reason, ...byEnd, ...data };
      return [{ type: 'MeasureImplementationAbandoned', occurredOn: ended, data: why }];
    }
    case 'IN_PROGRESS':
    case 'ONGOING': {
      const goesOn: ImportedEntry = { type: 'MeasureImplementationResumed', occurredOn, data };
      if (startedOn !== undefined) return since === undefined ? [] : [goesOn];
      if (implementation === 'IN_PROGRESS' && (since !== undefined || begin === 'resumed'))
        return [goesOn];
      const permanent = implementation === 'ONGOING' ? { duration: 'PERMANENT' as const } : {};
      const started = { ...permanent, ...data };
      return [{ type: 'MeasureImplementationStarted', occurredOn: null, data: started }];
    }
  }
};
