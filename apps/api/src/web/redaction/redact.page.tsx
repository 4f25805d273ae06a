import { formatInstant, type Translate } from '@klimaspur/messages';
import { type Choice, SelectField } from '../components/choices.js';
import { DefinitionList } from '../components/definition-list.js';
import { Notice } from '../components/notice.js';
import { TextArea } from '../components/text-fields.js';
import { FormPage } from '../forms/form.js';
import type { FormFields, FormState } from '../forms/form-fields.js';

/** Comes with the second step alone. */
export const CONFIRMED = 'confirmed';

interface RedactProps {
  readonly t: Translate;
  readonly action: string;
  readonly back: string;
  readonly state: FormState;
  readonly entry: { readonly said: string; readonly recordedAt: string };
  /** Corrections and added evidence whose text goes as well. */
  readonly besides: number;
  readonly others: readonly Choice[];
  /** The second step. */
  readonly confirming: boolean;
}

/** „Text entfernen“: what goes, what stays, and why; asked twice, because nobody can bring it back. */
export const RedactPage = (props: RedactProps) => {
  const { t, action, back, state, entry, confirming } = props;
  return (
    <FormPage
      {...{ t, state, action, back }}
      title={t(confirming ? 'redact.confirm' : 'redact.title')}
      lead={t(confirming ? 'redact.confirm.lead' : 'redact.lead')}
      submit={t(confirming ? 'redact.forGood' : 'redact.go')}
      before={
        <>
          <DefinitionList
            items={[
              { term: t('correct.what'), value: entry.said },
              { term: t('timeline.recorded'), value: formatInstant(entry.recordedAt, t.lang) },
            ]}
          />
          {confirming ? null : <GoesAndStays {...props} />}
        </>
      }
    >
      {(fields) =>
        confirming ? <Said {...props} fields={fields} /> : <Asked {...props} fields={fields} />
      }
    </FormPage>
  );
};

const GoesAndStays = ({ t, besides }: RedactProps) => (
  <>
    <h2>{t('redact.goes')}</h2>
    <ul>
      <li>{t('redact.goes.text')}</li>
      {besides > 0 ? <li>{t('redact.goes.besides', { count: besides })}</li> : null}
    </ul>
    <h2>{t('redact.stays')}</h2>
    <ul>
      <li>{t('redact.stays.entry')}</li>
      <li>{t('redact.stays.proofs')}</li>
      <li>{t('redact.stays.files')}</li>
      <li>{t('redact.stays.backups')}</li>
    </ul>
    <Notice kind="warning">
      <p>{t('redact.never')}</p>
    </Notice>
  </>
);

type Step = RedactProps & { readonly fields: FormFields };

const Asked = ({ t, fields, others }: Step) => (
  <>
    <TextArea
      {...fields.text('reason')}
      label={t('redact.reason')}
      hint={t('redact.reason.hint')}
      maxLength={1000}
      required
    />
    {others.length > 0 ? (
      <SelectField
        {...fields.text('agreedBy')}
        label={t('redact.second')}
        hint={t('redact.second.hint')}
        choices={[{ value: '', label: t('redact.second.none') }, ...others]}
        optional
      />
    ) : null}
  </>
);

/** What was said in the first step is not asked again. */
const Said = ({ t, fields, others }: Step) => {
  const [reason, second] = ['reason', 'agreedBy'].map((name) => fields.text(name).value);
  const label = others.find(({ value }) => value === second)?.label;
  return (
    <>
      <DefinitionList
        items={[
          { term: t('redact.reason'), value: reason, lang: 'de' },
          { term: t('redact.second'), value: label },
        ]}
      />
      <input type="hidden" name="reason" value={reason} />
      <input type="hidden" name="agreedBy" value={second} />
      <input type="hidden" name={CONFIRMED} value="yes" />
      <Notice kind="warning">
        <p>{t('redact.never')}</p>
      </Notice>
    </>
  );
};
