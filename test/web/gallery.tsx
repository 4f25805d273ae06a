import { messages, type Lang } from '@klimaspur/messages';
import { FieldBars } from '../../apps/api/src/web/charts/field-bars.js';
import { FarthestMoved } from '../../apps/api/src/web/charts/moved-dates.js';
import { StackedBar } from '../../apps/api/src/web/charts/stacked-bar.js';
import { StageBars, StageColumns } from '../../apps/api/src/web/charts/stages.js';
import { StatusOverTime } from '../../apps/api/src/web/charts/status-over-time.js';
import { TargetProgress } from '../../apps/api/src/web/charts/target-progress.js';
import {
  CheckboxGroup,
  RadioGroup,
  SelectField,
} from '../../apps/api/src/web/components/choices.js';
import { dateFieldOf } from '../../apps/api/src/web/components/date-field-value.js';
import { DateField } from '../../apps/api/src/web/components/date-field.js';
import { DefinitionList } from '../../apps/api/src/web/components/definition-list.js';
import { DownloadLinks } from '../../apps/api/src/web/components/download-links.js';
import { EmptyState } from '../../apps/api/src/web/components/empty-state.js';
import { ErrorSummary } from '../../apps/api/src/web/components/error-summary.js';
import { EventTimeline } from '../../apps/api/src/web/components/event-timeline.js';
import { FilterForm } from '../../apps/api/src/web/components/filter-form.js';
import { MeasureList } from '../../apps/api/src/web/components/measure-list.js';
import { Notice } from '../../apps/api/src/web/components/notice.js';
import { PageTitle } from '../../apps/api/src/web/components/page-title.js';
import { Pagination } from '../../apps/api/src/web/components/pagination.js';
import { ResultCount } from '../../apps/api/src/web/components/result-count.js';
import { StatusBadge } from '../../apps/api/src/web/components/status-badge.js';
import { StatusTiles } from '../../apps/api/src/web/components/status-tiles.js';
import { TextArea, TextField } from '../../apps/api/src/web/components/text-fields.js';
import { palette, statuses } from '../../apps/api/src/web/charts/palette.js';
import type { Assets } from '../../apps/api/src/web/layout/assets.js';
import { Page } from '../../apps/api/src/web/layout/page.js';
import { StatusIcon } from '../../apps/api/src/web/layout/sprite.js';
import { counts, days, entries, farthest, fields, measures, stagePoints } from './gallery-data.js';

interface GalleryProps {
  readonly lang: Lang;
  readonly assets: Assets;
}

/** Every component in every state, as one page, to be looked at and to be tested. */
export const Gallery = ({ lang, assets }: GalleryProps) => {
  const t = messages(lang);
  const textLang = lang === 'de' ? undefined : 'de';
  const chart = {
    t,
    source: 'Klima-Bündnis Musterstadt',
    asOf: '2026-10-31',
    downloads: [
      { href: '?format=csv', format: 'CSV' },
      { href: '?format=json', format: 'JSON' },
    ],
  };
  const href = (status?: string) => (status ? `?status=${status}` : '?');
  return (
    <Page
      t={t}
      assets={assets}
      title="Klimaschutz in Musterstadt am Main"
      description="Wie es um die Maßnahmen des Klimaplans steht."
      baseUrl="https://klimaspur.example"
      paths={{ de: '/de', en: '/en' }}
      navigation={[
        { href: '#', label: t('nav.municipalities'), current: true },
        { href: '#', label: t('nav.data') },
      ]}
      footer={[
        { href: '#', label: t('nav.accessibility') },
        { href: '#', label: t('nav.imprint') },
        { href: '#', label: t('nav.privacy') },
        { href: '#', label: t('nav.api') },
      ]}
      session={{ name: 'Lokalteam, Monitor 3', signInHref: '#', signOutAction: '#' }}
      example={{ beginHref: '#' }}
      moment={{ asOf: '2026-10-31', knownAt: Date.parse('2026-11-02T10:00:00Z'), past: true }}
      todayHref="#"
      changesHref="/changes"
      breadcrumbs={[
        { label: t('nav.start'), href: '#' },
        { label: t('nav.municipalities'), href: '#' },
        { label: 'Musterstadt am Main' },
      ]}
    >
      <PageTitle
        title="Klimaschutz in Musterstadt am Main"
        lang={textLang}
        lead={
          <>
            Stand von {fields.length * 5} Maßnahmen des Klimaaktionsplans. Ziel: klimaneutral bis
            2035.
          </>
        }
      />
      <section aria-labelledby="numbers">
        <h2 id="numbers">Überblick</h2>
        <StatusTiles t={t} counts={counts} href={href} />
        <StackedBar {...chart} counts={counts} href={href} />
      </section>
      <section aria-labelledby="target">
        <h2 id="target">{t('chart.target.title', { year: '2035' })}</h2>
        <TargetProgress
          {...chart}
          targetYear={2035}
          since="2019-07-04"
          today="2026-10-31"
          completed={57}
          total={500}
        />
      </section>
      <section aria-labelledby="fields">
        <h2 id="fields">{t('chart.fields.title')}</h2>
        <FieldBars {...chart} fields={fields} textLang={textLang} />
      </section>
      <section aria-labelledby="time">
        <h2 id="time">Entwicklung</h2>
        <StatusOverTime {...chart} days={days} until="2026-10-31" recordingSince="2024-03-01" />
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages">{t('stages.title')}</h2>
        <StageBars {...chart} counts={stagePoints.at(-1)!} href={href} />
        <StageColumns {...chart} points={stagePoints} recordingSince="2024-03-01" />
        <FarthestMoved {...chart} items={farthest} href={() => '#'} textLang="de" />
      </section>
      <section aria-labelledby="list">
        <h2 id="list">Maßnahmen</h2>
        <FilterForm
          t={t}
          action="/gallery"
          resetHref="?"
          active={[{ label: t('status.delayed'), removeHref: '?' }]}
        >
          <TextField t={t} name="q" type="search" label={t('filter.search')} />
          <SelectField
            t={t}
            name="field"
            label={t('filter.field')}
            choices={[
              { value: '', label: t('filter.all') },
              ...fields.map(({ name = '' }) => ({ value: name, label: name })),
            ]}
          />
          <CheckboxGroup
            t={t}
            name="status"
            label={t('filter.status')}
            chosen={['delayed']}
            choices={statuses.map((status) => ({
              value: status,
              label: t(`status.${status}`),
              count: counts[status],
              icon: <StatusIcon status={status} />,
            }))}
          />
        </FilterForm>
        <div id="results" data-filtered>
          <ResultCount t={t} found={108} total={500} page={2} pages={11} />
          <MeasureList t={t} items={measures} textLang={textLang} />
          <Pagination t={t} page={2} pages={11} href={(page) => `?page=${page}`} />
          <DownloadLinks t={t} downloads={chart.downloads} />
        </div>
      </section>
      <section aria-labelledby="measure">
        <h2 id="measure">Maßnahme</h2>
        <p>
          {statuses.map((status) => (
            <>
              <StatusBadge t={t} status={status} />{' '}
            </>
          ))}
        </p>
        <DefinitionList
          items={[
            { term: 'Zuständig', value: 'Amt für Klimaschutz und Grünflächen' },
            { term: 'Geplantes Ende', value: '31. Dezember 2027 (zuvor Ende 2026)' },
            { term: 'Beschluss', value: <a href="#e-4">DS 74/2023 1. Ergänzung</a> },
          ]}
        />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">Verlauf</h2>
        <EventTimeline t={t} entries={entries} level={3} textLang={textLang} />
      </section>
      <section aria-labelledby="form">
        <h2 id="form">Eintragen</h2>
        <ErrorSummary
          t={t}
          errors={[
            { name: 'what', text: 'Wählen Sie, was geschehen ist.' },
            { name: 'on', text: t('date.problem.missing') },
          ]}
          of={[
            <TextField t={t} name="what" label="Was ist geschehen?" />,
            <TextField t={t} name="on" label="Wann?" />,
          ]}
        />
        <Notice kind="success" title="Eingetragen." announced>
          <p>
            Sichtbar für: alle. <a href="#e-1">Beleg ergänzen</a>
          </p>
        </Notice>
        <Notice kind="warning">
          <p>
            Dieser Eintrag passt nicht zum Beschluss vom 12. März 2024. Er ist trotzdem gespeichert.
          </p>
        </Notice>
        <form method="post" action="#">
          <RadioGroup
            t={t}
            name="what"
            label="Was ist geschehen?"
            error="Wählen Sie, was geschehen ist."
            chosen={['delay']}
            groups={[
              {
                label: 'In den Gremien',
                choices: [
                  { value: 'deferred', label: 'Im Ausschuss vertagt' },
                  { value: 'decided', label: 'Beschlossen' },
                ],
              },
              {
                label: 'In der Umsetzung',
                choices: [
                  { value: 'started', label: 'Begonnen' },
                  {
                    value: 'delay',
                    label: 'Verzögerung gemeldet',
                    hint: 'Mit neuem Ende, wenn bekannt.',
                  },
                ],
              },
            ]}
          />
          <DateField
            t={t}
            name="on"
            label="Wann ist es geschehen?"
            hint="Der Tag der Sitzung, nicht der Tag der Niederschrift."
            error={t('date.problem.missing')}
            value={dateFieldOf('2026-10-29')}
          />
          <DateField t={t} name="since" label="Seit wann?" value={dateFieldOf('2026-05')} />
          <TextArea t={t} name="note" label="Notiz" optional value="" />
          <div class="actions">
            <button class="button">Eintragen</button>
            <a class="button is-quiet" href="#empty">
              Abbrechen
            </a>
          </div>
        </form>
      </section>
      <section aria-labelledby="empty">
        <h2 id="empty">Nichts gefunden</h2>
        <EmptyState text={t('list.noneFound')}>
          <p>
            <a href="?">{t('filter.reset')}</a>
          </p>
        </EmptyState>
        <p>Zahl der Muster: {new Set(Object.values(palette).map(({ pattern }) => pattern)).size}</p>
      </section>
    </Page>
  );
};
