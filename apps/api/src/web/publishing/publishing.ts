import type { Category } from '@klimaspur/domain';
import type { PlanItem } from '@klimaspur/read-models';
import type { Asked } from '../forms/asked.js';
import type { FormReader } from '../forms/form-reader.js';
import type { FormWish, Write } from '../forms/form-writer.js';

/** As many at a time as one commit of the log takes well. */
const AT_ONCE = 32;
/** The box that stands for all measures of a plan. */
export const MEASURES = 'measures';

/** The measures of a plan that are (not) published. */
export const measuresOf = (
  { reading: { models, view } }: Asked,
  plan: string,
  published: boolean,
): readonly string[] => models.measuresOfPlan(plan, published, view);

type Thing = readonly [Category, string];

/** The wish to show it to everybody. */
export const publishing = ([category, id]: Thing): FormWish => ({
  ...{ category, id, command: `publish-${category}`, body: {} },
});

const hiding = ([category, id]: Thing, reason: string | undefined): FormWish => ({
  ...{ category, id, command: `unpublish-${category}`, body: { text: { reason } } },
});

/** Measures first and the town last, so that nothing is seen by halves. */
export const setVisible = async (
  write: Write,
  things: readonly Thing[],
  wanted:
    { readonly visible: true } | { readonly visible: false; readonly reason: string | undefined },
): Promise<void> => {
  const wishes = things.map((thing) =>
    wanted.visible ? publishing(thing) : hiding(thing, wanted.reason),
  );
  await write.check(...wishes.slice(-1));
  for (let from = 0; from < wishes.length; from += AT_ONCE) {
    await Promise.all(wishes.slice(from, from + AT_ONCE).map((wish) => write(wish)));
  }
};

/** A plan, with all its measures where that was wished for. */
export const planThings = (
  asked: Asked,
  plan: Pick<PlanItem, 'id'>,
  withMeasures: boolean,
  published: boolean,
): Thing[] => [
  ...(withMeasures ? measuresOf(asked, plan.id, published) : []).map((id): Thing => [
    'measure',
    id,
  ]),
  ['plan', plan.id],
];

/** What is to go with it. Sent again, the form may name what is public by now; what it never offered is a mistake. */
export const chosenAlso = (reader: FormReader, ever: readonly string[]): ReadonlySet<string> => {
  const chosen = reader.choices('also') ?? [];
  if (chosen.some((value) => !ever.includes(value))) reader.fail('also', 'form.problem.choice');
  return new Set(chosen);
};
