import { catalogue, checkData, firstDay, lastDay, type EventData } from '@klimaspur/domain';
import { anyId, type Context } from '../context.js';
import type { ImportedEntry, ImportedMeasure, Source } from '../importer.js';
import { responsibleBody } from '../responsible-body.js';
import type { Row } from '../row.js';
import { leaveNodeColumns, present } from './columns.js';
import { statusEntries } from './status-entries.js';
import { importEvidence, statusCodes, statusWords } from './status-words.js';

export type MeasureContent = Omit<ImportedMeasure, 'field' | 'order' | 'published'>;

const teaserLimit = 1000;
const supportersLimit = 4000;

const columns = {
  'text.title': ['title'],
  'text.teaser': ['teaser', 'summary'],
  'text.description': ['description'],
  'text.planAssessment': ['plan_assessment'],
  'text.statusNote': ['execution_justification'],
  'text.supporters': ['supporting_ngos'],
  'text.remarks': ['supporting_ngos', 'responsible_organ_explanation'],
  'text.name': ['responsible_organ'],
  'text.explanation': ['responsible_organ_explanation', 'responsible_organ'],
} as const;

/** A leaf → a measure. Undefined when the row was refused. */
export const readMeasure = (
  row: Row,
  source: Source,
  model: string,
  context: Context,
): MeasureContent | undefined => {
  const title = row.line('title');
  const word = row.code(statusCodes, 'execution_status') ?? 0;
  const status = {
    where: row.where,
    word,
    justification: row.text('execution_justification'),
    actualStart: row.date('actual_start'),
    actualEnd: row.date('actual_completion'),
  };
  const planned = rescheduled(row, context);
  const responsible = responsibleOf(row, context);
  const texts = textsOf(row, context);
  const ownProposal = row.code([0, 1], 'source') === 1;
  leaveNodeColumns(row, model);
  if (title === undefined) row.refuse('title', '', 'field/missing');
  if (row.refused || title === undefined) return undefined;
  const { entries, statusNote } = statusEntries(status, context);
  const recorded = { ...(ownProposal ? { ownProposal } : {}), text: { title, source } };
  const remarks = [texts.remarks, responsible?.remark].filter(Boolean).join('\n\n');
  const described = {
    text: {
      title,
      ...texts,
      ...present('statusNote', statusNote),
      ...present('remarks', remarks || undefined),
    },
  };
  const body = responsible?.data;
  row.refuseIssues(
    [
      ...checkData(catalogue.MeasureRecorded, { municipality: anyId, ...recorded }),
      ...checkData(catalogue.MeasureDescribed, described),
      ...(body ? checkData(catalogue.MeasureResponsibleBodyAssigned, body) : []),
    ],
    columns,
  );
  if (row.refused) return undefined;
  if (word === 6) {
    context.report.find(row.where, 'to-clarify', { title, word: statusWords[word].word });
  }
  return {
    source,
    where: row.where,
    recorded,
    ...(Object.keys(described.text).length > 1 ? { described } : {}),
    ...(body ? { responsible: body } : {}),
    entries: [...planned, ...entries],
    stateWord: statusWords[word].word,
  };
};

const rescheduled = (row: Row, { report, standOn }: Context): ImportedEntry[] => {
  const plannedStart = row.date('planned_start');
  const plannedEnd = row.date('planned_completion');
  if (plannedStart === undefined && plannedEnd === undefined) return [];
  if (plannedStart && plannedEnd && lastDay(plannedEnd) < firstDay(plannedStart)) {
    report.find(row.where, 'planned-end-before-start', { start: plannedStart, end: plannedEnd });
  }
  const dates = { ...present('plannedStart', plannedStart), ...present('plannedEnd', plannedEnd) };
  return [
    {
      type: 'MeasureRescheduled',
      occurredOn: standOn,
      data: { ...dates, imported: true, text: { evidence: importEvidence } },
    },
  ];
};

const responsibleOf = (
  row: Row,
  { report }: Context,
): { data?: EventData<'MeasureResponsibleBodyAssigned'>; remark?: string } | undefined => {
  const said = row.text('responsible_organ');
  const explanation = row.text('responsible_organ_explanation');
  if (said === undefined) {
    if (explanation === undefined) return undefined;
    report.find(row.where, 'body-not-named');
    return { remark: explanation };
  }
  const { split, ...body } = responsibleBody(said, explanation);
  if (split) report.find(row.where, 'body-split');
  return { data: { responsibility: 'LEAD', text: { ...body, evidence: importEvidence } } };
};

/** Texts of the sheet; older data has longer ones, which move to where there is room. */
const textsOf = (row: Row, { report }: Context) => {
  let teaser = row.text('teaser', 'summary');
  let description = row.text('description');
  let supporters = row.text('supporting_ngos');
  let remarks: string | undefined;
  const moved = (column: string, length: number, max: number, to: string) =>
    report.find(row.where, 'text-moved', { column, length, max, to });
  if (teaser && teaser.length > teaserLimit) {
    moved('teaser', teaser.length, teaserLimit, 'description');
    description = [teaser, description].filter(Boolean).join('\n\n');
    teaser = undefined;
  }
  if (supporters && supporters.length > supportersLimit) {
    moved('supporting_ngos', supporters.length, supportersLimit, 'remarks');
    remarks = supporters;
    supporters = undefined;
  }
  return {
    ...present('teaser', teaser),
    ...present('description', description),
    ...present('planAssessment', row.text('plan_assessment')),
    ...present('supporters', supporters),
    ...present('remarks', remarks),
  };
};
