import { catalogue, checkData, firstDay, isUuid, lastDay, type EventData } from '@klimaspur/domain';
import { oneLine } from '../clean-text.js';
import { anyId, type Context } from '../context.js';
import type { ImportedEntry, ImportedMeasure, Source } from '../importer.js';
import { responsibleBody } from '../responsible-body.js';
import { splitPath } from './field-paths.js';
import type { ColumnKey } from './headings.js';
import type { SheetRow } from './sheet.js';

export type SheetMeasure = Omit<ImportedMeasure, 'field' | 'order'> & {
  readonly path: readonly string[];
};

const texts = [
  'teaser',
  'description',
  'planText',
  'background',
  'goal',
  'statusReport',
  'statusNote',
  'outlook',
  'obstacles',
  'remarks',
  'planAssessment',
  'supporters',
] as const satisfies readonly ColumnKey[];

const yes = new Set(['ja', 'yes', 'true', 'wahr', 'x', '1']);

/** One row → a measure. Undefined when the row was refused. */
export const readSheetMeasure = (
  sheet: SheetRow,
  keys: Map<string, string>,
  context: Context,
): SheetMeasure | undefined => {
  const { row, own } = sheet;
  const title = sheet.line('title');
  const number = sheet.line('number');
  const id = idOf(sheet, keys);
  const path = pathOf(sheet);
  const described = describedOf(sheet, title ?? '');
  const evidence = [{ kind: 'other', title: `Maßnahmenliste „${context.fallbackName}“` }] as const;
  const responsible = responsibleOf(sheet, evidence, context);
  const entries = plannedOf(sheet, evidence, context);
  const ownProposal = yes.has(sheet.line('ownProposal')?.toLowerCase() ?? '');
  if (title === undefined) row.refuse(sheet.columnOf('title'), '', 'field/missing');
  const withRemarks = addRemarks(described, sheet.unreadable);
  refuseIssues(sheet, title, number, path, withRemarks, responsible);
  if (title === undefined || row.refused) return undefined;
  const source: Source = id
    ? { system: 'Klimaspur', key: id }
    : { system: 'CSV', key: keyOf(row.where, number ?? title.toLowerCase(), keys, context) };
  const says =
    Object.keys(withRemarks).length > 1 || Object.keys(withRemarks.text ?? {}).length > 1;
  return {
    source,
    ...(own && id ? { id } : {}),
    ...(number ? { number } : {}),
    recorded: { ...(ownProposal ? { ownProposal } : {}), text: { title, source } },
    ...(says ? { described: withRemarks } : {}),
    ...(responsible ? { responsible } : {}),
    entries,
    path,
  };
};

const idOf = (sheet: SheetRow, keys: Map<string, string>): string | undefined => {
  const id = sheet.line('id');
  if (id === undefined) return undefined;
  const { row } = sheet;
  const first = keys.get(id);
  if (!isUuid(id)) row.refuse(sheet.columnOf('id'), id, 'field/not-an-id');
  else if (first) row.refuse(sheet.columnOf('id'), id, 'row/duplicate-key', { first });
  else keys.set(id, row.where);
  return id;
};

const pathOf = (sheet: SheetRow): string[] => {
  const said = sheet.line('field');
  if (said === undefined) return [];
  return sheet.own ? splitPath(said) : [said];
};

const describedOf = (sheet: SheetRow, title: string): EventData<'MeasureDescribed'> => {
  const tonnes = sheet.amount('savingTonnes', 1000);
  const budget = {
    ...quantity('perYearCents', sheet.amount('budgetPerYear', 100)),
    ...quantity('totalCents', sheet.amount('budgetTotal', 100)),
  };
  const savings = {
    ...quantity('kgCo2ePerYear', sheet.amount('savingKg', 1) ?? tonnes),
    ...quantity('kwhPerYear', sheet.amount('savingKwh', 1)),
    ...quantity('centsPerYear', sheet.amount('savingEur', 100)),
  };
  const said = texts.flatMap((key) => {
    const text = sheet.text(key);
    return text === undefined ? [] : [[key, text] as const];
  });
  return {
    ...(Object.keys(budget).length > 0 ? { budget } : {}),
    ...(Object.keys(savings).length > 0 ? { savings } : {}),
    text: { title, ...Object.fromEntries(said) },
  };
};

const quantity = <K extends string>(key: K, value: number | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, number>>;

const addRemarks = (
  described: EventData<'MeasureDescribed'>,
  lines: readonly string[],
): EventData<'MeasureDescribed'> => {
  const { text } = described;
  if (lines.length === 0 || text === undefined) return described;
  const remarks = [text.remarks, lines.join('\n')].filter(Boolean).join('\n\n');
  return { ...described, text: { ...text, remarks } };
};

type Evidence = NonNullable<NonNullable<EventData<'MeasureRescheduled'>['text']>['evidence']>;

const responsibleOf = (
  sheet: SheetRow,
  evidence: Evidence,
  { report }: Context,
): EventData<'MeasureResponsibleBodyAssigned'> | undefined => {
  const said = sheet.text('lead');
  const explanation = sheet.text('leadExplanation');
  if (said === undefined) return undefined;
  if (sheet.own) {
    const text = { name: said, ...(explanation ? { explanation } : {}), evidence };
    return { responsibility: 'LEAD', text };
  }
  const { split, ...body } = responsibleBody(said, explanation);
  if (split) report.find(sheet.row.where, 'body-split');
  return { responsibility: 'LEAD', text: { ...body, evidence } };
};

const plannedOf = (
  sheet: SheetRow,
  evidence: Evidence,
  { report, standOn }: Context,
): ImportedEntry[] => {
  const start = sheet.date('plannedStart');
  const end = sheet.date('plannedEnd');
  if (start === undefined && end === undefined) return [];
  if (start && end && lastDay(end) < firstDay(start)) {
    report.find(sheet.row.where, 'planned-end-before-start', { start, end });
  }
  const dates = { ...(start ? { plannedStart: start } : {}), ...(end ? { plannedEnd: end } : {}) };
  return [
    {
      type: 'MeasureRescheduled',
      occurredOn: standOn,
      data: { ...dates, imported: true, text: { evidence } },
    },
  ];
};

const refuseIssues = (
  sheet: SheetRow,
  title: string | undefined,
  number: string | undefined,
  path: readonly string[],
  described: EventData<'MeasureDescribed'>,
  responsible: EventData<'MeasureResponsibleBodyAssigned'> | undefined,
) => {
  const { row } = sheet;
  const at = (key: ColumnKey) => [sheet.columnOf(key)];
  const columns = Object.fromEntries(texts.map((key) => [`text.${key}`, at(key)]));
  if (title !== undefined) {
    row.refuseIssues(checkData(catalogue.MeasureDescribed, described), {
      ...columns,
      'text.title': at('title'),
    });
  }
  if (responsible) {
    row.refuseIssues(checkData(catalogue.MeasureResponsibleBodyAssigned, responsible), {
      'text.name': at('lead'),
      'text.explanation': at('leadExplanation'),
    });
  }
  const placed = { measure: anyId, rank: 0, text: number ? { number } : {} };
  row.refuseIssues(checkData(catalogue.PlanMeasurePlaced, placed), { 'text.number': at('number') });
  for (const name of path) {
    const field = { field: anyId, rank: 0, text: { name } };
    row.refuseIssues(checkData(catalogue.PlanFieldAdded, field), { 'text.name': at('field') });
  }
};

/** The number, or else the title; numbered where two rows have the same, so that both come in. */
const keyOf = (
  where: string,
  said: string,
  keys: Map<string, string>,
  { report }: Context,
): string => {
  const value = oneLine(said).slice(0, 190);
  const first = keys.get(value);
  if (first === undefined) {
    keys.set(value, where);
    return value;
  }
  for (let n = 2; ; n += 1) {
    const key = `${value} #${n}`;
    if (keys.has(key)) continue;
    keys.set(key, where);
    report.find(where, 'key-numbered', { value, first, key });
    return key;
  }
};
