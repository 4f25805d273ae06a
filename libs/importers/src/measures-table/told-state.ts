import type { DecisionState, ImplementationState, PartialDate, Status } from '@klimaspur/domain';
import { statuses } from '@klimaspur/domain';
import type { SheetRow } from './sheet-row.js';
import type { ColumnKey } from './column-words.js';
import { saysYes } from './says-yes.js';
import {
  abandonReasonIn,
  decisionIn,
  delayReasonIn,
  implementationIn,
  noDecisionReasonIn,
  ownRatingIn,
} from './state-words.js';

/** How a measure stands, as our own export says it. A day is absent where it is unknown. */
export interface ToldState {
  readonly decision: DecisionState;
  readonly decidedOn: PartialDate | undefined;
  readonly amended: boolean;
  readonly inNewConsultation: boolean;
  readonly noDecisionReason: ReturnType<typeof noDecisionReasonIn>;
  readonly implementation: ImplementationState;
  readonly since: PartialDate | undefined;
  readonly startedOn: PartialDate | undefined;
  readonly endedOn: PartialDate | undefined;
  /** Of which of these days only is known that it had happened by then. */
  readonly sinceLatest: boolean;
  readonly startedLatest: boolean;
  readonly endedLatest: boolean;
  readonly abandonReason: ReturnType<typeof abandonReasonIn>;
  readonly percent: number | undefined;
  readonly delayed: boolean;
  readonly delayedOn: PartialDate | undefined;
  readonly delayReason: ReturnType<typeof delayReasonIn>;
  readonly plannedStart: PartialDate | undefined;
  readonly plannedEnd: PartialDate | undefined;
  readonly rating: ReturnType<typeof ownRatingIn>;
  readonly assessedOn: PartialDate | undefined;
  readonly last: PartialDate | undefined;
  /** The public word; null: it goes on elsewhere. Absent where the file does not say it. */
  readonly status: Status | null | undefined;
}

export const toldState = (sheet: SheetRow): ToldState => {
  // Each column is read, so that none counts as left out.
  const decidedOn = sheet.date('decidedOn');
  const decisionSince = sheet.date('decisionSince');
  const since = dayOf(sheet, 'statusSince', 'statusBy');
  const startedOn = dayOf(sheet, 'startedOn', 'startedBy');
  const endedOn = dayOf(sheet, 'endedOn', 'endedBy');
  const delayedOn = sheet.date('delayReportedOn');
  const isDelayed = saysYes(sheet, 'delayReported');
  return {
    decision: sheet.term('decisionCode', decisionIn) ?? 'UNKNOWN',
    decidedOn: decidedOn ?? decisionSince,
    amended: saysYes(sheet, 'amended'),
    inNewConsultation: saysYes(sheet, 'inNewConsultation'),
    noDecisionReason: sheet.term('noDecisionReason', noDecisionReasonIn),
    implementation: sheet.term('statusCode', implementationIn) ?? 'UNKNOWN',
    since: since.day,
    startedOn: startedOn.day,
    endedOn: endedOn.day,
    sinceLatest: since.latest,
    startedLatest: startedOn.latest,
    endedLatest: endedOn.latest,
    abandonReason: sheet.term('abandonReason', abandonReasonIn),
    percent: sheet.term('percent', percentIn),
    delayed: delayedOn !== undefined || isDelayed,
    delayedOn,
    delayReason: sheet.term('delayReason', delayReasonIn),
    plannedStart: sheet.date('plannedStart'),
    plannedEnd: sheet.date('plannedEnd'),
    rating: sheet.term('assessment', ownRatingIn),
    assessedOn: sheet.date('assessedOn'),
    last: sheet.date('checkedOn'),
    status: sheet.has('ownStatus')
      ? (statuses.find((status) => status === sheet.line('ownStatus')) ?? null)
      : undefined,
  };
};

/** A day, or the one by which it had happened. */
const dayOf = (sheet: SheetRow, on: ColumnKey, by: ColumnKey) => {
  const [day, latest] = [sheet.date(on), sheet.date(by)];
  return { day: day ?? latest, latest: day === undefined && latest !== undefined };
};

const percentIn = (said: string): number | undefined =>
  /^\d{1,3}$/.test(said) && Number(said) <= 100 ? Number(said) : undefined;
