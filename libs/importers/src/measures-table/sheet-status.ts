import { firstDay, lastDay, lateOrMissing, type PartialDate } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { SheetRow } from './sheet-row.js';
import { shareOf } from './sheet-share.js';
import { type Evidence, isAfter, type SheetDays, stateEntries } from './state-entries.js';
import { isDecisionWord, isLateOrMissing, readStatus, type SaidStatus } from './status-words.js';
import type { StatusWords } from './status-word-list.js';
import { isTick } from './tick-columns.js';
import { stateSaid } from './ticked-state.js';

/** What a row says about days that have been, planned ones, and how far it is. */
export interface SheetState {
  readonly entries: readonly ImportedEntry[];
  /** Why no entry says it: for the description. */
  readonly note?: string;
  /** What the column of states says; absent where there is none. */
  readonly word?: string;
}

/** The day for which a row speaks: its own, or that of the sheet. */
export const standOf = (sheet: SheetRow): PartialDate | null => {
  const { standOn, today, report } = sheet.context;
  const own = sheet.own ? undefined : sheet.date('standOn');
  if (own === undefined) return standOn;
  if (firstDay(own) <= today) return own;
  report.find(sheet.row.where, 'actual-date-in-future', {
    column: sheet.columnOf('standOn'),
    date: own,
  });
  return standOn;
};

/** Axis C of a row: planned dates and the state, each on its day. */
export const stateOf = (sheet: SheetRow, words: StatusWords, evidence: Evidence): SheetState => {
  if (sheet.own) return { entries: plannedEntry(daysOf(sheet, undefined), evidence) };
  const { said, ticked } = stateSaid(sheet);
  const status = said === undefined ? undefined : readStatus(said, sheet.statusWords);
  if (said !== undefined) words.add(sheet.row.where, said, status);
  if (said !== undefined && isDecisionWord(said)) {
    sheet.context.report.find(sheet.row.where, 'decision-in-status', {
      column: sheet.columnOf('status'),
      value: said.slice(0, 80),
    });
  }
  const share = status?.percent === undefined ? shareOf(sheet) : undefined;
  const percent = status?.percent ?? share?.percent;
  const days = daysOf(sheet, status, ticked);
  const ambiguous = status?.meaning === 'DELAYED' && isLateOrMissing(said ?? '');
  const more = said !== undefined && (status === undefined || status.more) ? said : undefined;
  // Whoever reads the entry cannot know what LocalZero means by a 6.
  const note = ambiguous && more === undefined ? lateOrMissing : more;
  const notes = [status === undefined ? undefined : note, share?.note].filter(Boolean).join('\n');
  const text = { ...(notes === '' ? {} : { note: notes.slice(0, 4000) }), evidence };
  const planned = plannedEntry(days, evidence);
  const states =
    status || percent !== undefined || days.startedOn || days.endedOn
      ? stateEntries(status, percent, days, text)
      : [];
  if (ambiguous && !states.some(({ type }) => type === 'MeasureImplementationStarted')) {
    sheet.context.report.find(sheet.row.where, 'to-clarify', { word: said ?? '' });
  }
  if (percent === 100 && states.some(({ type }) => type === 'MeasureProgressReported')) {
    sheet.context.report.find(sheet.row.where, 'share-complete');
  }
  const unplaced =
    note !== undefined && !states.some((entry) => entry.data.text?.note !== undefined);
  const word = sheet.has('status') ? { word: (said ?? '').slice(0, 80) } : {};
  return { entries: [...planned, ...states], ...(unplaced ? { note } : {}), ...word };
};

const daysOf = (sheet: SheetRow, status: SaidStatus | undefined, ticked = false): SheetDays => {
  const standOn = standOf(sheet);
  const period = sheet.own ? undefined : sheet.time('period');
  const begin = sheet.time('begin');
  const finish = sheet.time('finish');
  const start = sheet.time('plannedStart') ?? begin ?? period;
  const end = sheet.time('plannedEnd') ?? finish ?? period;
  const isDone = status?.meaning === 'COMPLETED';
  const since = hasBeen(status?.since, standOn);
  const isRunning =
    isDone || ['IN_PROGRESS', 'ONGOING', 'PAUSED', 'DELAYED'].includes(status?.meaning ?? '');
  // A cross that says the state is no day.
  const dayIn = (key: 'startedOn' | 'endedOn') =>
    ticked && isTick(sheet.line(key) ?? '') ? undefined : sheet.date(key);
  const inexact = (['plannedStart', 'plannedEnd', 'begin', 'finish'] as const)
    .filter((key) => [start, end].some((time) => time?.exact === false) && sheet.has(key))
    .flatMap((key) => (sheet.line(key) ? [`${sheet.columnOf(key)}: ${sheet.line(key)}`] : []));
  const days = {
    standOn,
    plannedStart: start?.start,
    plannedEnd: end?.end,
    startedOn:
      dayIn('startedOn') ??
      (isRunning && begin?.exact ? hasBeen(begin.start, standOn) : undefined) ??
      (isRunning && !isDone && status?.meaning !== 'PAUSED' && status?.meaning !== 'DELAYED'
        ? since
        : undefined),
    endedOn:
      dayIn('endedOn') ??
      (isDone ? since : undefined) ??
      (isDone && finish?.exact ? hasBeen(finish.end, standOn) : undefined),
    permanent:
      [start, end, period].some((time) => time?.permanent) || status?.meaning === 'ONGOING',
    note: inexact.join('\n') || undefined,
  };
  return checked(sheet, days);
};

/** What lies in the future cannot have happened; a plan that ends before it begins is taken as it stands. */
const checked = (sheet: SheetRow, days: SheetDays): SheetDays => {
  const { report, today } = sheet.context;
  const { plannedStart, plannedEnd } = days;
  if (plannedStart && plannedEnd && lastDay(plannedEnd) < firstDay(plannedStart)) {
    report.find(sheet.row.where, 'planned-end-before-start', {
      start: plannedStart,
      end: plannedEnd,
    });
  }
  const past = (key: 'startedOn' | 'endedOn') => {
    const date = days[key];
    if (date === undefined || firstDay(date) <= today) return date;
    if (sheet.has(key)) {
      report.find(sheet.row.where, 'actual-date-in-future', { column: sheet.columnOf(key), date });
      sheet.keep(key);
    }
    return undefined;
  };
  return { ...days, startedOn: past('startedOn'), endedOn: past('endedOn') };
};

const plannedEntry = (
  { plannedStart, plannedEnd, standOn, note }: SheetDays,
  evidence: Evidence,
): ImportedEntry[] =>
  plannedStart === undefined && plannedEnd === undefined
    ? []
    : [
        {
          type: 'MeasureRescheduled',
          occurredOn: standOn,
          data: {
            ...(plannedStart ? { plannedStart } : {}),
            ...(plannedEnd ? { plannedEnd } : {}),
            imported: true,
            text: { ...(note ? { note } : {}), evidence },
          },
        },
      ];

/** „Ende: 2030“ of something that is done is the plan, not the day. */
const hasBeen = (date: PartialDate | undefined, standOn: PartialDate | null) =>
  date !== undefined && isAfter(date, standOn) ? undefined : date;
