interface Named {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which measures go on where, by an entry of a plan; undefined: it says nothing of the kind. */
export const heirsNamedIn = ({ type, data }: Named) => {
  const { measure, measures, into, by } = data as {
    readonly measure: string;
    readonly measures: readonly string[];
    readonly into: string & readonly string[];
    readonly by: string;
  };
  switch (type) {
    case 'PlanMeasuresMerged':
      return { measures, into: [into] as readonly string[], paths: merged };
    case 'PlanMeasureSplit':
      return { measures: [measure], into: into as readonly string[], paths: split };
    case 'PlanMeasureSuperseded':
      return { measures: [measure], into: [by], paths: superseded };
    default:
      return undefined;
  }
};

/** The measures with which others go on, by an entry of a plan or of such a measure; undefined: it says nothing of the kind. */
export const heirsIn = ({ type, data }: Named): readonly string[] | undefined => {
  switch (type) {
    case 'MeasureMerged':
    case 'MeasureSplit':
    case 'MeasureSuperseded':
      return [data['into'] ?? data['by']].flat() as readonly string[];
    default:
      return heirsNamedIn({ type, data })?.into;
  }
};

/** Where each is named in the entry. */
const merged = { measures: 'measures', into: 'into' };
const split = { measures: 'measure', into: 'into' };
const superseded = { measures: 'measure', into: 'by' };
