import type { TableSheet } from '@klimaspur/exports';
import { messageFor, type Lang, messages, type Translate } from '@klimaspur/messages';
import type { ChangeItem, Evidence, Municipality } from '@klimaspur/read-models';
import type { DecisionDetail } from '../../queries/get-decision.query.js';
import type { Reading } from '../../reading/reader.js';
import { toldData } from '../../reading/told-data.js';
import { trendTable } from '../trends/trend-file.js';
import { changeLines } from './change-lines.js';
import { kindOf, type ListSheet, listSheets } from './sheet-columns.js';

const trends = ['counts', 'fields', 'status', 'stages', 'assessments', 'movedDates'] as const;
const AT_ONCE = 500;

const sheet = (
  t: Translate,
  name: ListSheet,
  rows: readonly (readonly string[])[],
): TableSheet => ({
  name: t(`workbook.sheet.${name}`),
  columns: listSheets[name].map((key) => ({
    heading: t(`workbook.column.${key}`),
    kind: kindOf(key),
  })),
  rows,
});

/** What the pages of a town show as tables, each on a sheet; nothing that the viewer may not see. */
export const townSheets = async (
  reading: Reading,
  town: Municipality,
  decisions: readonly DecisionDetail[],
  lang: Lang,
): Promise<TableSheet[]> => {
  const t = messages(lang);
  const charts = trends.map((file): TableSheet => {
    const { headings, kinds, rows } = trendTable(file, reading, town, undefined, lang);
    const columns = headings.map((heading, at) => ({ heading, kind: kinds[at] ?? 'text' }));
    return { name: t(`workbook.sheet.${file}`), columns, rows };
  });
  const changes = changesOf(reading, town);
  return [
    ...charts,
    organSheet(town, t),
    decisionSheet(decisions, t),
    sheet(
      t,
      'entries',
      (await changeLines(reading, changes, t)).map((line) => [
        ...[line.entry, line.measure?.id ?? '', line.measure?.title ?? ''],
        ...[line.occurredOn ?? '', line.dayIsLatest ? t('answer.yes') : ''],
        ...[line.recordedAt, line.words],
        t(`standing.${line.voided ? 'voided' : line.corrected ? 'corrected' : 'valid'}`),
      ]),
    ),
    await evidenceSheet(reading, changes, t),
  ];
};

const organSheet = ({ organs }: Municipality, t: Translate): TableSheet =>
  sheet(
    t,
    'organs',
    organs.map(({ id, name, kind, decidesFinally }) => [
      ...[id, name, messageFor(t.lang, `organKind.${kind}`) ?? kind],
      t(decidesFinally ? 'answer.yes' : 'answer.no'),
    ]),
  );

const decisionSheet = (decisions: readonly DecisionDetail[], t: Translate): TableSheet =>
  sheet(
    t,
    'decisions',
    decisions.map(({ id, title, occurredOn, organ, outcome, paper, effects }) => [
      ...[id, title, occurredOn ?? '', organ.name ?? ''],
      messageFor(t.lang, `decisionOutcome.${outcome}`) ?? outcome,
      ...[paper ?? '', String(effects.length)],
    ]),
  );

const evidenceSheet = async (
  reading: Reading,
  changes: readonly ChangeItem[],
  t: Translate,
): Promise<TableSheet> => {
  const rows: string[][] = [];
  const data = await toldData(reading, changes);
  for (const [at, { entry, measure }] of changes.entries()) {
    const { evidence } = (data[at]?.['text'] ?? {}) as { evidence?: readonly Evidence[] };
    for (const { kind, title, url } of Array.isArray(evidence) ? evidence : []) {
      const word = messageFor(t.lang, `evidence.${kind}`) ?? kind;
      rows.push([entry, measure?.id ?? '', word, title ?? '', url ?? '']);
    }
  }
  return sheet(t, 'evidence', rows);
};

const changesOf = ({ models, view }: Reading, { id }: Municipality): ChangeItem[] => {
  const found: ChangeItem[] = [];
  for (let before: ChangeItem['position'] | null | undefined; before !== null;) {
    const at = before === undefined ? {} : { before };
    const { items, next } = models.changes({ municipality: id, limit: AT_ONCE, ...at }, view);
    found.push(...items);
    before = next;
  }
  return found;
};
