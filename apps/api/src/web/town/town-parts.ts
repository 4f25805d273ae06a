import type { Translate } from '@klimaspur/messages';
import { measuresPath, withQuery } from '../paths.js';
import type { TownView } from './town.view.js';

/** What every part of the dashboard is given. */
export interface TownProps extends TownView {
  readonly t: Translate;
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
}

/** Who publishes the figures. */
export const sourceOf = ({ t, town }: TownProps): string =>
  town.observers?.name ?? t('town.source');

/** The list of measures, narrowed, at the moment asked about. */
export const listOf =
  ({ t, town, at }: TownProps) =>
  (parameters: Parameters<typeof withQuery>[1]): string =>
    at(withQuery(measuresPath(t.lang, town.slug), parameters));
