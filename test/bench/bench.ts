/** One line of the answer. `ok` is judged by `ratio` where there is a peer, else by `ours`. */
export interface Result {
  readonly name: string;
  /** null where it could not be measured; the name says why. */
  readonly ours: number | null;
  /** null where nothing comparable exists or could be installed. */
  readonly peer: number | null;
  readonly unit: string;
  readonly ratio: number | null;
  /** In words, such as "≥ 0.7 × peer". */
  readonly bar: string;
  readonly ok: boolean;
}

export interface Setting {
  /** An empty folder for this row alone, removed afterwards. */
  readonly folder: string;
  /** A folder for the whole run: what several rows look at is made once. */
  readonly shared: string;
  /** Smaller sizes, to see that the bench itself works. */
  readonly quick: boolean;
}

/** What a file in rows/ exports as `bench`. Heavy work belongs here, not at the top of the file. */
export interface Bench {
  /** Said while it runs. */
  readonly name: string;
  run(setting: Setting): Promise<Result[]>;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A result with a peer: ours may be at least (`more`) or at most (`less`) so many times the peer's. */
export function against(
  name: string,
  unit: string,
  { ours, peer, ratio = ours / peer }: { ours: number; peer: number; ratio?: number },
  limit: { more: number } | { less: number },
): Result {
  const ok = 'more' in limit ? ratio >= limit.more : ratio <= limit.less;
  const bar = 'more' in limit ? `≥ ${limit.more} × peer` : `≤ ${limit.less} × peer`;
  return { name, unit, ours: round(ours), peer: round(peer), ratio: round(ratio), bar, ok };
}

/** A result that stands by itself. */
export function alone(
  name: string,
  unit: string,
  ours: number,
  limit: { more: number } | { less: number },
): Result {
  const ok = 'more' in limit ? ours >= limit.more : ours <= limit.less;
  const bar = 'more' in limit ? `≥ ${limit.more} ${unit}` : `≤ ${limit.less} ${unit}`;
  return { name, unit, ours: round(ours), peer: null, ratio: null, bar, ok };
}

/** A figure that nothing is asked of. */
export function told(name: string, unit: string, ours: number): Result {
  return { name, unit, ours: round(ours), peer: null, ratio: null, bar: '–', ok: true };
}

/** A result that this machine cannot give. */
export function notMeasured(name: string, why: string, bar: string): Result {
  return {
    name: `${name}: ${why}`,
    unit: '–',
    ours: null,
    peer: null,
    ratio: null,
    bar,
    ok: false,
  };
}
