import type { Status } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { type Download, DownloadLinks } from '../components/download-links.js';
import { OwnWords } from '../components/own-words.js';
import { SourceNote } from '../components/source-note.js';
import { Legend } from './legend.js';

/** What every chart may be given besides its figures. */
export interface ChartProps {
  readonly t: Translate;
  /** Name of the publisher of the figures. */
  readonly source?: string;
  /** Day for which the chart speaks. */
  readonly asOf?: string;
  readonly downloads?: readonly Download[];
  /** What of the sentence is the town's own words. */
  readonly own?: readonly (string | undefined)[];
}

interface ChartFigureProps extends ChartProps {
  /** What the chart says, in a sentence: the finding, not the kind of chart. */
  readonly sentence: string;
  readonly legend?: readonly Status[];
  readonly table: ComponentChildren;
  /** What has to be known to read the numbers. */
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** The frame of every chart: sentence, legend, picture, table, source and files. */
export const ChartFigure = (props: ChartFigureProps) => (
  <figure class="chart">
    <figcaption>
      <OwnWords t={props.t} text={props.sentence} own={props.own} />
    </figcaption>
    {props.legend ? <Legend t={props.t} statuses={props.legend} /> : null}
    {props.children}
    <details class="disclosure chart__table">
      <summary>{props.t('chart.table')}</summary>
      {props.table}
    </details>
    {props.note ? <p class="small">{props.note}</p> : null}
    {props.source || props.asOf || props.downloads?.length ? (
      <div class="chart__foot">
        <SourceNote t={props.t} source={props.source} asOf={props.asOf} />
        {props.downloads?.length ? (
          <DownloadLinks
            t={props.t}
            downloads={props.downloads}
            label={props.t('chart.download')}
            about={props.sentence}
            own={props.own}
          />
        ) : null}
      </div>
    ) : null}
  </figure>
);
