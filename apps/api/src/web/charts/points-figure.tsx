import { formatDay, formatNumber } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { PointColumns } from './point-columns.js';

/** One number on each of the days. */
interface Course {
  readonly label: string;
  readonly counts: readonly number[];
}

interface PointsFigureProps extends ChartProps {
  readonly sentence: string;
  readonly caption: string;
  readonly look: 'count' | 'opinion';
  /** Oldest first. */
  readonly days: readonly string[];
  readonly courses: readonly Course[];
  /** What stands in the table alone. */
  readonly more: readonly Course[];
  readonly recordingSince: string | null;
}

/** How numbers grew from day to day: columns, and all of it as a table. */
export const PointsFigure = (props: PointsFigureProps) => {
  const { t, sentence, look, days, courses, more } = props;
  const columns = [...courses, ...more];
  return (
    <ChartFigure
      {...props}
      table={
        <DataTable
          t={t}
          caption={props.caption}
          own={props.own}
          columns={[
            { label: t('chart.on') },
            ...columns.map(({ label }) => ({ label, numeric: true })),
          ]}
          rows={days.map((day, at) => [
            formatDay(day, t.lang),
            ...columns.map(({ counts }) => formatNumber(counts[at] ?? 0, t.lang)),
          ])}
        />
      }
    >
      <PointColumns
        t={t}
        label={sentence}
        look={look}
        days={days}
        rows={courses}
        recordingSince={props.recordingSince}
      />
    </ChartFigure>
  );
};
