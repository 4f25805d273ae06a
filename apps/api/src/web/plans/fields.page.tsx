import type { Translate } from '@klimaspur/messages';
import type {
  FieldProgress,
  Municipality,
  PlanDetail,
  PlanFieldItem,
} from '@klimaspur/read-models';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { FormSecrets } from '../forms/form.js';
import { workPath } from '../paths.js';
import { directions, stepOf } from './field-moves.js';

interface FieldsPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly plan: PlanDetail;
  readonly progress: readonly FieldProgress[];
  /** A key for each button, made with the page. */
  readonly newKey: () => string;
}

/** „Handlungsfelder“: the tree, each field with the steps it can take. */
export const FieldsPage = (props: FieldsPageProps) => {
  const { t, town, plan } = props;
  const add = (
    <p>
      <a class="button" href={workPath(t.lang, town.slug, 'plans', plan.id, 'fields', 'new')}>
        {t('fields.new')}
      </a>
    </p>
  );
  return (
    <>
      <PageTitle title={t('plan.fields')} about={plan.title} lead={t('fields.lead')} />
      {plan.fields.length === 0 ? (
        <EmptyState text={t('fields.none')}>{add}</EmptyState>
      ) : (
        <>
          <FieldTree {...props} parent={null} />
          {add}
        </>
      )}
    </>
  );
};

const FieldTree = ({ parent, ...props }: FieldsPageProps & { readonly parent: string | null }) => {
  const own = props.plan.fields.filter((field) => field.parent === parent);
  return own.length === 0 ? null : (
    <ul class={parent === null ? 'tree' : 'tree is-inner'}>
      {own.map((field) => (
        <li id={`f-${field.id}`}>
          <FieldRow {...props} field={field} />
          <FieldTree {...props} parent={field.id} />
        </li>
      ))}
    </ul>
  );
};

const FieldRow = ({
  t,
  town,
  plan,
  progress,
  newKey,
  field,
}: FieldsPageProps & { readonly field: PlanFieldItem }) => {
  const parts = ['plans', plan.id, 'fields', field.id];
  const { total = 0 } = progress.find(({ id }) => id === field.id)?.own ?? {};
  const steps = directions.filter((direction) => stepOf(plan.fields, field, direction));
  return (
    <div class="tree__row">
      <p class="tasks__what">
        <a href={workPath(t.lang, town.slug, ...parts)} lang="de">
          {field.number === null ? field.name : `${field.number} ${field.name}`}
        </a>
        <small>{t('results.all', { total })}</small>
      </p>
      <form
        class="steps"
        method="post"
        action={workPath(t.lang, town.slug, ...parts, 'move')}
        aria-label={t('fields.moveName', { name: field.name })}
      >
        <FormSecrets state={{ key: newKey(), revision: plan.revision }} />
        {steps.map((direction) => (
          <button class="link-button" type="submit" name="direction" value={direction}>
            {t(`move.${direction}`)}
            <span class="hidden" lang="de">
              : {field.name}
            </span>
          </button>
        ))}
        <a href={workPath(t.lang, town.slug, ...parts, 'move')}>
          {t('move.elsewhere')}
          <span class="hidden" lang="de">
            : {field.name}
          </span>
        </a>
        <a href={workPath(t.lang, town.slug, ...parts, 'assess')}>
          {t('planField.assess.short')}
          <span class="hidden" lang="de">
            : {field.name}
          </span>
        </a>
      </form>
    </div>
  );
};
