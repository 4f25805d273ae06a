import { csv } from '@klimaspur/exports';
import { formatPercent, messages, type Lang, type Translate } from '@klimaspur/messages';
import type { Municipality, PlanItem } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { plannedIn, shiftParts } from '../charts/moved-dates.js';
import { opinionParts } from '../charts/opinions.js';
import type { CodedPart } from '../charts/share-figure.js';
import { statusParts } from '../charts/stacked-bar.js';
import { stageParts } from '../charts/stages.js';
import { targetRows } from '../charts/target-progress.js';
import { targetFigures } from '../town/target-section.js';
import { fieldsOf } from '../town/town-charts.js';
import { townFigures, type TownFigures } from '../town/town.view.js';
import { everyStep } from './every-step.js';
import {
  fieldColumns,
  headingOf,
  movedColumns,
  ratingColumns,
  ratingRows,
  shareColumns,
  type ShareRow,
  stageColumns,
  statusColumns,
  targetColumns,
  type TrendColumn,
} from './trend-columns.js';
import type { TrendFile } from './trend-paths.js';
import { FARTHEST, trendFigures, type TrendFigures } from './trends.view.js';

/** A table of one chart, and the same for programs as the API answers it. */
export interface TrendTable {
  readonly headings: readonly string[];
  readonly kinds: readonly TrendColumn<never>['kind'][];
  readonly rows: readonly (readonly string[])[];
  readonly answer: object;
}

export const trendCsv = ({ headings, rows }: TrendTable): string => csv(headings, rows);
export const trendJson = ({ answer }: TrendTable): string => JSON.stringify(answer);

/** Exactly what one chart shows; `movedDates`: all measures, not only the farthest. */
export const trendTable = (
  file: TrendFile,
  reading: Reading,
  town: Municipality,
  plan: PlanItem | undefined,
  lang: Lang,
): TrendTable => {
  const t = messages(lang);
  switch (file) {
    case 'target':
    case 'counts':
    case 'ownProjects':
    case 'fields':
    case 'status':
    case 'stagesNow':
    case 'opinionsNow':
      return figureTable(file, townFigures(reading, town, plan), t);
    case 'farthest':
      return courseTable(file, trendFigures(reading, town, plan, FARTHEST), t);
    default:
      return courseTable(file, trendFigures(reading, town, plan), t);
  }
};

const tableOf = <Row>(
  answer: object,
  columns: readonly TrendColumn<Row>[],
  rows: readonly Row[],
  { lang }: Translate,
): TrendTable => ({
  answer,
  headings: columns.map(({ key }) => headingOf(key, lang)),
  kinds: columns.map(({ kind }) => kind),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** How a town stands on the day asked about, and how it came to stand so. */
const figureTable = (
  file: Exclude<TrendFile, CourseFile>,
  figures: TownFigures,
  t: Translate,
): TrendTable => {
  const { progress, overTime, stages, opinions, today } = figures;
  switch (file) {
    case 'target':
      return targetTable(figures, t);
    case 'counts':
    case 'ownProjects': {
      const { byStatus, total } = progress[file];
      return shares('statusWord', statusParts(byStatus, t), wholeOf(total, t), t);
    }
    case 'fields': {
      const rows = fieldsOf(progress).map(({ name, counts }) => ({
        name: name ?? t('chart.noField'),
        counts,
      }));
      return tableOf({ items: rows, total: rows.length, next: null }, fieldColumns, rows, t);
    }
    case 'status': {
      const answer = { items: overTime, total: overTime.length, next: null };
      return tableOf(answer, statusColumns, everyStep(overTime, today), t);
    }
    case 'stagesNow':
      return shares('stage', stageParts(stages, t), wholeOf(stages.total, t), t);
    case 'opinionsNow':
      return shares('ratingWord', opinionParts(opinions, t), wholeOf(opinions.total, t), t);
  }
};

/** Nothing where the town has set itself no year. */
const targetTable = (figures: TownFigures, t: Translate): TrendTable => {
  const { target } = figures.town;
  const rows = target === null ? [] : targetRows(targetFigures(target, figures), t);
  const items = rows.map(({ label, share, words }) => ({ label, share, words }));
  const answer = { items, total: items.length, next: null };
  const cells = rows.map(({ label, words }) => ({ what: label, share: words }));
  return tableOf(answer, targetColumns, cells, t);
};

type CourseFile = 'stages' | 'assessments' | 'movedDates' | 'farthest' | 'shifts';

const courseTable = (
  file: CourseFile,
  { stages, assessments, movedDates }: TrendFigures,
  t: Translate,
): TrendTable => {
  switch (file) {
    case 'stages':
      return tableOf(stages, stageColumns, stages.items, t);
    case 'assessments':
      return tableOf(assessments, ratingColumns, ratingRows(assessments.items), t);
    case 'movedDates':
    case 'farthest':
      return tableOf({ ...movedDates, next: null }, movedColumns, movedDates.items, t);
    case 'shifts':
      return shares('shift', shiftParts(movedDates, t), plannedIn(movedDates, t), t);
  }
};

const wholeOf = (count: number, t: Translate): CodedPart => ({
  code: '',
  label: t('chart.total'),
  count,
});

/** The parts of a whole, and the whole. */
const shares = (
  part: Parameters<typeof shareColumns>[0],
  parts: readonly CodedPart[],
  whole: CodedPart,
  t: Translate,
): TrendTable => {
  const row = ({ label, code, count }: CodedPart): ShareRow => ({
    ...{ label, code, measures: count },
    share: formatPercent(count, whole.count, t.lang),
  });
  const items = parts.map(({ code, label, count }) => ({ code, label, count }));
  const answer = { items, total: whole.count };
  return tableOf(answer, shareColumns(part), [...parts, whole].map(row), t);
};
