import { firstDay, type EventData, type PartialDate } from '@klimaspur/domain';
import { oneLine } from '../clean-text.js';
import type { ImportedEntry, Params } from '../importer.js';
import type { FindingCode } from '../words.js';
import type { ColumnKey } from './column-words.js';
import { readSheetDate } from './sheet-date.js';
import type { SheetRow } from './sheet-row.js';
import type { Evidence } from './state-entries.js';
import { lightOf } from './status-words.js';

type Papers = NonNullable<NonNullable<EventData<'MeasureDescribed'>['text']>['papers']>;

const paperLimit = 120;
const noteLimit = 4000;

/** Committees advise, where nothing else is known of them. */
const advisory = /ausschu(?:ss|ß)|beirat|kommission|arbeitskreis|committee|advisory/iu;
const voteKeys = ['decidedOn', 'decided'] as const;

/**
 * A vote about this measure, only where the sheet gives its day; it is final only where the body is named too.
 * A number of a paper alone says that something was filed, not what became of it: it is kept with the papers.
 */
export const decisionOf = (
  sheet: SheetRow,
  evidence: Evidence,
): { readonly entries: readonly ImportedEntry[]; readonly papers: Papers } => {
  const paper = sheet.line('paper')?.slice(0, paperLimit);
  const papers = paper === undefined ? [] : [{ number: paper }];
  if (sheet.own) return { entries: [], papers };
  const { on, by, said } = voteOf(sheet);
  const isPast = on !== undefined && firstDay(on) <= sheet.context.today;
  if (said) findGaps(sheet, on, by, isPast);
  const columns = [...voteKeys, 'decidedBy' as const];
  if (!isPast) {
    for (const column of columns) sheet.keep(column);
    return { entries: [], papers };
  }
  const notes = columns.flatMap((column) => {
    const words = isDay(sheet, column) ? undefined : sheet.line(column);
    return words === undefined ? [] : [`${sheet.columnOf(column)}: ${words}`];
  });
  const text = {
    ...(paper === undefined ? {} : { paper }),
    ...(notes.length === 0 ? {} : { note: notes.join('\n').slice(0, noteLimit) }),
    evidence,
  };
  const data = {
    effect: 'ADOPTS',
    scope: 'FULL',
    outcome: 'ADOPTED',
    final: by !== undefined && !advisory.test(by),
    imported: true,
    text,
  } as const;
  return { entries: [{ type: 'MeasureDecided', occurredOn: on, data }], papers };
};

/** What is missing for a decision that counts, and where to add it. */
const findGaps = (
  sheet: SheetRow,
  on: PartialDate | undefined,
  by: string | undefined,
  isPast: boolean,
): void => {
  const { context, row } = sheet;
  const column = sheet.columnOf(voteKeys.find((key) => sheet.line(key)) ?? 'decidedBy');
  const find = (code: FindingCode, params: Params) =>
    context.report.find(row.where, code, { column, ...params });
  if (on === undefined) find('decision-without-day', {});
  else if (!isPast) find('actual-date-in-future', { date: on });
  else if (by === undefined) find('decision-without-body', { date: on });
  else if (advisory.test(by)) find('decision-of-committee', { body: by.slice(0, 80) });
};

interface Vote {
  readonly on?: PartialDate;
  readonly by?: string;
}

const yes = /^(?:ja|x|yes|✓|✔|✅|beschlossen|adopted|approved|erfolgt|liegt vor|gefasst)$/iu;
const no =
  /\b(?:nein|no|nicht|noch|ausstehend|steht aus|geplant|offen|vertagt|abgelehnt|pending|not|rejected)\b|\bkein/iu;

/** `said`: something is told of a vote that was taken. */
const voteOf = (sheet: SheetRow): Vote & { readonly said: boolean } => {
  const told = voteKeys.map((key) => voteIn(sheet.line(key) ?? '')).find((vote) => vote);
  const by = sheet.line('decidedBy') ?? told?.by;
  const words = voteKeys.map((key) => sheet.line(key) ?? '');
  const isYes = words.some((word) => yes.test(word));
  const on = told?.on ?? dayOf(sheet, words);
  return {
    ...(on === undefined ? {} : { on }),
    ...(by === undefined ? {} : { by }),
    said: on !== undefined || by !== undefined || isYes,
  };
};

const isDay = (sheet: SheetRow, key: ColumnKey): boolean =>
  sheet.cell(key)?.day !== undefined || readSheetDate(sheet.line(key) ?? '') !== undefined;

/** „Beschlossen“ may be answered with a day; „Beschlossen am“ must be, but for yes and no. */
const dayOf = (sheet: SheetRow, [on = '']: readonly string[]): PartialDate | undefined => {
  if (isDay(sheet, 'decided')) return sheet.date('decided');
  return yes.test(on) || no.test(on) ? undefined : sheet.date('decidedOn');
};

const days = /\b\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/g;
/** Words around the name of a body. */
const around =
  /[(),:;]|\b(?:beschluss|beschlossen|adopted|sitzung|durch|von|vom|der|des|die|im|in|am|by|on|the)\b/giu;
const bodyBehind =
  /\p{L}*(?:rat|versammlung|vertretung|kreistag|magistrat|bürgerschaft|senat|ausschuss|beirat|stvv|svv|council|committee)\b/iu;

/** All in one cell: „Gemeinderat vom 15.12.2022“; what is denied or still to come is no vote. */
const voteIn = (said: string): Vote | undefined => {
  const [day, ...more] = said.match(days) ?? [];
  if (day === undefined || more.length > 0 || no.test(said)) return undefined;
  const on = readSheetDate(day.replaceAll(' ', ''));
  if (on === undefined) return undefined;
  const [before = '', behind = ''] = said.split(day);
  const name = oneLine(before.replace(around, ' '));
  const by = /\p{L}{2}/u.test(name) ? name : bodyBehind.exec(behind)?.[0];
  return { on, ...(by === undefined ? {} : { by }) };
};

/** The monitors' opinion, only out of a column that says that it is one. */
export const assessmentOf = (
  sheet: SheetRow,
  occurredOn: string | null,
  evidence: Evidence,
): ImportedEntry[] => {
  const rating = sheet.term(
    'assessment',
    (said) => lightOf(said) ?? (/^[1-5]$/.test(said.trim()) ? said.trim() : undefined),
  );
  const achieved = sheet.text('achieved');
  const missing = sheet.text('missing');
  if (rating === undefined) {
    for (const key of ['achieved', 'missing'] as const) sheet.keep(key);
    return [];
  }
  const scale = /\d/.test(rating) ? ('ONE_TO_FIVE' as const) : ('TRAFFIC_LIGHT' as const);
  const text = { ...(achieved ? { achieved } : {}), ...(missing ? { missing } : {}), evidence };
  return [{ type: 'MeasureAssessed', occurredOn, data: { scale, rating, text } }];
};
