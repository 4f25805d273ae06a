import type { Day } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import type {
  AssessmentPoint,
  LatestTurns,
  Municipality,
  OwnProject,
  PlanItem,
  Progress,
  RoundtableDetail,
  StageCounts,
  StatusPoint,
} from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { draftsCounted } from '../../reading/drafts-among.js';
import type { Reading } from '../../reading/reader.js';
import type { Evidence } from '../components/evidence-list.js';
import { filesNamed, shownEvidence } from '../evidence/shown-evidence.js';
import { changeLines, type ChangeLine } from './change-lines.js';

/** How a town stands at the moment asked about, asked with a fixed number of questions. */
export interface TownFigures {
  readonly town: Municipality;
  /** The plan they are about; absent: all. */
  readonly plan?: PlanItem;
  readonly progress: Progress;
  /** How many of the measures counted only the signed-in see. */
  readonly drafts: number;
  /** Each day on which something changed, up to the day asked about. */
  readonly overTime: readonly StatusPoint[];
  /** How far the measures have come, and what the observers think of them, on that day. */
  readonly stages: StageCounts;
  readonly opinions: AssessmentPoint;
  readonly today: Day;
  /** Milliseconds; absent: all that is known. */
  readonly knownAt?: number;
}

/** What the dashboard of a town tells of its round tables and allies. */
export interface TownAlliance {
  readonly tables: readonly RoundtableDetail[];
  /** How many organisations that are named belong to the alliance. */
  readonly members: number;
  readonly projects: readonly OwnProject[];
}

/** Everything the dashboard of a town shows. */
export interface TownView extends TownFigures {
  readonly changes: readonly ChangeLine[];
  readonly turns: LatestTurns;
  /** What the target rests on. */
  readonly targetEvidence: readonly Evidence[];
  readonly alliance: TownAlliance;
}

const CHANGES = 8;
/** Of each kind: good news has as much room as bad. */
const TURNS = 4;

export const townFigures = (reading: Reading, town: Municipality, plan?: PlanItem): TownFigures => {
  const { models, view } = reading;
  const { asOf, knownAt } = view;
  const scope = plan ? { plan: plan.id } : {};
  const progress = models.progress(town.id, scope, view);
  const [stages, opinions] = [
    models.stagesOverTime(town.id, scope, view).at(-1)!,
    models.assessmentsOverTime(town.id, scope, view).at(-1)!,
  ];
  const from = progress.firstDay ?? progress.recordedSince;
  return {
    town,
    ...(plan ? { plan } : {}),
    progress,
    drafts: draftsCounted(reading, town.id, scope, progress.counts.total),
    overTime:
      from !== null && from <= asOf
        ? fromBeginning(
            models.statusOverTime(town.id, { from, to: asOf, ...scope }, view),
            progress.recordedSince,
          )
        : [],
    stages,
    opinions,
    today: asOf,
    ...(knownAt === undefined ? {} : { knownAt }),
  };
};

/**
 * Where nothing is known of the time before the records began, a chart begins with them: years of „unbekannt“
 * would tell of us, and not of the town.
 */
export const fromBeginning = (
  points: readonly StatusPoint[],
  recordedSince: Day | null,
): readonly StatusPoint[] => {
  const known = points.find(({ byStatus, total }) => byStatus.unknown < total)?.day;
  const begin = known === undefined || (recordedSince ?? known) < known ? recordedSince : known;
  const before = points.filter(({ day }) => begin !== null && day <= begin).at(-1);
  if (begin === null || !before || begin > points.at(-1)!.day) return points;
  return [{ ...before, day: begin }, ...points.filter(({ day }) => day > begin)];
};

export const townView = async (
  reading: Reading,
  town: Municipality,
  t: Translate,
  vault: Vault,
): Promise<TownView> => {
  const { models, view } = reading;
  const { evidence = [] } = town.target ?? {};
  const targetEvidence = shownEvidence(evidence, await filesNamed(vault, evidence));
  const runs = models.latestRuns({ municipality: town.id }, CHANGES, view);
  const changes = await changeLines(reading, runs, t);
  const turns = models.latestTurns(town.id, TURNS, view);
  const alliance = allianceOf(reading, town);
  return { ...townFigures(reading, town), changes, turns, targetEvidence, alliance };
};

const allianceOf = ({ models, view }: Reading, { id }: Municipality): TownAlliance => {
  const of = { municipality: id };
  const members = models.actors(of, view).filter(({ inAlliance }) => inAlliance !== null);
  return {
    tables: models.roundtables(of, view),
    members: members.length,
    projects: models.ownProjects(of, view),
  };
};
