import { contributions } from '@klimaspur/domain';
import type { MeasureSupport } from '@klimaspur/read-models';
import { Refusal } from '../../errors/refusal.js';
import { SelectField } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { dateAsTyped } from '../components/date-field-value.js';
import { EmptyState } from '../components/empty-state.js';
import { TextArea } from '../components/text-fields.js';
import { measureOf } from '../forms/about.js';
import type { AboutTown } from '../forms/asked.js';
import { FormPage } from '../forms/form.js';
import type { PageForm } from '../forms/form-pages.js';
import type { WorkRoute } from '../forms/work-controller.js';
import { workPath } from '../paths.js';
import { supportWords } from '../roundtables/shown/promise-words.js';
import { codeWord } from '../words/entry-words.js';
import { measureCrumbs } from './crumbs.js';

const pledgeForm = (about: AboutTown, id = ''): PageForm => {
  const { t, lang, town, reading } = about;
  const { models, view } = reading;
  const measure = measureOf(about, id);
  const today = view.asOf;
  const actors = models.actors({ municipality: town.id }, view);
  const title = t('alliance.support');
  const back = workPath(lang, town.slug, 'measures', id);
  return {
    title,
    path: (other) => workPath(other, town.slug, 'measures', id, 'support'),
    back,
    crumbs: measureCrumbs(about, measure),
    right: ['measure', 'pledge-support'],
    now: { actor: '', contribution: 'WORK', ...dateAsTyped('occurredOn', today) },
    work: async (write, reader) => {
      const body = {
        occurredOn: reader.day('occurredOn'),
        actor: reader.text('actor'),
        contribution: reader.text('contribution'),
        text: { what: reader.text('what'), note: reader.text('note') },
      };
      await write({ category: 'measure', command: 'pledge-support', id, body });
      return { path: workPath(lang, town.slug, 'measures', id, 'support') };
    },
    children: (state, action) => (
      <FormPage
        {...{ t, state, action, back, title }}
        about={measure.title}
        before={<Pledges about={about} id={id} pledges={models.supportOf(id, view)} />}
        submit={t('alliance.support.add')}
      >
        {(fields) => (
          <>
            <SelectField
              {...fields.text('actor')}
              label={t('alliance.support.who')}
              choices={[
                { value: '', label: t('roundtable.noChoice') },
                ...actors.map(({ id: value, name }) => ({ value, label: name, lang: 'de' })),
              ]}
            />
            <TextArea
              {...fields.text('what')}
              label={t('alliance.support.what')}
              hint={t('alliance.support.what.hint')}
              maxLength={1000}
              required
            />
            <SelectField
              {...fields.text('contribution')}
              label={t('alliance.offer.kind')}
              choices={contributions.map((value) => ({
                value,
                label: codeWord(t, 'contribution', value),
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

interface PledgesProps {
  readonly about: AboutTown;
  readonly id: string;
  readonly pledges: readonly MeasureSupport[];
}

const ends = ['deliver', 'withdraw'] as const;

/** What was promised so far, and the way to say what became of it. */
const Pledges = ({ about: { t, lang, town }, id, pledges }: PledgesProps) => (
  <>
    {pledges.length === 0 ? (
      <EmptyState text={t('alliance.support.none')} />
    ) : (
      <ul class="tasks">
        {pledges.map((pledge) => (
          <li>
            <p class="tasks__what">
              <strong lang="de">{pledge.what}</strong>
              <small>
                <span lang="de">{pledge.actor.name}</span> · {supportWords(pledge, t)}
              </small>
            </p>
            <p class="tasks__stand">
              {pledge.delivered || pledge.withdrawn
                ? null
                : ends.map((end) => (
                    <a
                      href={workPath(lang, town.slug, 'measures', id, 'support', pledge.entry, end)}
                    >
                      {t(`alliance.support.${end}`)}
                      <span class="hidden" lang="de">
                        : {pledge.what}
                      </span>
                    </a>
                  ))}
            </p>
          </li>
        ))}
      </ul>
    )}
    <h2>{t('alliance.support.add')}</h2>
  </>
);

const endForm =
  (end: (typeof ends)[number]) =>
  (about: AboutTown, id = '', entry = ''): PageForm => {
    const { t, lang, town, reading } = about;
    const measure = measureOf(about, id);
    const today = reading.view.asOf;
    const pledge = reading.models.supportOf(id, reading.view).find((one) => one.entry === entry);
    if (!pledge) throw new Refusal('measure/unknown');
    const back = workPath(lang, town.slug, 'measures', id, 'support');
    const title = t(`alliance.support.${end}`);
    return {
      title,
      path: (other) => workPath(other, town.slug, 'measures', id, 'support', entry, end),
      back,
      crumbs: [...measureCrumbs(about, measure), { label: t('alliance.support'), href: back }],
      right: ['measure', `${end}-support`],
      now: dateAsTyped('occurredOn', today),
      work: async (write, reader) => {
        const body = {
          occurredOn: reader.day('occurredOn'),
          pledge: entry,
          text: { note: reader.text('note') },
        };
        await write({ category: 'measure', command: `${end}-support`, id, body });
        return { path: back };
      },
      children: (state, action) => (
        <FormPage {...{ t, state, action, back, title }} about={pledge.what} submit={title}>
          {(fields) => (
            <>
              <DateField {...fields.day('occurredOn')} label={t('log.when')} max={today} />
              <TextArea {...fields.text('note')} label={t('log.note')} maxLength={4000} optional />
            </>
          )}
        </FormPage>
      ),
    };
  };

/** What allies promise for a measure, and what became of it. */
export const supportRoutes: readonly WorkRoute[] = [
  { parts: ['measures', ':id', 'support'], form: pledgeForm },
  { parts: ['measures', ':id', 'support', ':entry', 'deliver'], form: endForm('deliver') },
  { parts: ['measures', ':id', 'support', ':entry', 'withdraw'], form: endForm('withdraw') },
];
