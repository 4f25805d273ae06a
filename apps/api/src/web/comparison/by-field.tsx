import { formatNumber } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { comparisonPath } from './comparison-paths.js';
import type { ComparisonProps } from './comparison-parts.js';
import { byField, type FieldChanges } from './comparison.view.js';

const columns = ['measures', 'good', 'bad', 'dates', 'others'] as const;

/** How much changed in which field; each leads to what changed in it. */
export const ByFieldSection = (props: ComparisonProps) => {
  const { t, after } = props;
  const rows = byField(props);
  if (after.fields.length === 0 || rows.length < 2) return null;
  return (
    <section aria-labelledby="by-field-heading">
      <h2 id="by-field-heading">{t('compare.byField')}</h2>
      <DataTable
        t={t}
        caption={t('compare.byField')}
        columns={[
          { label: t('chart.field') },
          ...columns.map((column) => ({ label: t(`compare.column.${column}`), numeric: true })),
        ]}
        rows={rows.map((row) => [
          <FieldName {...props} row={row} />,
          ...columns.map((column) => formatNumber(row[column], t.lang)),
        ])}
      />
    </section>
  );
};

const FieldName = (props: ComparisonProps & { readonly row: FieldChanges }) => {
  const { t, town, moments, scope, row } = props;
  const { field } = row;
  if (!field) return <>{t('chart.noField')}</>;
  if (field.id === scope.field) return <span lang="de">{field.name}</span>;
  const href = comparisonPath(t.lang, town.slug, { moments, scope: { ...scope, field: field.id } });
  return (
    <a href={href} lang="de">
      {field.name}
    </a>
  );
};
