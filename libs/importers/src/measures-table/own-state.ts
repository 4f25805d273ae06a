import { decisionStates, implementationStates, type PartialDate } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { SheetRow } from './sheet-row.js';
import type { Evidence } from './sheet-status.js';

/**
 * What our own export says of a measure's state, as entries: for an instance that does not know the measure. On
 * axis B only what was adopted, on its day; what was being dealt with elsewhere stays unknown here.
 */
export const ownState = (sheet: SheetRow, evidence: Evidence): ImportedEntry[] => {
  const last = sheet.date('checkedOn');
  const entries = [
    ...decisionEntries(sheet, evidence),
    ...implementationEntries(sheet, evidence, last ?? null),
    ...plannedEntries(sheet, evidence, last ?? null),
  ];
  const known = entries.some(({ occurredOn }) => occurredOn === last);
  return last === undefined || known
    ? entries
    : [
        ...entries,
        { type: 'MeasureCheckedUnchanged', occurredOn: last, data: { text: { evidence } } },
      ];
};

const decisionEntries = (sheet: SheetRow, evidence: Evidence): ImportedEntry[] => {
  const state = sheet.term('decisionCode', (said) => decisionStates.find((code) => code === said));
  const on = sheet.date('decidedOn');
  if (on === undefined || (state !== 'ADOPTED' && state !== 'ADOPTED_IN_PRINCIPLE')) return [];
  const scope = state === 'ADOPTED' ? 'FULL' : 'IN_PRINCIPLE';
  const data = {
    effect: 'ADOPTS',
    scope,
    final: true,
    imported: true,
    text: { evidence },
  } as const;
  return [{ type: 'MeasureDecided', occurredOn: on, data }];
};

const plannedEntries = (
  sheet: SheetRow,
  evidence: Evidence,
  occurredOn: PartialDate | null,
): ImportedEntry[] => {
  const plannedStart = sheet.date('plannedStart');
  const plannedEnd = sheet.date('plannedEnd');
  if (plannedStart === undefined && plannedEnd === undefined) return [];
  const dates = {
    ...(plannedStart ? { plannedStart } : {}),
    ...(plannedEnd ? { plannedEnd } : {}),
  };
  return [
    {
      type: 'MeasureRescheduled',
      occurredOn,
      data: { ...dates, imported: true, text: { evidence } },
    },
  ];
};

const implementationEntries = (
  sheet: SheetRow,
  evidence: Evidence,
  last: PartialDate | null,
): ImportedEntry[] => {
  const state = sheet.term('statusCode', (said) =>
    implementationStates.find((code) => code === said),
  );
  const since = sheet.date('statusSince') ?? null;
  const startedOn = sheet.date('startedOn') ?? null;
  const endedOn = sheet.date('endedOn') ?? null;
  const percent = sheet.term('percent', (said) =>
    /^\d{1,3}$/.test(said) ? Number(said) : undefined,
  );
  const delayedOn = sheet.date('delayReportedOn');
  const data = { imported: true, text: { evidence } };
  const started = (permanent: boolean, occurredOn: PartialDate | null): ImportedEntry => ({
    type: 'MeasureImplementationStarted',
    occurredOn,
    data: { ...(permanent ? { duration: 'PERMANENT' as const } : {}), ...data },
  });
  const begun = startedOn === null ? [] : [started(false, startedOn)];
  const progress: ImportedEntry[] =
    percent === undefined
      ? []
      : [
          {
            type: 'MeasureProgressReported',
            occurredOn: endedOn ?? since ?? startedOn ?? last,
            data: { percent, ...data },
          },
        ];
  const delay: ImportedEntry[] =
    delayedOn === undefined ? [] : [{ type: 'MeasureDelayReported', occurredOn: delayedOn, data }];
  /** Work may have begun, rested and gone on: then it runs since it went on. */
  const running = (permanent: boolean): ImportedEntry[] => {
    const again: ImportedEntry[] =
      since === null ? [] : [{ type: 'MeasureImplementationResumed', occurredOn: since, data }];
    if (startedOn === null && since !== null && !permanent) return again;
    return [started(permanent, startedOn ?? since), ...(startedOn === null ? [] : again)];
  };
  switch (state) {
    case undefined:
    case 'UNKNOWN':
      return delay;
    case 'PLANNED':
      return [{ type: 'MeasureImplementationPlanned', occurredOn: since, data }, ...delay];
    case 'IN_PROGRESS':
    case 'ONGOING':
      return [...running(state === 'ONGOING'), ...progress, ...delay];
    case 'PAUSED':
      return [
        ...begun,
        ...progress,
        { type: 'MeasureImplementationPaused', occurredOn: since, data },
        ...delay,
      ];
    case 'COMPLETED':
      return [
        ...begun,
        ...progress,
        { type: 'MeasureImplementationCompleted', occurredOn: endedOn, data },
      ];
    case 'ABANDONED':
    case 'NOT_FEASIBLE': {
      const reason = state === 'ABANDONED' ? 'UNKNOWN' : state;
      return [
        ...begun,
        ...progress,
        { type: 'MeasureImplementationAbandoned', occurredOn: endedOn, data: { ...data, reason } },
      ];
    }
  }
};
