import { nextDates, rhythmUnits } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { RadioGroup } from '../../components/choices.js';
import { TextField } from '../../components/text-fields.js';
import { roundtableOf } from '../../forms/about.js';
import type { AboutTown } from '../../forms/asked.js';
import { FormPage } from '../../forms/form.js';
import type { PageForm } from '../../forms/form-pages.js';
import type { WorkRoute } from '../../forms/work-controller.js';
import { workPath } from '../../paths.js';
import { PlaceField, readTime, TimeFields } from '../meeting/hours-fields.js';
import { aboutTable } from './crumbs.js';
import { rhythmWords } from './table.page.js';

const rhythmForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const table = roundtableOf(about, id);
  const page = aboutTable(about, table, 'rhythm');
  const title = t('roundtable.rhythm');
  const now = table.rhythms.findLast(({ endedOn }) => endedOn === null);
  const coming = nextDates(table, { from: reading.view.asOf, days: 400 }).slice(0, 5);
  return {
    ...page,
    title,
    right: ['roundtable', 'set-rhythm'],
    now: {
      every: String(now?.every ?? 6),
      unit: now?.unit ?? 'WEEK',
      from: '',
      time: now?.time ?? '',
      minutes: now?.minutes === undefined ? '' : String(now.minutes),
      place: now?.place ?? '',
    },
    work: async (write, reader) => {
      const body = {
        from: reader.date('from'),
        every: reader.integer('every'),
        unit: reader.text('unit'),
        until: reader.date('until'),
        ...readTime(reader),
        text: { place: reader.text('place') },
      };
      await write({ category: 'roundtable', command: 'set-rhythm', id, body });
      return { path: page.back };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, state, title }}
        about={table.name}
        back={page.back}
        lead={t('roundtable.rhythm.lead')}
        before={
          now ? (
            <p>
              {t('roundtable.rhythm.now', { rhythm: rhythmWords(now, t) })}{' '}
              {coming.map(({ on }) => formatDay(on, lang)).join(' · ')}
            </p>
          ) : null
        }
        more={
          now ? (
            <p>
              <a href={workPath(lang, town.slug, 'tables', id, 'rhythm', 'end')}>
                {t('roundtable.rhythm.end')}
              </a>
            </p>
          ) : null
        }
      >
        {(fields) => (
          <>
            <TextField
              {...fields.text('every')}
              label={t('roundtable.rhythm.every')}
              size="short"
              inputMode="numeric"
              required
            />
            <RadioGroup
              {...fields.list('unit')}
              label={t('roundtable.rhythm.unit')}
              choices={rhythmUnits.map((value) => ({
                value,
                label: t(`roundtable.rhythm.unit.${value}`),
              }))}
              inline
            />
            <TextField
              {...fields.text('from')}
              label={t('roundtable.rhythm.from')}
              hint={t('roundtable.rhythm.from.hint')}
              size="short"
              required
            />
            <TimeFields fields={fields} />
            <TextField
              {...fields.text('until')}
              label={t('roundtable.rhythm.until')}
              size="short"
              optional
            />
            <PlaceField fields={fields} />
          </>
        )}
      </FormPage>
    ),
  };
};

const endForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town } = about;
  const table = roundtableOf(about, id);
  const title = t('roundtable.rhythm.end');
  const back = workPath(lang, town.slug, 'tables', id, 'rhythm');
  return {
    ...aboutTable(about, table, 'rhythm', 'end'),
    title,
    back,
    right: ['roundtable', 'end-rhythm'],
    work: async (write) => {
      await write({ category: 'roundtable', command: 'end-rhythm', id, body: {} });
      return { path: workPath(lang, town.slug, 'tables', id) };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, action, back, state, title }}
        about={table.name}
        lead={t('roundtable.rhythm.end.lead')}
        submit={title}
      >
        {() => null}
      </FormPage>
    ),
  };
};

/** How often a round table meets. */
export const rhythmRoutes: readonly WorkRoute[] = [
  { parts: ['tables', ':table', 'rhythm'], form: rhythmForm },
  { parts: ['tables', ':table', 'rhythm', 'end'], form: endForm },
];
