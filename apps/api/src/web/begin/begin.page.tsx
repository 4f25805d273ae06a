import { states } from '@klimaspur/domain';
import type { Translate } from '@klimaspur/messages';
import { SelectField } from '../components/choices.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { PopulationFields } from '../work/population-fields.js';
import { TargetFields } from '../work/target-fields.js';
import { codeWord } from '../words/entry-words.js';

interface BeginPageProps {
  readonly t: Translate;
  readonly action: string;
  readonly state: FormState;
}

/** „Eigene Kommune beginnen“: a name is enough, the rest can follow. */
export const BeginPage = ({ t, action, state }: BeginPageProps) => (
  <>
    <PageTitle title={t('begin.title')} lead={t('begin.lead')} />
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
          <SelectField
            {...fields.text('state')}
            label={t('begin.state')}
            choices={[
              { value: '', label: t('form.none') },
              ...states.map((value) => ({ value, label: codeWord(t, 'state', value) })),
            ]}
          />
          <TextField
            {...fields.text('ags')}
            label={t('begin.ags')}
            hint={t('begin.ags.hint')}
            size="short"
            inputMode="numeric"
            optional
          />
          <PopulationFields fields={fields} />
          <h2>{t('begin.target')}</h2>
          <TargetFields fields={fields} />
        </>
      )}
    </Form>
  </>
);
