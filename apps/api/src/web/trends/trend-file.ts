import { csv } from '@klimaspur/exports';
import type { Lang } from '@klimaspur/messages';
import type { Municipality, PlanItem } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { townFigures } from '../town/town.view.js';
import {
  headingOf,
  movedColumns,
  ratingColumns,
  ratingRows,
  stageColumns,
  statusColumns,
  type TrendColumn,
} from './trend-columns.js';
import type { TrendFile } from './trend-paths.js';
import { trendFigures } from './trends.view.js';

/** A chart for spreadsheets, and for programs as the API answers it. */
interface TrendContent {
  readonly csv: () => string;
  readonly json: () => string;
}

/** Exactly what one chart shows; of moved dates all measures. */
export const trendFile = (
  file: TrendFile,
  reading: Reading,
  town: Municipality,
  plan: PlanItem | undefined,
  lang: Lang,
): TrendContent => {
  const content = <Row>(
    answer: object,
    columns: readonly TrendColumn<Row>[],
    rows: readonly Row[],
  ): TrendContent => ({
    csv: () =>
      csv(
        columns.map(({ key }) => headingOf(key, lang)),
        rows.map((row) => columns.map(({ cell }) => cell(row))),
      ),
    json: () => JSON.stringify(answer),
  });
  if (file === 'status') {
    const { overTime } = townFigures(reading, town, plan);
    const answer = { items: overTime, total: overTime.length, next: null };
    return content(answer, statusColumns, overTime);
  }
  const figures = trendFigures(reading, town, plan);
  const { stages, assessments, movedDates } = figures;
  switch (file) {
    case 'stages':
      return content(stages, stageColumns, stages.items);
    case 'assessments':
      return content(assessments, ratingColumns, ratingRows(assessments.items));
    case 'movedDates':
      return content({ ...movedDates, next: null }, movedColumns, movedDates.items);
  }
};
