import { formatNumber, formatPercent } from '@klimaspur/messages';
import { DataTable } from '../components/data-table.js';
import { ChartFigure, type ChartProps } from './chart-figure.js';
import { ShareBars, type ShareRow } from './share-bars.js';

/** A part with the code of what was counted: tables and files of a chart are made of the same ones. */
export interface CodedPart {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

export interface CountedPart {
  readonly label: string;
  readonly count: number;
  /** What was counted. */
  readonly href?: string;
  /** All of it: a bar that is told without a share. */
  readonly isWhole?: true;
}

interface ShareFigureProps extends ChartProps {
  readonly sentence: string;
  readonly caption: string;
  /** What the parts are: the heading above their names. */
  readonly partOf: string;
  readonly parts: readonly CountedPart[];
  /** More than 0. */
  readonly whole: CountedPart;
  /** The bars, where they are not those of the parts. */
  readonly bars?: readonly CountedPart[];
  readonly look: ShareRow['look'];
}

/** How many of a whole are what: a bar of the share for each part, and all of it as a table. */
export const ShareFigure = (props: ShareFigureProps) => {
  const { t, parts, whole, bars = parts, look } = props;
  const total = whole.count;
  const number = (count: number) => formatNumber(count, t.lang);
  const share = (count: number) => formatPercent(count, total, t.lang);
  const cells = ({ label, count }: CountedPart) => [label, number(count), share(count)];
  return (
    <ChartFigure
      {...props}
      table={
        <DataTable
          t={t}
          caption={props.caption}
          own={props.own}
          columns={[
            { label: props.partOf },
            { label: t('chart.count'), numeric: true },
            { label: t('chart.share'), numeric: true },
          ]}
          rows={parts.map(cells)}
          total={cells(whole)}
        />
      }
    >
      <ShareBars
        rows={bars.map((bar) => ({
          label: bar.label,
          share: bar.count / total,
          words: (
            <>
              {bar.href ? <a href={bar.href}>{number(bar.count)}</a> : number(bar.count)}{' '}
              {bar.isWhole ? null : (
                <small>{t('chart.shareOf', { total, share: share(bar.count) })}</small>
              )}
            </>
          ),
          look,
        }))}
      />
    </ChartFigure>
  );
};
