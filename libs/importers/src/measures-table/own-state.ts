import {
  measureState,
  publicBar,
  timeline,
  type MeasureState,
  type PartialDate,
  type Past,
  type Status,
} from '@klimaspur/domain';
import type { Finding, ImportedEntry } from '../importer.js';
import { findingWords } from '../words.js';
import { decisionEntries } from './own-decision.js';
import { implementationEntries, waysOf } from './own-implementation.js';
import type { ColumnKey } from './column-words.js';
import type { SheetRow } from './sheet-row.js';
import type { Evidence } from './state-entries.js';
import { toldState, type ToldState } from './told-state.js';

/** The state of a measure in our own export, as entries for an instance that does not know the measure yet. */
export interface OwnState {
  readonly told: ToldState;
  readonly entries: readonly ImportedEntry[];
  /** What no entries lead to: never silently another word. */
  readonly findings: readonly Finding[];
}

export const ownState = (sheet: SheetRow, evidence: Evidence): OwnState => {
  const told = toldState(sheet);
  const { entries, lost, status } = bestOf(told, evidence, sheet.context.today);
  const { where } = sheet.row;
  const columns = lost.map((key) => sheet.columnOf(columnOf[key])).join(', ');
  const isOther = told.status !== undefined && told.status !== status && !isElsewhere(told);
  return {
    told,
    entries,
    findings: [
      ...(columns === '' ? [] : [notCarried(where, columns)]),
      ...(isOther ? [otherWord(where, told.status ?? null, status)] : []),
    ],
  };
};

const notCarried = (where: string, columns: string): Finding => {
  const params = { columns };
  const code = 'state-not-carried';
  return { where, code, params, words: findingWords(code, params) };
};

const otherWord = (where: string, file: Status | null, here: Status | null): Finding => {
  const params = { file: file ?? 'elsewhere', here: here ?? 'elsewhere' };
  const code = 'word-differs';
  return { where, code, params, words: findingWords(code, params) };
};

const isElsewhere = ({ decision }: ToldState) =>
  decision === 'MERGED' || decision === 'SPLIT' || decision === 'SUPERSEDED';

interface Found {
  readonly entries: readonly ImportedEntry[];
  readonly lost: readonly Comparable[];
  readonly status: Status | null;
}

/** Of all ways the first on which nothing is lost; else that on which least is, the public word above all. */
const bestOf = (told: ToldState, evidence: Evidence, today: string): Found => {
  let best: (Found & { readonly cost: number }) | undefined;
  for (const way of waysOf(told)) {
    const entries = withLastDay(told.last, evidence, [
      ...decisionEntries(told, evidence),
      ...implementationEntries(told, way, evidence),
      ...plannedEntries(told, evidence),
      ...assessmentEntries(told, evidence),
    ]);
    const state = stateAfter(entries, told, today);
    const { status } = publicBar(state, today);
    const lost = lostIn(state, told);
    const cost = lost.length + (told.status === undefined || told.status === status ? 0 : 100);
    if (best === undefined || cost < best.cost) best = { entries, lost, status, cost };
    if (cost === 0) break;
  }
  return best!;
};

const plannedEntries = (
  { plannedStart, plannedEnd }: ToldState,
  evidence: Evidence,
): ImportedEntry[] => {
  if (plannedStart === undefined && plannedEnd === undefined) return [];
  const dates = {
    ...(plannedStart ? { plannedStart } : {}),
    ...(plannedEnd ? { plannedEnd } : {}),
  };
  const data = { ...dates, imported: true, text: { evidence } };
  return [{ type: 'MeasureRescheduled', occurredOn: null, data }];
};

const assessmentEntries = (
  { rating, assessedOn }: ToldState,
  evidence: Evidence,
): ImportedEntry[] =>
  rating === undefined
    ? []
    : [
        {
          type: 'MeasureAssessed',
          occurredOn: assessedOn ?? null,
          data: { ...rating, text: { evidence } },
        },
      ];

/** On the day of the last entry somebody looked, whatever it was. */
const withLastDay = (
  last: PartialDate | undefined,
  evidence: Evidence,
  entries: readonly ImportedEntry[],
): ImportedEntry[] =>
  last === undefined || entries.some(({ occurredOn }) => occurredOn === last)
    ? [...entries]
    : [
        ...entries,
        { type: 'MeasureCheckedUnchanged', occurredOn: last, data: { text: { evidence } } },
      ];

/** How the measure will stand here. */
const stateAfter = (
  entries: readonly ImportedEntry[],
  { decision }: ToldState,
  today: string,
): MeasureState => {
  const recorded = {
    type: 'MeasureRecorded',
    occurredOn: null,
    data: decision === 'IDEA' ? { idea: true } : {},
  };
  return measureState(
    timeline(
      [recorded, ...entries].map(({ type, data, occurredOn }, revision): Past => ({
        id: String(revision),
        ...{ revision, type },
        data: data as Past['data'],
        metadata: { occurredOn, recordedAt: `${today}T12:00:00.000Z` },
      })),
    ),
  );
};

/** What can be lost on the way, and the columns that say it. */
const columnOf = {
  decision: 'decisionCode',
  decidedOn: 'decidedOn',
  amended: 'amended',
  inNewConsultation: 'inNewConsultation',
  implementation: 'statusCode',
  since: 'statusSince',
  sinceLatest: 'statusBy',
  startedOn: 'startedOn',
  startedLatest: 'startedBy',
  endedOn: 'endedOn',
  endedLatest: 'endedBy',
  percent: 'percent',
  delayed: 'delayReported',
  delayedOn: 'delayReportedOn',
  last: 'checkedOn',
} as const satisfies Partial<Record<keyof ToldState, ColumnKey>>;
type Comparable = keyof typeof columnOf;

const lostIn = (state: MeasureState, told: ToldState): Comparable[] => {
  const { decision, implementation, startedOn, endedOn, delay } = state;
  const saysSince = [startedOn?.entry, endedOn?.entry].includes(implementation.entry);
  const here: { readonly [K in Comparable]: unknown } = {
    decision: isElsewhere(told) ? told.decision : decision.value,
    decidedOn: isElsewhere(told) ? told.decidedOn : decision.on,
    amended: state.amended,
    inNewConsultation: state.inNewConsultation,
    implementation: implementation.value,
    since: saysSince ? null : implementation.on,
    sinceLatest: !saysSince && implementation.latest === true,
    startedOn: startedOn?.value,
    startedLatest: startedOn?.latest === true,
    endedOn: endedOn?.value,
    endedLatest: endedOn?.latest === true,
    percent: state.percent,
    delayed: delay !== null,
    delayedOn: delay?.on,
    last: state.last?.dated,
  };
  return (Object.keys(here) as Comparable[]).filter(
    (key) => (here[key] ?? null) !== (told[key] ?? null),
  );
};
