import { statuses, type Status } from '@klimaspur/domain';
import { ELSEWHERE } from '../project/codes.js';
import type { Hit } from '../store/interval-index.js';
import { lateIn, ownIn, staleIn, statusIn, unclearIn } from '../store/measure-pack.js';
import type { Counts } from '../types.js';

/** What is counted of one measure. */
export interface Countable {
  readonly status: number;
  readonly late: number;
  readonly stale: number;
  readonly unclear: number;
  readonly own: number;
}

/** The same of a row in memory. */
export const countableOf = ({ bits }: Hit): Countable => ({
  status: statusIn(bits),
  late: lateIn(bits) > 0 ? 1 : 0,
  stale: staleIn(bits),
  unclear: unclearIn(bits),
  own: ownIn(bits),
});

type Tally = {
  byStatus: Record<Status, number>;
  total: number;
  late: number;
  stale: number;
  toBeClarified: number;
};

export const statusOf = (code: number): Status => statuses[code] as Status;

export const noneOf = (): Record<Status, number> =>
  Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;

/** How many of each status; what goes on elsewhere has none. */
export const facetsFrom = (
  counted: readonly { readonly status: number; readonly n: number }[],
): Record<Status, number> => {
  const facets = noneOf();
  for (const { status, n } of counted) if (status !== ELSEWHERE) facets[statusOf(status)] = n;
  return facets;
};

const emptyTally = (): Tally => ({
  ...{ byStatus: noneOf(), total: 0 },
  ...{ late: 0, stale: 0, toBeClarified: 0 },
});

/** Counts that grow measure by measure: what allies do on their own is counted apart from what the town does. */
export class Tallies {
  private readonly town = emptyTally();
  private readonly allies = emptyTally();

  /** `n` measures of one status, of which so many are late, stale, unclear. What goes on elsewhere is counted there. */
  add({ status, late, stale, unclear, own }: Countable, n = 1): void {
    if (status === ELSEWHERE) return;
    const tally = own > 0 ? this.allies : this.town;
    tally.byStatus[statusOf(status)] += n;
    tally.total += n;
    tally.late += late;
    tally.stale += stale;
    tally.toBeClarified += unclear;
  }

  get counts(): Counts {
    return this.town;
  }

  get ownProjects(): Counts {
    return this.allies;
  }
}
