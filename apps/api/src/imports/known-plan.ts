import type { Past, PlanState } from '@klimaspur/domain';
import { derivedId, streamName, type RecordedEvent } from '@klimaspur/event-store';
import { completedIn, editionOf, type CompletedImport, type Edition } from './edition.js';
import { planNamed, planOf, type FoundPlan, type Sought } from './find-plan.js';
import type { ImportContext, Known, PlanWish, Town } from './import-target.js';
import { OwnPlan } from './own-export.js';
import { fieldsOf, isPlacing, placementsOf, type Placed } from './plan-placements.js';

/** The plan a file is an edition of, as it stands here. */
export interface KnownPlan {
  readonly id: string;
  readonly title: string;
  readonly isNew: boolean;
  /** Everything but where its measures stand: of those a plan can have very many. */
  readonly history: readonly RecordedEvent[];
  readonly fields: PlanState['fields'];
  readonly placements: ReadonlyMap<string, Placed>;
  /** What the plan's stream says of each measure. */
  readonly placed: ReadonlyMap<unknown, readonly Past[]>;
  readonly completed: readonly CompletedImport[];
  readonly edition: Edition;
  /** Set where the file is an export of Klimaspur. */
  readonly own: OwnPlan | undefined;
}

export const knownPlan = async (
  sought: Sought,
  town: Town,
  { known, importId, standOn, plan, now }: ImportContext,
): Promise<KnownPlan> => {
  const found = await foundPlan(sought, town, plan);
  const id = found?.id ?? derivedId(importId, `plan ${sought.file.plan.source.key} ${town.id}`);
  const title = found?.title ?? sought.file.plan.title;
  const { history, placing } = found ? await readPlan(known, id) : { history: [], placing: [] };
  const placements = placementsOf(placing);
  const completed = completedIn(history);
  const fields = fieldsOf(history);
  return {
    ...{ id, title, isNew: found === null, history, fields, placements, completed },
    placed: Map.groupBy(placing.filter(isPlacing), ({ data }) => data['measure']),
    edition: editionOf(standOn, completed, now),
    own: found?.isHome ? new OwnPlan(fields, placements) : undefined,
  };
};

const foundPlan = async (
  sought: Sought,
  town: Town,
  asked: PlanWish | undefined,
): Promise<FoundPlan | null> => {
  if (town.isNew) return null;
  return asked === undefined ? planOf(sought) : planNamed(sought, asked);
};

const AT_ONCE = 1_000;

/** Part by part, and of placements only what they say: a plan may have twenty thousand. */
const readPlan = async (known: Known, id: string) => {
  const history: RecordedEvent[] = [];
  const placing: Past[] = [];
  for (let from = 0; ; from += AT_ONCE) {
    const events = await known.stream(streamName('plan', id), { from, limit: AT_ONCE });
    for (const event of events) {
      // What was corrected or taken back may be either.
      if (isPlacing(event) || isAmendment(event)) placing.push(brief(event as unknown as Past));
      if (!isPlacing(event)) history.push(event);
    }
    if (events.length < AT_ONCE) return { history, placing };
  }
};

const isAmendment = ({ type }: { readonly type: string }) =>
  type === 'EntryCorrected' || type === 'EntryVoided';

const brief = ({ id, revision, type, data, metadata }: Past): Past => ({
  ...{ id, revision, type, data },
  metadata: { occurredOn: metadata.occurredOn, recordedAt: metadata.recordedAt },
});
