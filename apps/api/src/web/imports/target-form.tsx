import { isUuid } from '@klimaspur/domain';
import { readableName } from '@klimaspur/importers';
import type { Translate } from '@klimaspur/messages';
import type { KnownPlanTitle } from '../../imports/import-target.js';
import type { ImportTarget } from '../../imports/run-import.js';
import type { Upload } from '../../imports/uploads.js';
import { SelectField } from '../components/choices.js';
import type { FormError } from '../components/error-summary.js';
import { TextField } from '../components/text-fields.js';
import type { FormReader } from '../forms/form-reader.js';

/** Stands for a plan that is not here yet. */
export const NEW_PLAN = 'new';

interface TargetFormProps {
  readonly t: Translate;
  readonly upload: Upload;
  /** Where the file would go; absent: it fits several plans, or none of it could be read. */
  readonly target?: ImportTarget;
  /** The plans of the town. */
  readonly plans: readonly KnownPlanTitle[];
  readonly errors: readonly FormError[];
}

/** „Wohin?“: the plan the file belongs to, and what is new is called. Nothing gets its name from a file unseen. */
export const TargetForm = (props: TargetFormProps) => {
  const { t, upload, target, plans, errors } = props;
  const problem = (name: string) => errors.find((error) => error.name === name)?.text;
  const isNew = target?.plan.isNew === true;
  const chosen = target ? (isNew ? NEW_PLAN : target.plan.id) : '';
  const asksTown =
    upload.municipality === undefined &&
    (target ? !target.town.isNamed : upload.newTown !== undefined);
  const title = upload.newPlan ?? (isNew ? target.plan.title : readableName(upload.fileName));
  return (
    <fieldset class="field">
      <legend>{t('import.target')}</legend>
      {asksTown ? (
        <TextField
          t={t}
          name="newTown"
          label={t('import.newTown')}
          hint={t('import.newTown.hint')}
          value={upload.newTown ?? target?.town.name ?? ''}
          error={problem('newTown')}
          maxLength={120}
        />
      ) : null}
      {plans.length === 0 ? null : (
        <SelectField
          t={t}
          name="plan"
          label={t('import.plan')}
          hint={t('import.plan.hint')}
          error={problem('plan')}
          value={chosen}
          choices={[
            ...(chosen === '' ? [{ value: '', label: t('import.target.none') }] : []),
            ...plans.map((plan) => ({ value: plan.id, label: plan.title })),
            { value: NEW_PLAN, label: t('import.plan.new') },
          ]}
        />
      )}
      <TextField
        t={t}
        name="newPlan"
        label={t('import.newPlan')}
        hint={t(plans.length === 0 ? 'import.newPlan.hint' : 'import.newPlan.hint.only')}
        value={title}
        error={problem('newPlan')}
        maxLength={200}
      />
    </fieldset>
  );
};

/** What the form says of where the file goes. */
export const targetIn = (
  reader: FormReader,
): {
  readonly wish: Pick<Upload, 'plan' | 'newPlan' | 'newTown'>;
  readonly errors: readonly FormError[];
} => {
  const { t, typed } = reader;
  const [plan, newPlan, newTown] = ['plan', 'newPlan', 'newTown'].map((name) => reader.text(name));
  const isChosen = plan !== undefined && isUuid(plan);
  const asksNew = plan === NEW_PLAN || !('plan' in typed);
  const missing = (name: 'newPlan' | 'newTown') => ({ name, text: t(`import.${name}.missing`) });
  return {
    wish: {
      ...(isChosen ? { plan } : {}),
      ...(asksNew && newPlan !== undefined ? { newPlan } : {}),
      ...(newTown === undefined ? {} : { newTown }),
    },
    errors: [
      ...('newTown' in typed && newTown === undefined ? [missing('newTown')] : []),
      ...('newPlan' in typed && asksNew && newPlan === undefined ? [missing('newPlan')] : []),
    ],
  };
};
