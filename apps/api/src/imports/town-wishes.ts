import { type Past, timeline } from '@klimaspur/domain';
import { derivedId, streamName } from '@klimaspur/event-store';
import type { ImportedField } from '@klimaspur/importers';
import { wish, type Comparison } from './comparison.js';
import { renamedTown, townKeyDiffers } from './import-findings.js';
import { rankOf } from './row-order.js';
import type { Wish } from './stream-writes.js';
import { foundedIn, nameSaidLater } from './town-of-key.js';

type Data = Readonly<Record<string, unknown>>;

/** The town itself, founded where it is not there yet. */
export const townWishes = async (comparison: Comparison): Promise<Wish[]> => {
  const { file, town, plan, context } = comparison;
  if (town.isMet) return [];
  const where = `${file.source.system} ${file.source.key}`;
  const events = town.isNew ? [] : await context.known.stream(streamName('municipality', town.id));
  const history = events as unknown as Past[];
  const founded: Wish[] = town.isNew
    ? [
        wish(where, 'MunicipalityFounded', {
          ...(file.ags ? { ags: file.ags } : {}),
          text: { name: town.name, source: file.source },
        }),
      ]
    : [];
  const undated = { ...plan.edition, standOn: null };
  const name = nameSaidLater(file, foundedIn(history[0]));
  const described = comparison.anew(
    where,
    'MunicipalityDescribed',
    name === undefined
      ? file.described
      : { ...file.described, text: { ...file.described?.text, name } },
    history,
    undated,
  );
  if (name !== undefined && town.name !== name && described.some((each) => isNamed(each, name))) {
    comparison.findings.push(renamedTown(where, town.name, name));
  }
  const here = timeline(history).find(({ type }) => type === 'MunicipalityFounded')?.data['ags'];
  if (file.ags !== undefined && !town.isNew && here !== file.ags) {
    comparison.findings.push(townKeyDiffers(where, file.ags, here as string | undefined));
  }
  const observers = comparison.anew(
    where,
    'MunicipalityObserversDescribed',
    file.observers,
    history,
    undated,
  );
  const target = comparison.anew(
    where,
    'MunicipalityTargetSet',
    file.target?.data,
    history,
    undated,
  );
  const wishes = [
    ...founded,
    ...described,
    ...observers,
    ...target.map((each) => ({ ...each, occurredOn: file.target?.occurredOn ?? null })),
  ];
  comparison.count(town.isNew, wishes);
  return wishes;
};

const isNamed = ({ data }: Wish, name: string): boolean =>
  (data['text'] as { name?: string } | undefined)?.name === name;

/** A plan that is not there yet. */
export const draftedPlan = ({ file, town }: Comparison): Wish => {
  const { title, source, kind = 'CLIMATE_PROTECTION' } = file.plan;
  return wish(`plan ${source.key}`, 'PlanDrafted', {
    municipality: town.id,
    kind,
    text: { title, source },
  });
};

/** A field of the file; its own assessment is said anew. */
export const fieldWishes = async (
  comparison: Comparison,
  field: ImportedField,
): Promise<Wish[]> => {
  const { file, town, plan, context, fieldIds } = comparison;
  const where = `field ${field.source.key}`;
  const imported = plan.isNew ? undefined : await comparison.fieldBefore(field.source);
  const there = plan.own?.fieldLike(field, file.plan.fields) ?? imported;
  const isNew = there === undefined;
  const id = there ?? derivedId(context.importId, `field ${field.source.key} ${town.id}`);
  fieldIds.set(field.source.key, id);
  const { name, description, number, source, assessment } = field;
  const added = wish(where, 'PlanFieldAdded', {
    field: id,
    ...(field.parent === undefined ? {} : { parent: fieldIds.get(field.parent) }),
    rank: rankOf(field.order),
    text: { name, ...present({ description, number }), source },
  });
  const assessed = assessment
    ? comparison.anew(
        where,
        'PlanFieldAssessed',
        { field: id, scale: assessment.scale, rating: assessment.rating, text: assessment.text },
        plan.history.filter(({ data }) => data['field'] === id) as unknown as Past[],
        { ...plan.edition, standOn: assessment.occurredOn },
      )
    : [];
  const wishes = [...(isNew ? [added] : []), ...assessed];
  comparison.count(isNew, wishes);
  return wishes;
};

const present = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
