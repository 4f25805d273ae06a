import { formatNumber } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { comparisonPath } from '../comparison/comparison-paths.js';
import { byField, type FieldChanges } from '../comparison/comparison.view.js';
import { Further, type ReportProps, room, shortened } from './report-parts.js';

const LONGEST_NAME = 60;
const columns = ['completed', 'in-progress', 'delayed', 'unknown'] as const;

/** How each field stands, and how much changed in it. */
export const ReportFields = (props: ReportProps) => {
  const { t, after, town, moments, scope } = props;
  const rows = byField(props);
  if (after.fields.length === 0 || rows.length < 2) return null;
  const number = (count: number) => formatNumber(count, t.lang);
  const cells = (row: FieldChanges) => {
    const counts = row.field ? row.field.all : after.withoutField;
    return [
      row.field ? (
        <span lang="de">{shortened(row.field.name, LONGEST_NAME)}</span>
      ) : (
        t('chart.noField')
      ),
      number(counts.total),
      ...columns.map((status) => number(counts.byStatus[status])),
      number(row.good),
      number(row.bad),
    ];
  };
  return (
    <section aria-labelledby="fields-heading">
      <h2 id="fields-heading">{t('compare.byField')}</h2>
      <DataTable
        t={t}
        caption={t('report.fields')}
        columns={[
          { label: t('chart.field') },
          { label: t('compare.column.measures'), numeric: true },
          ...columns.map((status) => ({ label: t(`status.${status}`), numeric: true })),
          { label: t('report.column.good'), numeric: true },
          { label: t('report.column.bad'), numeric: true },
        ]}
        rows={rows.slice(0, room.fields).map(cells)}
      />
      <Further
        {...props}
        count={rows.length - room.fields}
        href={comparisonPath(t.lang, town.slug, { moments, scope })}
        what={t('compare.byField')}
      />
    </section>
  );
};
