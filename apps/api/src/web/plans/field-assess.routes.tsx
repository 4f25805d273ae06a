import { assessmentScales } from '@klimaspur/domain';
import { SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea } from '../components/text-fields.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { fieldCrumbs, fieldsPath } from './field-crumbs.js';
import { fieldOf, planWithFields } from './plan-contents.js';

const scale = 'TRAFFIC_LIGHT';

/** What the group thinks of a whole field: signed and dated, never counted. */
const assessForm = (about: AboutTown, id = '', own = ''): PageForm => {
  const { t, town, reading } = about;
  const field = fieldOf(planWithFields(about, id), own);
  const back = fieldsPath(about, id);
  const today = reading.view.asOf;
  return {
    title: t('planField.assess'),
    path: (other) => workPath(other, town.slug, 'plans', id, 'fields', own, 'assess'),
    back,
    crumbs: [...fieldCrumbs(about, id), { label: field.name, lang: 'de', href: `${back}/${own}` }],
    right: ['plan', 'assess-field'],
    now: { rating: field.assessment?.rating ?? '', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        field: own,
        scale,
        rating: reader.text('rating'),
        text: { note: reader.text('note') },
      };
      await write({ category: 'plan', command: 'assess-field', id, body });
      return { path: `${back}#f-${own}` };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('planField.assess')}
        about={field.name}
        lead={t('planField.assess.lead')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('rating')}
              label={t('planField.rating')}
              choices={[
                { value: '', label: t('form.choose') },
                ...assessmentScales[scale].map((value) => ({
                  value,
                  label: codeWord(t, `rating.${scale}`, value),
                })),
              ]}
              required
            />
            <TextArea
              {...fields.text('note')}
              label={t('planField.reason')}
              maxLength={4000}
              optional
            />
            <DateField
              {...fields.day('occurredOn')}
              label={t('planField.assessedOn')}
              max={today}
            />
          </>
        )}
      </FormPage>
    ),
  };
};

export const fieldAssessRoutes: readonly WorkRoute[] = [
  { parts: ['plans', ':id', 'fields', ':field', 'assess'], form: assessForm },
];
