import type {
  ChangePage,
  Counts,
  Municipality,
  Progress,
  StatusPoint,
} from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';

/** Everything the dashboard of a town shows, asked with a fixed number of questions. */
export interface TownView {
  readonly town: Municipality;
  readonly progress: Progress;
  readonly overTime: readonly StatusPoint[];
  readonly changes: ChangePage;
  readonly today: string;
}

const POINTS = 60;
const CHANGES = 8;

export const townView = ({ models, view }: Reading, town: Municipality): TownView => {
  const progress = models.progress(town.id, {}, view);
  const from = progress.firstDay ?? view.asOf;
  return {
    town,
    progress,
    overTime:
      from < view.asOf
        ? models.statusOverTime(town.id, { from, to: view.asOf, points: POINTS }, view)
        : [],
    changes: models.changes({ municipality: town.id, limit: CHANGES }, view),
    today: view.asOf,
  };
};

/** Measures of which anybody knows anything: what percentages can speak of. */
export const known = ({ byStatus, total }: Counts): number => total - byStatus.unknown;
