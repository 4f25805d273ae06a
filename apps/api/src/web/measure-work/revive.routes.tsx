import { paperKinds, revivedStates } from '@klimaspur/domain';
import { RadioGroup, SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { measureCrumbs } from './crumbs.js';

/** „Neu aufgreifen“: a new round of the same measure. */
const reviveForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const measure = measureOf(about, id);
  const today = reading.view.asOf;
  const back = workPath(lang, town.slug, 'measures', id);
  const title = t('measureTask.revive');
  const none = { value: '', label: t('form.none') };
  return {
    title,
    path: (other) => workPath(other, town.slug, 'measures', id, 'revive'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'revive'],
    now: { as: 'PROPOSED', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        as: reader.text('as'),
        paperKind: reader.text('paperKind'),
        organ: reader.text('organ'),
        text: {
          by: reader.text('by'),
          paper: reader.text('paper'),
          note: reader.text('note'),
        },
      };
      await write({ category: 'measure', command: 'revive', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back, title }}
        about={measure.title}
        lead={t('measureTask.revive.lead')}
        submit={title}
      >
        {(fields) => (
          <>
            <RadioGroup
              {...fields.list('as')}
              label={t('revive.as')}
              choices={revivedStates.map((value) => ({
                value,
                label: codeWord(t, 'revive.as', value),
              }))}
            />
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
            <TextField {...fields.text('by')} label={t('revive.by')} maxLength={200} optional />
            <div class="form__row">
              <TextField
                {...fields.text('paper')}
                label={t('log.paper')}
                maxLength={120}
                optional
              />
              <SelectField
                {...fields.text('paperKind')}
                label={t('revive.paperKind')}
                choices={[
                  none,
                  ...paperKinds.map((value) => ({ value, label: codeWord(t, 'paperKind', value) })),
                ]}
              />
            </div>
            <SelectField
              {...fields.text('organ')}
              label={t('log.organ')}
              choices={[
                none,
                ...town.organs.map((organ) => ({ value: organ.id, label: organ.name, lang: 'de' })),
              ]}
            />
            <TextArea {...fields.text('note')} label={t('log.note')} maxLength={4000} optional />
          </>
        )}
      </FormPage>
    ),
  };
};

export const reviveRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'revive'], form: reviveForm },
];
