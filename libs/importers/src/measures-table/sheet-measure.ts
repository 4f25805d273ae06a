import { catalogue, checkData, isUuid, type EventData } from '@klimaspur/domain';
import { anyId } from '../context.js';
import type { ImportedMeasure, PlanKind, Source } from '../importer.js';
import { withoutPersons } from '../persons.js';
import { responsibleBody } from '../responsible-body.js';
import { type ColumnKey, personHeading, plainHeading } from './column-words.js';
import { splitPath } from './field-paths.js';
import { itemsOf, partsOfLines } from './list-cells.js';
import type { MeasureKeys } from './measure-keys.js';
import { ownState, type OwnState } from './own-state.js';
import { assessmentOf, decisionOf } from './sheet-decision.js';
import { saysYes } from './says-yes.js';
import { describedOf, textKeys } from './sheet-described.js';
import type { SheetRow } from './sheet-row.js';
import { standOf, stateOf } from './sheet-status.js';
import type { Evidence } from './state-entries.js';
import type { StatusWords } from './status-word-list.js';
import { planKindIn } from './terms.js';

export type SheetMeasure = Omit<ImportedMeasure, 'field' | 'order'> & {
  readonly path: readonly string[];
  /** Name of its town, where our own export says it. */
  readonly town?: string;
  /** Title of its plan, where our own export says it. */
  readonly planTitle?: string;
  readonly planKind?: PlanKind;
};

type Described = EventData<'MeasureDescribed'>;
type Responsible = EventData<'MeasureResponsibleBodyAssigned'>;

/** One row → a measure. Undefined when the row was refused. */
export const readSheetMeasure = (
  sheet: SheetRow,
  sections: readonly string[],
  keys: MeasureKeys,
  words: StatusWords,
  label: string,
): SheetMeasure | undefined => {
  const { row, own, context } = sheet;
  const title = sheet.line('title');
  const number = numberOf(sheet);
  const id = idOf(sheet, keys);
  const town = own ? townOf(sheet) : undefined;
  const path = pathOf(sheet) ?? sections;
  const evidence = [{ kind: 'other', title: `Maßnahmenliste „${context.fallbackName}“` }] as const;
  const responsible = responsibleOf(sheet, evidence);
  const partners = partnersOf(sheet, evidence);
  const decision = decisionOf(sheet, evidence);
  const state = stateOf(sheet, words, evidence);
  const assessed = own ? [] : assessmentOf(sheet, standOf(sheet), evidence);
  const origin = own ? ownState(sheet, evidence) : undefined;
  const ownProposal = saysYes(sheet, 'ownProposal');
  const isIdea = origin?.told.decision === 'IDEA';
  const described = withNote(
    withPapers(describedOf(sheet, title ?? ''), decision.papers),
    state.note,
  );
  if (title === undefined) row.refuse(sheet.columnOf('title'), '', 'field/missing');
  refuseIssues(sheet, title, number, path, described, [responsible, ...partners]);
  if (title === undefined || row.refused) return undefined;
  const source: Source = id
    ? { system: 'Klimaspur', key: id }
    : { system: 'CSV', key: keys.of(row.where, label, number, title) };
  const says = Object.keys(described).length > 1 || Object.keys(described.text ?? {}).length > 1;
  return {
    source,
    where: row.where,
    ...(own && id ? { id } : {}),
    ...(number ? { number } : {}),
    recorded: {
      ...(isIdea ? { idea: true } : {}),
      ...(ownProposal ? { ownProposal } : {}),
      text: { title, source },
    },
    ...(says ? { described } : {}),
    ...(responsible ? { responsible } : {}),
    ...(partners.length > 0 ? { partners } : {}),
    ...(origin ? originOf(sheet, origin) : {}),
    entries: [...decision.entries, ...state.entries, ...assessed],
    ...(state.word === undefined ? {} : { stateWord: state.word }),
    path,
    ...(town === undefined ? {} : { town }),
    ...(own && sheet.has('plan') ? planOf(sheet) : {}),
  };
};

/** Of our own export: how the measure stands, for an instance that does not know it. */
const originOf = (
  sheet: SheetRow,
  { entries, findings, told: { decision, decidedOn } }: OwnState,
): Pick<ImportedMeasure, 'origin' | 'originFindings' | 'movedOn'> => {
  const isElsewhere = decision === 'MERGED' || decision === 'SPLIT' || decision === 'SUPERSEDED';
  const into = partsOfLines(sheet.text('heirs') ?? '').flatMap(([id = '']) => id || []);
  return {
    origin: entries,
    originFindings: findings,
    ...(isElsewhere ? { movedOn: { how: decision, into, occurredOn: decidedOn ?? null } } : {}),
  };
};

/** „1.1“ typed into a German spreadsheet becomes the first of January: the day is turned back into what was typed. */
const numberOf = (sheet: SheetRow): string | undefined => {
  const said = sheet.line('number');
  const cell = sheet.cell('number');
  if (sheet.own || said === undefined || cell === undefined) return said;
  if (cell.day !== undefined) {
    const [, month = '', day = ''] = cell.day.split('-');
    if (day === '') return said;
    const number = `${Number(day)}.${Number(month)}`;
    sheet.context.report.find(sheet.row.where, 'number-was-date', { value: said, number });
    return number;
  }
  return cell.number === undefined ? said : said.replace(',', '.');
};

const idOf = (sheet: SheetRow, keys: MeasureKeys): string | undefined => {
  const id = sheet.line('id');
  if (id === undefined) return undefined;
  const { row } = sheet;
  if (!isUuid(id)) row.refuse(sheet.columnOf('id'), id, 'field/not-an-id');
  else {
    const first = keys.take(id, row.where);
    if (first) row.refuse(sheet.columnOf('id'), id, 'row/duplicate-key', { first });
  }
  return id;
};

const townOf = (sheet: SheetRow): string | undefined => {
  const name = sheet.line('municipality');
  if (name === undefined) return undefined;
  const column = { 'text.name': [sheet.columnOf('municipality')] };
  sheet.row.refuseIssues(checkData(catalogue.MunicipalityFounded, { text: { name } }), column);
  return name;
};

const planOf = (sheet: SheetRow): Pick<SheetMeasure, 'planTitle' | 'planKind' | 'unplaced'> => {
  const planTitle = sheet.line('plan');
  const planKind = sheet.term('planKind', planKindIn);
  return planTitle === undefined
    ? { unplaced: true }
    : { planTitle, ...(planKind ? { planKind } : {}) };
};

const pathOf = (sheet: SheetRow): string[] | undefined => {
  const said = sheet.line('field');
  if (said === undefined) return sheet.own ? [] : undefined;
  if (sheet.own) return splitPath(said);
  return sheet.columnOf('field') === 'path' ? said.split(' / ') : [said];
};

const withPapers = (
  described: Described,
  papers: NonNullable<Described['text']>['papers'],
): Described =>
  papers === undefined || papers.length === 0 || described.text === undefined
    ? described
    : {
        ...described,
        text: { ...described.text, papers: [...(described.text.papers ?? []), ...papers] },
      };

const withNote = (described: Described, note: string | undefined): Described =>
  note === undefined || described.text === undefined
    ? described
    : {
        ...described,
        text: {
          ...described.text,
          statusNote: [described.text.statusNote, note].filter(Boolean).join('\n\n'),
        },
      };

/** Offices and groups; persons only where somebody chose the column although its heading names persons. */
const bodiesIn = (sheet: SheetRow, key: 'lead' | 'partners'): string | undefined => {
  const said = sheet.text(key);
  const column = sheet.columnOf(key);
  if (said === undefined || sheet.own || personHeading.test(plainHeading(column))) return said;
  const { text, removed } = withoutPersons(said);
  if (removed > 0) sheet.context.report.find(sheet.row.where, 'person-left-out', { column });
  return text || undefined;
};

const responsibleOf = (sheet: SheetRow, evidence: Evidence): Responsible | undefined => {
  const said = bodiesIn(sheet, 'lead');
  const explanation = sheet.text('leadExplanation');
  if (said === undefined) return undefined;
  if (sheet.own) {
    const text = { name: said, ...(explanation ? { explanation } : {}), evidence };
    return { responsibility: 'LEAD', text };
  }
  const { split, ...body } = responsibleBody(said, explanation);
  if (split) sheet.context.report.find(sheet.row.where, 'body-split');
  return { responsibility: 'LEAD', text: { ...body, evidence } };
};

const partnersOf = (sheet: SheetRow, evidence: Evidence): Responsible[] => {
  const said = bodiesIn(sheet, 'partners');
  if (said === undefined) return [];
  const bodies = sheet.own
    ? partsOfLines(said).map(([name = '', explanation]) => ({
        name,
        ...(explanation ? { explanation } : {}),
      }))
    : itemsOf(said).map((item) => {
        const { split: _split, ...body } = responsibleBody(item);
        return body;
      });
  return bodies.map((body) => ({ responsibility: 'PARTNER', text: { ...body, evidence } }));
};

const refuseIssues = (
  sheet: SheetRow,
  title: string | undefined,
  number: string | undefined,
  path: readonly string[],
  described: Described,
  bodies: readonly (Responsible | undefined)[],
) => {
  const { row } = sheet;
  const at = (key: ColumnKey) => [sheet.columnOf(key)];
  const columns = Object.fromEntries(
    [...textKeys, 'remarks' as const].map((key) => [`text.${key}`, at(key)]),
  );
  if (title !== undefined) {
    row.refuseIssues(checkData(catalogue.MeasureDescribed, described), {
      ...columns,
      'text.title': at('title'),
      'text.costNote': at('costs'),
      'text.savingsMethod': at('saving'),
    });
  }
  for (const body of bodies) {
    if (!body) continue;
    const isLead = body.responsibility === 'LEAD';
    row.refuseIssues(checkData(catalogue.MeasureResponsibleBodyAssigned, body), {
      'text.name': at(isLead ? 'lead' : 'partners'),
      'text.explanation': at(isLead ? 'leadExplanation' : 'partners'),
    });
  }
  const placed = { measure: anyId, rank: 0, text: number ? { number } : {} };
  row.refuseIssues(checkData(catalogue.PlanMeasurePlaced, placed), { 'text.number': at('number') });
  for (const name of path) {
    const field = { field: anyId, rank: 0, text: { name } };
    row.refuseIssues(checkData(catalogue.PlanFieldAdded, field), { 'text.name': at('field') });
  }
};
