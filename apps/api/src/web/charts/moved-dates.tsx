import { lastDay } from '@klimaspur/domain';
import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import type { MovedDates, MovedMeasure } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DataTable } from '../components/data-table.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { percent } from './counts.js';
import { type CodedPart, ShareFigure } from './share-figure.js';
import { newYears, position } from './time-steps.js';

interface MovedDatesProps extends ChartProps {
  readonly moved: MovedDates;
}

/** How far planned ends were moved: a bar for each distance. */
export const MovedShifts = (props: MovedDatesProps) => {
  const { t, moved } = props;
  const { planned } = moved;
  const sentence = shiftsSentence(moved, t);
  if (planned === 0) return <p>{sentence}</p>;
  return (
    <ShareFigure
      {...props}
      sentence={sentence}
      caption={t('moved.distances')}
      partOf={t('moved.distance')}
      parts={shiftParts(moved, t)}
      whole={plannedIn(moved, t)}
      look="count"
    />
  );
};

/** Each distance. */
export const shiftParts = ({ shifts }: MovedDates, t: Translate): CodedPart[] =>
  shifts.map(({ shift, count }) => ({ code: shift, label: t(`shift.${shift}`), count }));

/** Those that have a planned end. */
export const plannedIn = ({ planned }: MovedDates, t: Translate): CodedPart => ({
  code: '',
  label: t('moved.planned'),
  count: planned,
});

const shiftsSentence = ({ planned, total, moves, shifts }: MovedDates, t: Translate): string => {
  if (planned === 0) return t('moved.noneDated');
  if (total === 0) return t('moved.none', { planned });
  const countOf = (...wanted: readonly string[]) =>
    shifts.reduce((sum, { shift, count }) => sum + (wanted.includes(shift) ? count : 0), 0);
  const earlier = countOf('EARLIER');
  const later = planned - countOf('EARLIER', 'SAME');
  return t('moved.sentence', { total, planned, moves, later, earlier });
};

interface FarthestMovedProps extends ChartProps {
  /** The farthest first; at least one. */
  readonly items: readonly MovedMeasure[];
  readonly href: (measure: string) => string;
  /** Language of the titles, where it is not that of the page. */
  readonly textLang: string;
}

/** The measures whose end was moved farthest: from where to where, on one scale of time. */
export const FarthestMoved = (props: FarthestMovedProps) => {
  const { t, items, href, textLang } = props;
  const link = ({ id, title }: MovedMeasure) => (
    <a href={href(id)} lang={textLang}>
      {title}
    </a>
  );
  return (
    <ChartFigure
      {...props}
      sentence={farthestSentence(items, t)}
      own={items.map(({ title }) => title)}
      table={
        <DataTable
          t={t}
          caption={t('moved.farthest')}
          columns={[
            { label: t('moved.measure') },
            { label: t('moved.first') },
            { label: t('moved.now') },
            { label: t('moved.times'), numeric: true },
            { label: t('moved.days'), numeric: true },
          ]}
          rows={items.map((item) => [
            link(item),
            formatDay(item.first, t.lang),
            formatDay(item.now, t.lang),
            formatNumber(item.times, t.lang),
            formatNumber(item.days, t.lang),
          ])}
        />
      }
    >
      <p class="small">
        <Key isNow={false} /> {t('moved.first')} <Key isNow /> {t('moved.now')}
      </p>
      <Spans {...props} link={link} />
    </ChartFigure>
  );
};

const Key = ({ isNow }: { readonly isNow: boolean }) => (
  <svg class="moved-key" width="14" height="14" aria-hidden="true">
    <circle class={isNow ? 'is-now' : undefined} cx="7" cy="7" r="5" />
  </svg>
);

interface SpansProps extends FarthestMovedProps {
  readonly link: (item: MovedMeasure) => ComponentChildren;
}

const Spans = ({ t, items, link }: SpansProps) => {
  const days = items.flatMap(({ first, now }) => [lastDay(first), lastDay(now)]).sort();
  const from = `${(days[0] ?? '').slice(0, 4)}-01-01`;
  const until = `${Number((days.at(-1) ?? '').slice(0, 4)) + 1}-01-01`;
  const years = [from, ...newYears(from, until)];
  const at = (day: string) => percent(position(day, from, until));
  const every = Math.ceil(years.length / 6);
  return (
    <ul class="field-bars moved">
      {items.map((item) => (
        <li>
          <span class="field-bars__name">
            {link(item)} <small>{itemWords(item, t)}</small>
          </span>
          <svg width="100%" height="28" overflow="visible" aria-hidden="true">
            {years.map((day) => (
              <line class="grid" x1={at(day)} x2={at(day)} y2="100%" />
            ))}
            <line x1={at(lastDay(item.first))} x2={at(lastDay(item.now))} y1="50%" y2="50%" />
            <circle cx={at(lastDay(item.first))} cy="50%" r="6" />
            <circle class="is-now" cx={at(lastDay(item.now))} cy="50%" r="6" />
          </svg>
        </li>
      ))}
      <li aria-hidden="true">
        <span />
        <svg width="100%" height="20" overflow="visible" aria-hidden="true">
          {years.slice(0, -1).map((day, index) => (
            <text class={index % every === 0 ? undefined : 'wide-only'} x={at(day)} y="12">
              {day.slice(0, 4)}
            </text>
          ))}
        </svg>
      </li>
    </ul>
  );
};

const itemWords = ({ first, now, times }: MovedMeasure, t: Translate): string =>
  t('moved.item', { first: formatDay(first, t.lang), now: formatDay(now, t.lang), times });

const DAYS_OF_MONTH = 30.44;

const farthestSentence = ([farthest]: readonly MovedMeasure[], t: Translate): string =>
  farthest === undefined || farthest.days <= 0
    ? t('moved.noneLater')
    : t('moved.farthest.sentence', {
        title: farthest.title,
        months: Math.max(1, Math.round(farthest.days / DAYS_OF_MONTH)),
        first: formatDay(farthest.first, t.lang),
        now: formatDay(farthest.now, t.lang),
      });
