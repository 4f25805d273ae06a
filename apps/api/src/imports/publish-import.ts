import { isPublished, type Past } from '@klimaspur/domain';
import { streamName } from '@klimaspur/event-store';
import type { StreamWrite } from './stream-writes.js';
import { append, AT_ONCE, type WriteRun } from './write-import.js';

/** How many things became public. */
export interface Published {
  readonly municipalities: number;
  readonly plans: number;
  readonly measures: number;
}

export const nothingPublished: Published = { municipalities: 0, plans: 0, measures: 0 };

export const together = (one: Published, other: Published): Published => ({
  municipalities: one.municipalities + other.municipalities,
  plans: one.plans + other.plans,
  measures: one.measures + other.measures,
});

/**
 * What the user, or the file, wants public: measures first, the town last, so that nobody sees half of it. What an
 * earlier run left as drafts is published too; a town of which something must still be said stays a draft.
 */
export const publish = async (run: WriteRun): Promise<Published> => {
  const { part, order, steps } = run;
  const wanted = (said: boolean | undefined) => order.publish || said === true;
  const ids = part.measures.filter(({ published }) => wanted(published)).map(({ id }) => id);
  let measures = 0;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const done = await Promise.all(some.map((id) => publishOne(run, 'measure', id)));
    measures += done.filter(Boolean).length;
    await steps.step(some.length);
  }
  if (!wanted(part.file.published)) return { ...nothingPublished, measures };
  const plans = await publishOne(run, 'plan', part.plan.id);
  const municipalities = await publishOne(run, 'municipality', part.town.id);
  return { measures, plans: Number(plans), municipalities: Number(municipalities) };
};

const events = {
  measure: { shows: 'MeasurePublished', hides: 'MeasureUnpublished' },
  plan: { shows: 'PlanPublished', hides: 'PlanUnpublished' },
  municipality: { shows: 'MunicipalityPublished', hides: 'MunicipalityUnpublished' },
} as const;

/** False where it is public already, must not be yet, or somebody hid it on purpose: an import overrules none of that. */
const publishOne = async (
  run: WriteRun,
  category: StreamWrite['category'] & keyof typeof events,
  id: string,
): Promise<boolean> => {
  const history = await run.store.readStream(streamName(category, id));
  const { shows, hides } = events[category];
  const isHidden = history.some(({ type }) => type === hides);
  const past = history as unknown as Past[];
  if (history.length === 0 || isHidden || isPublished(past)) return false;
  if (category === 'municipality' && (await run.gaps.of(id, past)).length > 0) return false;
  const wish = { where: 'file', type: shows, data: {}, occurredOn: null };
  await append(run, { category, id, wishes: [wish] });
  return true;
};
