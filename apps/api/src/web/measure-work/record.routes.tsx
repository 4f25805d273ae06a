import { timeline } from '@klimaspur/domain';
import { Refusal } from '../../errors/refusal.js';
import { TextArea } from '../components/text-fields.js';
import { measureHistory, measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { measuresPath, workPath } from '../paths.js';
import { measureCrumbs } from './crumbs.js';
import { marksOf, OriginFields } from './origin-fields.js';
import { ReasonField } from '../forms/reason-field.js';

/** Where it came from stands in its first entry, so this is a correction of that. */
const originForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const measure = measureOf(about, id);
  const back = workPath(lang, town.slug, 'measures', id);
  return {
    title: t('measureTask.origin'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'origin'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'correct-entry'],
    now: {
      origin: measure.origin ?? '',
      marks: [
        ...(measure.decision === 'IDEA' ? ['idea'] : []),
        ...(measure.ownProposal ? ['ownProposal'] : []),
      ],
    },
    work: async (write, reader) => {
      const first = await firstEntry(about, id);
      const body = {
        occurredOn: first.occurredOn,
        entry: first.id,
        replacement: {
          municipality: town.id,
          origin: reader.text('origin'),
          ...marksOf(reader.choices('marks')),
        },
        text: { reason: reader.text('reason'), replacement: first.text },
      };
      await write({ category: 'measure', command: 'correct-entry', id, body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measureTask.origin')}
        about={measure.title}
        lead={t('measureTask.origin.lead')}
      >
        {(fields) => (
          <>
            <OriginFields fields={fields} />
            <TextArea
              {...fields.text('reason')}
              label={t('correct.reason')}
              maxLength={1000}
              required
            />
          </>
        )}
      </FormPage>
    ),
  };
};

/** The entry by which the measure was recorded, as it counts now. */
const firstEntry = async (about: AboutTown, id: string) => {
  const history = await measureHistory(about, id);
  const [recorded] = timeline(history).filter(({ type }) => type === 'MeasureRecorded');
  if (!recorded) throw new Refusal('measure/unknown');
  const { id: entry, occurredOn, data } = recorded;
  return { id: entry, occurredOn, text: data['text'] };
};

const voidForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const measure = measureOf(about, id);
  const back = workPath(lang, town.slug, 'measures', id);
  return {
    title: t('measureTask.void'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'void'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'void-entry'],
    work: async (write, reader) => {
      const { id: entry } = await firstEntry(about, id);
      const body = { entry, text: { reason: reader.text('reason') } };
      await write({ category: 'measure', command: 'void-entry', id, body });
      return { path: measuresPath(lang, town.slug), notice: 'voided' };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measureTask.void')}
        about={measure.title}
        lead={t('measureTask.void.lead')}
        submit={t('measureTask.void')}
      >
        {(fields) => <ReasonField fields={fields} />}
      </FormPage>
    ),
  };
};

/** What the first entry of a measure says, and taking it back. */
export const recordRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'origin'], form: originForm },
  { parts: ['measures', ':id', 'void'], form: voidForm },
];
