import { formatNumber, type Translate } from '@klimaspur/messages';
import type { RoundtableDetail, SharedWork } from '@klimaspur/read-models';
import { ChartFigure, type ChartProps } from '../../charts/chart-figure.js';
import { DataTable } from '../../components/data-table.js';
import { ActorLink } from '../../roundtables/shown/actor-links.js';
import type { ShownTables } from '../../roundtables/shown/shown-table.js';
import { closestTies, type Common, type Companion, companions, isOffice } from './together.js';

interface TogetherProps extends ChartProps {
  readonly shown: ShownTables;
  readonly work: readonly SharedWork[];
  readonly tables: readonly RoundtableDetail[];
}

const SIZE = 320;
const RING = 140;
const DOT = 13;

/** Who works with whom, of two at least: organisations on a ring, a thick line for common measures, a thin one for common tables. */
export const TogetherPicture = ({ shown, work, tables, ...chart }: TogetherProps) => {
  const { t, actors } = shown;
  const all = companions(work, tables, actors);
  const { ties, leastTables } = closestTies(all);
  const sentence = t('alliance.together.sentence', {
    count: all.length,
    measures: ties.filter(({ measures }) => measures > 0).length,
  });
  const place = placesOf(all.length);
  return (
    <ChartFigure
      {...chart}
      sentence={sentence}
      note={t('alliance.together.note', { count: leastTables })}
      table={<TogetherTable t={t} all={all} />}
    >
      <div class="together">
        <svg
          class="together__ring"
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          role="img"
          aria-label={sentence}
        >
          {ties.map(({ from, to, measures }) => {
            const [a, b] = [place(from), place(to)];
            const look = measures > 0 ? 'together__line is-work' : 'together__line';
            return <line class={look} {...{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }} />;
          })}
          {all.map(({ actor }, at) => {
            const { x, y } = place(at);
            return (
              <g class={isOffice(actor) ? 'together__dot is-office' : 'together__dot'}>
                <circle cx={x} cy={y} r={DOT} />
                <text x={x} y={y} text-anchor="middle" dominant-baseline="central">
                  {at + 1}
                </text>
              </g>
            );
          })}
        </svg>
        <ol class="together__names">
          {all.map(({ actor }) => (
            <li>
              <ActorLink shown={shown} id={actor.id} />
            </li>
          ))}
        </ol>
      </div>
    </ChartFigure>
  );
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The first stands at the top, the others follow as on a clock. */
const placesOf = (count: number) => (at: number) => {
  const angle = (at / count) * 2 * Math.PI - Math.PI / 2;
  return {
    x: rounded(SIZE / 2 + RING * Math.cos(angle)),
    y: rounded(SIZE / 2 + RING * Math.sin(angle)),
  };
};

interface TableProps {
  readonly t: Translate;
  readonly all: readonly Companion[];
}

const TogetherTable = ({ t, all }: TableProps) => (
  <DataTable
    stacks
    t={t}
    caption={t('alliance.together')}
    columns={[{ label: t('alliance.organisation') }, { label: t('alliance.together.with') }]}
    rows={all.map(({ actor, others }, at) => [
      <>
        {formatNumber(at + 1, t.lang)}. <span lang="de">{actor.name}</span>
      </>,
      <>
        {others.map(({ actor: other, ...common }, index) => (
          <>
            {index > 0 ? '; ' : ''}
            <span lang="de">{other.name}</span>: {commonWords(common, t)}
          </>
        ))}
      </>,
    ])}
  />
);

const commonWords = ({ measures, tables }: Common, t: Translate): string =>
  [
    ...(measures > 0 ? [t('alliance.together.measures', { count: measures })] : []),
    ...(tables > 0 ? [t('alliance.together.tables', { count: tables })] : []),
  ].join(', ');
