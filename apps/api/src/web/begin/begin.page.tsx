import type { Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { importPath } from '../imports/import-paths.js';
import { KeyFields } from '../work/key-fields.js';
import { PopulationFields } from '../work/population-fields.js';
import { TargetFields } from '../work/target-fields.js';

interface BeginPageProps {
  readonly t: Translate;
  readonly action: string;
  readonly state: FormState;
}

/** „Eigene Kommune beginnen“: a name is enough, the rest can follow. */
export const BeginPage = ({ t, action, state }: BeginPageProps) => (
  <>
    <PageTitle title={t('begin.title')} lead={t('begin.lead')} />
    <p>
      <a href={importPath(t.lang)}>{t('begin.import')}</a>
    </p>
    <Form t={t} action={action} state={state} submit={t('begin.submit')} cancelHref={`/${t.lang}`}>
      {(fields) => (
        <>
          <TextField
            {...fields.text('name')}
            label={t('begin.name')}
            hint={t('begin.name.hint')}
            maxLength={120}
            required
          />
          <KeyFields fields={fields} />
          <PopulationFields fields={fields} />
          <h2>{t('begin.target')}</h2>
          <TargetFields fields={fields} />
        </>
      )}
    </Form>
  </>
);
