import type { PlanDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { Write } from '../forms/form-writer.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { fieldCrumbs, fieldsPath } from './field-crumbs.js';
import {
  directions,
  type FieldPlace,
  lastIn,
  movesTo,
  possibleParents,
  stepOf,
} from './field-moves.js';
import { ParentField } from './parent-field.js';
import { fieldOf, planWithFields } from './plan-contents.js';

const moveForm = (about: AboutTown, id = '', own = ''): PageForm => {
  const { t, town } = about;
  const plan = planWithFields(about, id);
  const field = fieldOf(plan, own);
  const back = fieldsPath(about, id);
  return {
    title: t('planField.move'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', own, 'move'),
    back,
    crumbs: [...fieldCrumbs(about, id), { label: field.name, lang: 'de', href: `${back}/${own}` }],
    right: ['plan', 'move-field'],
    now: { parent: field.parent ?? '' },
    revision: plan.revision,
    work: async (write, reader, revision) => {
      const direction = directions.find((known) => known === reader.text('direction'));
      const place = direction
        ? stepOf(plan.fields, field, direction)
        : lastIn(plan.fields, reader.text('parent') ?? null);
      const path = `${back}#f-${own}`;
      if (!place) return { path, notice: 'unchanged' };
      await moveField(write, plan, own, place, revision);
      return { path, notice: 'moved' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('planField.move')}
        about={field.name}
        lead={t('planField.move.lead')}
        submit={t('planField.move')}
      >
        {(fields) => <ParentField fields={fields} parents={possibleParents(plan.fields, own)} />}
      </FormPage>
    ),
  };
};

/** One entry, or one for each sibling where there was no room left; each based on the one before. */
const moveField = async (
  write: Write,
  plan: PlanDetail,
  field: string,
  place: FieldPlace,
  based: number | undefined,
): Promise<void> => {
  let revision = based;
  for (const { id, rank, parent } of movesTo(plan.fields, field, place)) {
    const body = { field: id, rank, ...(parent === null ? {} : { parent }), text: {} };
    const command = 'move-field';
    ({ revision } = await write({ category: 'plan', command, id: plan.id, revision, body }));
  }
};

/** By the buttons of the tree, or into any other field. */
export const fieldMoveRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'fields', ':field', 'move'], form: moveForm },
];
