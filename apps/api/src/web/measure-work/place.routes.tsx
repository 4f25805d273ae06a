import type { MeasureDetail } from '@klimaspur/read-models';
import { SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { TextArea, TextField } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { Fold, FormPage } from '../forms/form.js';
import type { Next, PageForm } from '../forms/form-pages.js';
import type { FormReader } from '../forms/form-reader.js';
import type { Write } from '../forms/form-writer.js';
import { typedText } from '../forms/typed.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { filterNames, withQuery, workPath } from '../paths.js';
import { pageOf } from '../plans/plan-contents.js';
import { measureCrumbs } from './crumbs.js';
import { NumberField } from './number-field.js';
import {
  editionChoices,
  lastRank,
  type Place,
  placeChoices,
  placeFrom,
  placeName,
  stepOf,
} from './places.js';

/** The place that the address names by its plan, else the first one. */
const placeAsked = ({ query }: AboutTown, { places }: MeasureDetail) =>
  places.find(({ plan }) => plan === typedText(query, 'plan')) ?? places[0];

const placeForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const measure = measureOf(about, id);
  const place = placeAsked(about, measure);
  const [choices, editions] = [placeChoices(about), editionChoices(about, t)];
  const back = workPath(lang, town.slug, 'measures', id);
  return {
    title: t('measureTask.place'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'place'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['plan', 'place-measure'],
    edits: true,
    now: {
      place: place ? placeName(place) : '',
      number: place?.number ?? '',
      edition: '',
      since: '',
    },
    work: (write, reader) => {
      const direction = reader.text('direction');
      return direction === 'up' || direction === 'down'
        ? step(write, reader, { about, measure, direction })
        : put(write, reader, { about, measure });
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measureTask.place')}
        about={measure.title}
        lead={t('measureTask.place.lead')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('place')}
              label={t('measure.place')}
              choices={[{ value: '', label: t('form.choose') }]}
              groups={choices}
              required
            />
            <NumberField fields={fields} />
            <Fold
              title={t('measure.place.more')}
              hint={t('measure.place.more.hint')}
              open={fields.needsEye('since', 'edition')}
            >
              <TextField
                {...fields.text('since')}
                label={t('measure.place.since')}
                hint={t('form.date.hint')}
                size="short"
                optional
              />
              {editions.length === 0 ? null : (
                <SelectField
                  {...fields.text('edition')}
                  label={t('plan.edition')}
                  choices={editions}
                />
              )}
            </Fold>
          </>
        )}
      </FormPage>
    ),
  };
};

interface Moved {
  readonly about: AboutTown;
  readonly measure: MeasureDetail;
}

const fieldOf = (path: string) =>
  ({ occurredOn: 'since', field: 'place' })[path] ?? path.replace('text.', '');

/**
 * At the end of the field that was chosen; where it stands there already, it keeps its place. An entry without a number
 * leaves the number as it was, so one that is to go ends with the place that had it.
 */
const put = async (write: Write, reader: FormReader, { about, measure }: Moved): Promise<Next> => {
  const { lang, town } = about;
  const place = placeFrom(reader.text('place'));
  if (!place) reader.fail('place', 'measure.place.problem');
  const since = reader.date('since') ?? null;
  const known = measure.places.find(
    ({ plan, field }) => plan === place?.plan && field === place.field,
  );
  const number = reader.text('number');
  const moved = { occurredOn: since, measure: measure.id, edition: reader.text('edition') };
  const to = { category: 'plan', id: place?.plan ?? '', fieldOf } as const;
  const placing = {
    ...{ ...to, command: 'place-measure' },
    body: {
      ...{ ...moved, field: place?.field ?? undefined, text: { number } },
      rank: known?.rank ?? (place ? lastRank(about, place) : 0),
    },
  };
  const had = measure.places.find(({ plan }) => plan === place?.plan)?.number;
  if (had && number === undefined) {
    await write.check(placing);
    const text = { note: about.t('measure.number.gone', { number: had }) };
    await write({ ...to, command: 'remove-measure', body: { ...moved, text } });
  }
  await write(placing);
  return { path: workPath(lang, town.slug, 'measures', measure.id) };
};

/** One step up or down among its siblings, from the list in which they stand. */
const step = async (
  write: Write,
  reader: FormReader,
  { about, measure, direction }: Moved & { readonly direction: 'up' | 'down' },
): Promise<Next> => {
  const { lang, town } = about;
  const place = measure.places.find(({ plan }) => plan === reader.text('plan'));
  const taken = place && stepOf(about, measure.id, place, direction);
  const path = place
    ? `${listOf(about, place, reader.text('from'), taken?.to)}#m-${measure.id}`
    : workPath(lang, town.slug, 'measures', measure.id);
  if (!taken) return { path, notice: 'unchanged' };
  const field = place.field ?? undefined;
  for (const { id, rank } of taken.ranks) {
    const body = { measure: id, field, rank, text: {} };
    await write({ category: 'plan', command: 'place-measure', id: place.plan, body });
  }
  return { path, notice: 'moved' };
};

/** The list in which the measure was moved, at the page where it stands now. */
const listOf = (
  { lang, town }: AboutTown,
  { plan, field }: Place,
  from: string | undefined,
  index = 0,
): string => {
  if (from !== 'field') return workPath(lang, town.slug, 'plans', plan, 'measures');
  const page = pageOf(index);
  const address = workPath(lang, town.slug, 'plans', plan, 'fields', field ?? 'none');
  return withQuery(address, { [filterNames[lang].page]: page > 1 ? page : undefined });
};

const removeForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const measure = measureOf(about, id);
  const today = reading.view.asOf;
  const back = workPath(lang, town.slug, 'measures', id);
  const plans: readonly (Place & { readonly planTitle: string })[] = measure.places;
  return {
    title: t('measureTask.remove'),
    path: (other) => workPath(other, town.slug, 'measures', id, 'remove'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['plan', 'remove-measure'],
    now: { plan: plans[0]?.plan ?? '', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const plan = plans.find((place) => place.plan === reader.text('plan'))?.plan;
      if (plan === undefined) reader.fail('plan', 'measure.place.problem');
      const occurredOn = reader.day('occurredOn');
      const body = { occurredOn, measure: id, text: { note: reader.text('note') } };
      await write({ category: 'plan', command: 'remove-measure', id: plan ?? '', body });
      return { path: back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back }}
        title={t('measureTask.remove')}
        about={measure.title}
        lead={t('measureTask.remove.lead')}
        submit={t('measureTask.remove')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('plan')}
              label={t('measure.plan')}
              choices={plans.map(({ plan, planTitle }) => ({
                value: plan,
                ...{ label: planTitle, lang: 'de' },
              }))}
            />
            <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
            <TextArea {...fields.text('note')} label={t('log.note')} maxLength={4000} optional />
          </>
        )}
      </FormPage>
    ),
  };
};

/** Where a measure stands in the plans. */
export const placeRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'place'], form: placeForm },
  { parts: ['measures', ':id', 'remove'], form: removeForm },
];
