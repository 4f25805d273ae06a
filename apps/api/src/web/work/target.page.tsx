import type { Translate } from '@klimaspur/messages';
import { PageTitle } from '../components/page-title.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { TargetFields } from './target-fields.js';

interface TargetPageProps {
  readonly t: Translate;
  readonly action: string;
  readonly back: string;
  readonly state: FormState;
}

/** „Zieljahr und Beschluss“. */
export const TargetPage = ({ t, action, back, state }: TargetPageProps) => (
  <>
    <PageTitle title={t('work.target')} lead={t('work.target.lead')} />
    <Form t={t} action={action} state={state} cancelHref={back} takesFiles>
      {(fields) => <TargetFields fields={fields} takesFiles />}
    </Form>
  </>
);
