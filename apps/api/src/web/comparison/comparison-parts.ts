import type { PlanFieldItem } from '@klimaspur/read-models';
import type { PageProps } from '../town/town-parts.js';
import type { ComparisonView } from './comparison.view.js';
import type { Preset } from './presets.js';

/** What every part of the page is given. */
export interface ComparisonProps extends PageProps, ComparisonView {
  readonly presets: readonly Preset[];
  /** Those to choose from. */
  readonly allFields: readonly Pick<PlanFieldItem, 'id' | 'name' | 'depth'>[];
  readonly today: string;
}
