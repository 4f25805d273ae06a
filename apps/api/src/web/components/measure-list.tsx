import type { Status } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import { StatusBadge } from './status-badge.js';

export interface MeasureListItem {
  readonly href: string;
  readonly title: string;
  readonly number?: string;
  readonly status: Status | null;
  readonly field?: string;
  readonly responsible?: string;
  readonly plannedEnd?: string | null;
  /** Past the planned end. */
  readonly lateDays?: number;
  /** The planned start has passed and no start is known: that is no missed deadline. */
  readonly missedStart?: { readonly day: string | null; readonly days: number };
  readonly stale?: boolean;
}

interface MeasureListProps {
  readonly t: Translate;
  readonly items: readonly MeasureListItem[];
  /** Language of titles and names, where it is not that of the page. */
  readonly textLang?: string;
}

/** One measure per row: what, how it stands, where it belongs, until when. */
export const MeasureList = ({ t, items, textLang }: MeasureListProps) => (
  <ul class="measure-list">
    {items.map((item) => (
      <li>
        <p class="measure-list__what">
          <a href={item.href} lang={textLang}>
            {item.title}
          </a>
          <small lang={textLang}>
            {[item.number, item.responsible].filter(Boolean).join(' · ')}
          </small>
        </p>
        <p class="measure-list__status">
          <StatusBadge t={t} status={item.status} />
        </p>
        <p class="measure-list__more">
          <span lang={textLang}>{item.field ?? t('chart.noField')}</span>
          <small>{dueWords(item, t)}</small>
        </p>
      </li>
    ))}
  </ul>
);

const dueWords = (item: MeasureListItem, t: Translate) => {
  const { plannedEnd, lateDays, missedStart, stale } = item;
  return [
    ...(missedStart?.day
      ? [t('measure.dueStart', { day: formatDay(missedStart.day, t.lang) })]
      : []),
    ...(missedStart ? [t('measure.missedStart', { days: missedStart.days })] : []),
    ...(plannedEnd ? [t('measure.due', { day: formatDay(plannedEnd, t.lang) })] : []),
    ...(lateDays ? [t('measure.late', { days: lateDays })] : []),
    ...(stale ? [t('measure.stale')] : []),
  ].join(' · ');
};
