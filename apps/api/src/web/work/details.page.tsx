import type { Lang, Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { PageTitle } from '../components/page-title.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { amountAsTyped } from '../forms/amounts.js';
import { dateInWords } from '../forms/dates.js';
import { Fold, Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { filled, type FormReader } from '../forms/form-reader.js';
import type { Typed } from '../forms/typed.js';
import { KeyFields } from './key-fields.js';
import { PopulationFields } from './population-fields.js';

const texts = ['teaser', 'description', 'website', 'postcode'] as const;
const assessments = ['administration', 'plan', 'status'] as const;

/** What a town is, as the form has it. */
export const detailsAsTyped = (town: Municipality, lang: Lang): Typed => ({
  name: town.name,
  state: town.state ?? '',
  ags: town.ags ?? '',
  population: amountAsTyped(town.population ?? undefined, 1, lang),
  populationOn: dateInWords(town.populationOn, lang),
  ...Object.fromEntries(texts.map((name) => [name, town[name] ?? ''])),
  ...Object.fromEntries(
    assessments.map((name) => [`assessments.${name}`, town.assessments[name] ?? '']),
  ),
});

export const readDetails = (reader: FormReader): object => ({
  population: reader.integer('population'),
  populationOn: reader.date('populationOn'),
  text: {
    name: reader.text('name'),
    ...Object.fromEntries(texts.map((name) => [name, reader.text(name)])),
    assessments: filled(
      Object.fromEntries(assessments.map((name) => [name, reader.text(`assessments.${name}`)])),
    ),
  },
});

interface DetailsProps {
  readonly t: Translate;
  readonly action: string;
  readonly back: string;
  readonly state: FormState;
}

/** „Angaben zur Kommune“. */
export const DetailsPage = ({ t, action, back, state }: DetailsProps) => (
  <>
    <PageTitle title={t('work.details')} lead={t('work.details.lead')} />
    <Form t={t} action={action} state={state} cancelHref={back}>
      {(fields) => (
        <>
          <TextField
            {...fields.text('name')}
            label={t('begin.name')}
            hint={t('details.name.hint')}
            maxLength={120}
          />
          <KeyFields fields={fields} />
          <TextField
            {...fields.text('teaser')}
            label={t('details.teaser')}
            maxLength={400}
            optional
          />
          <TextArea
            {...fields.text('description')}
            label={t('details.description')}
            rows={5}
            optional
          />
          <PopulationFields fields={fields} />
          <TextField {...fields.text('website')} label={t('town.website')} type="url" optional />
          <TextField
            {...fields.text('postcode')}
            label={t('details.postcode')}
            size="short"
            optional
          />
          <Fold
            title={t('details.assessments')}
            hint={t('details.assessments.hint')}
            open={fields.isFilled('assessments') || fields.needsEye('assessments')}
          >
            {assessments.map((name) => (
              <TextArea
                {...fields.text(`assessments.${name}`)}
                label={t(`town.assessment.${name}`)}
                optional
              />
            ))}
          </Fold>
        </>
      )}
    </Form>
  </>
);
