import { firstDay, type EventData } from '@klimaspur/domain';
import type { ImportedEntry } from '../importer.js';
import type { SheetRow } from './sheet-row.js';
import type { Evidence } from './sheet-status.js';
import { lightOf } from './status-words.js';

type Papers = NonNullable<NonNullable<EventData<'MeasureDescribed'>['text']>['papers']>;

const paperLimit = 120;

/**
 * A vote about this measure, only where the sheet gives its day: a number of a paper alone says that something was
 * filed, not what became of it. It is then kept with the papers of the measure.
 */
export const decisionOf = (
  sheet: SheetRow,
  evidence: Evidence,
): { readonly entries: readonly ImportedEntry[]; readonly papers: Papers } => {
  const { report, today } = sheet.context;
  const paper = sheet.line('paper')?.slice(0, paperLimit);
  const papers = paper === undefined ? [] : [{ number: paper }];
  const on = sheet.own ? undefined : sheet.date('decidedOn');
  const by = sheet.line('decidedBy');
  if (on === undefined || firstDay(on) > today) {
    if (on !== undefined) {
      report.find(sheet.row.where, 'actual-date-in-future', {
        column: sheet.columnOf('decidedOn'),
        date: on,
      });
      sheet.keep('decidedOn');
    }
    if (by !== undefined && !sheet.own) sheet.keep('decidedBy');
    return { entries: [], papers };
  }
  const text = {
    ...(paper === undefined ? {} : { paper }),
    ...(by === undefined ? {} : { note: `${sheet.columnOf('decidedBy')}: ${by}`.slice(0, 4000) }),
    evidence,
  };
  const data = {
    effect: 'ADOPTS',
    scope: 'FULL',
    outcome: 'ADOPTED',
    final: true,
    imported: true,
    text,
  } as const;
  return { entries: [{ type: 'MeasureDecided', occurredOn: on, data }], papers };
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
