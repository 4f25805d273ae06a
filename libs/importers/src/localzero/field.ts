import { catalogue, checkData } from '@klimaspur/domain';
import { anyId, type Context } from '../context.js';
import type { FieldAssessment, ImportedField, Source } from '../importer.js';
import type { Row } from '../row.js';
import { importEvidence, statusCodes, statusWords, type StatusCode } from './status-words.js';
import { leaveNodeColumns, present } from './columns.js';

const noteLimit = 4000;

/** What our fields have no place for: these belong to measures. */
const measureColumns = [
  'source',
  'planned_start',
  'planned_completion',
  'actual_start',
  'actual_completion',
  'responsible_organ',
  'responsible_organ_explanation',
  'supporting_ngos',
] as const;

export type FieldContent = Omit<ImportedField, 'parent' | 'order' | 'published'>;

/** A node with children → a field (Handlungsfeld). Undefined when the row was refused. */
export const readField = (
  row: Row,
  source: Source,
  model: string,
  context: Context,
): FieldContent | undefined => {
  const name = row.line('title');
  const { note, rest } = noteOf(row, context);
  const description = joined(row.text('teaser', 'summary'), row.text('description'), rest);
  const word = row.code(statusCodes, 'execution_status') ?? 0;
  for (const column of measureColumns) {
    row.leave(`${model}[field].`, column, 'not-yet', (value) => value === 0);
  }
  leaveNodeColumns(row, model);
  const text = { ...present('name', name), ...present('description', description), source };
  row.refuseIssues(checkData(catalogue.PlanFieldAdded, { field: anyId, rank: 0, text }), {
    'text.name': ['title'],
    'text.description': ['description', 'teaser', 'summary'],
  });
  if (name === undefined || row.refused) return undefined;
  const assessment = assessmentOf(word, note, context);
  return {
    source,
    name,
    ...present('description', description),
    ...(assessment ? { assessment } : {}),
  };
};

/** "unknown" with nothing to add is LocalZero's way of saying: see the measures below. */
const assessmentOf = (
  word: StatusCode,
  note: string | undefined,
  { standOn }: Context,
): FieldAssessment | undefined =>
  word === 0 && note === undefined
    ? undefined
    : {
        scale: 'LOCALZERO',
        rating: statusWords[word].rating,
        occurredOn: standOn,
        text: { ...present('note', note), evidence: importEvidence },
      };

/** Why the observers say so, and what they think of the plan; what is too long for a note joins the description. */
const noteOf = (row: Row, { report }: Context) => {
  const said = [
    { column: 'execution_justification', text: row.text('execution_justification') },
    { column: 'plan_assessment', text: row.text('plan_assessment') },
  ];
  let note: string | undefined;
  let rest: string | undefined;
  for (const { column, text } of said) {
    if (text === undefined) continue;
    const longer = joined(note, text);
    if ((longer?.length ?? 0) <= noteLimit) {
      note = longer;
      continue;
    }
    rest = joined(rest, text);
    report.find(row.where, 'text-moved', {
      column,
      length: text.length,
      max: noteLimit,
      to: 'description',
    });
  }
  return { note, rest };
};

const joined = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join('\n\n') || undefined;
