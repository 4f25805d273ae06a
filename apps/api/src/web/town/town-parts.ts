import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { comparisonPath } from '../comparison/comparison-paths.js';
import { reportPath } from '../council-report/report-paths.js';
import { filterNames, measuresPath, planPath, townPath, withQuery } from '../paths.js';
import type { TownFigures, TownView } from './town.view.js';

/** What every page about a town is given. */
export interface PageProps {
  readonly t: Translate;
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
}

/** What the parts with figures are given: those of a town, or of one plan. */
export interface FigureProps extends PageProps, TownFigures {}

/** What every part of the dashboard of a town is given. */
export interface TownProps extends FigureProps, TownView {}

/** The address of the dashboard that shows these figures. */
export const addressOf = ({ t, town, plan }: FigureProps): string =>
  plan ? planPath(t.lang, town.slug, plan.id) : townPath(t.lang, town.slug);

/** What changed up to the moment of these figures. */
export const comparedUntil = ({ t, town, plan, at }: FigureProps): string =>
  at(comparisonPath(t.lang, town.slug, { scope: plan ? { plan: plan.id } : {} }));

/** How it stands, for a council: of these figures. */
export const reportOf = ({ t, town, plan, at }: FigureProps): string =>
  at(reportPath(t.lang, town.slug, { plan: plan?.id }));

interface SourceProps {
  readonly t: PageProps['t'];
  readonly town: Pick<Municipality, 'observers'>;
}

/** Who publishes the figures. */
export const sourceOf = ({ t, town }: SourceProps): string =>
  town.observers?.name ?? t('town.source');

/** What every chart of these figures says below itself. */
export const chartOf = (props: FigureProps) => ({
  t: props.t,
  source: sourceOf(props),
  asOf: props.today,
});

/** The list of measures, narrowed, at the moment asked about. */
export const listOf =
  ({ t, town, plan, at }: FigureProps) =>
  (parameters: Parameters<typeof withQuery>[1]): string => {
    const scoped = { [filterNames[t.lang].plan]: plan?.id, ...parameters };
    return at(withQuery(measuresPath(t.lang, town.slug), scoped));
  };
