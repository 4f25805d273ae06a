// Before each suite: properties play the same cases in every run, so that a red run is red again.
// FAST_CHECK_SEED=random looks for cases nobody has seen; a number repeats those of an earlier run.
import * as fc from 'fast-check';

const asked = process.env.FAST_CHECK_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 20_261_127) });
