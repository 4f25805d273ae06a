import { formatNumber, formatPercent, listOf, type Translate } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { EmptyState } from '../components/empty-state.js';
import { Bar } from './bar.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { type Counts, present, totalOf } from './counts.js';
import { barSentence } from './stacked-bar.js';

export interface FieldCounts {
  /** Absent: measures without a field of action. */
  readonly name?: string;
  readonly href?: string;
  readonly counts: Counts;
}

interface FieldBarsProps extends ChartProps {
  readonly fields: readonly FieldCounts[];
  /** How many measures are counted in several of them. */
  readonly inSeveral?: number;
  /** Language of the names, where it is not that of the page. */
  readonly textLang?: string;
}

/** One bar per field of action, all on one scale: longer means more measures. */
export const FieldBars = (props: FieldBarsProps) => {
  const { t, fields, textLang } = props;
  if (fields.length === 0) return <EmptyState text={t('chart.empty')} />;
  const shown = present(fields.map(({ counts }) => counts));
  const scale = Math.max(...fields.map(({ counts }) => totalOf(counts)));
  return (
    <ChartFigure
      {...props}
      sentence={fieldsSentence(fields, t)}
      own={fields.map(({ name }) => name)}
      {...(props.inSeveral ? { note: t('chart.fields.twice', { count: props.inSeveral }) } : {})}
      legend={shown}
      table={
        <DataTable
          t={t}
          caption={t('chart.fields.title')}
          columns={[
            { label: t('chart.field') },
            ...shown.map((status) => ({ label: t(`status.${status}`), numeric: true })),
            { label: t('chart.total'), numeric: true },
          ]}
          rows={fields.map(({ name, counts }) => [
            <span lang={name ? textLang : undefined}>{name ?? t('chart.noField')}</span>,
            ...shown.map((status) => formatNumber(counts[status], t.lang)),
            formatNumber(totalOf(counts), t.lang),
          ])}
        />
      }
    >
      <ul class="field-bars">
        {fields.map((field) => (
          <FieldBar t={t} field={field} scale={scale} textLang={textLang} />
        ))}
      </ul>
    </ChartFigure>
  );
};

interface FieldBarProps {
  readonly t: Translate;
  readonly field: FieldCounts;
  readonly scale: number;
  readonly textLang?: string;
}

const FieldBar = ({ t, field: { name, href, counts }, scale, textLang }: FieldBarProps) => {
  const label = name ?? t('chart.noField');
  const lang = name ? textLang : undefined;
  return (
    <li>
      <span class="field-bars__name">
        {href ? (
          <a href={href} lang={lang}>
            {label}
          </a>
        ) : (
          <span lang={lang}>{label}</span>
        )}{' '}
        <small>{t('chart.measures', { count: totalOf(counts) })}</small>
      </span>
      <Bar
        t={t}
        counts={counts}
        scale={scale}
        height={30}
        label={totalOf(counts) === 0 ? t('chart.empty') : barSentence(counts, t)}
      />
    </li>
  );
};

/** Names the field with the largest share of completed measures; several, where they share it. */
const fieldsSentence = (fields: readonly FieldCounts[], t: Translate): string => {
  const share = ({ counts }: FieldCounts) => counts.completed / Math.max(1, totalOf(counts));
  // „ohne Handlungsfeld“ is a bar, and no field.
  const named = fields.filter(({ name }) => name !== undefined).length;
  const most = Math.max(0, ...fields.map(share));
  const [best, ...equal] = fields.filter((field) => share(field) === most);
  if (!best || most === 0) return t('chart.fields.noneDone', { fields: named });
  if (equal.length > 0) {
    const names = [best, ...equal].map(({ name }) => name ?? t('chart.noField'));
    return t('chart.fields.several', {
      fields: named,
      names: listOf(names, t.lang),
      share: formatPercent(best.counts.completed, totalOf(best.counts), t.lang),
    });
  }
  return t('chart.fields.sentence', {
    fields: named,
    best: best.name ?? t('chart.noField'),
    done: best.counts.completed,
    total: totalOf(best.counts),
  });
};
