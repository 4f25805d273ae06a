import { formatInstant, formatNumber, formatPercent, type Translate } from '@klimaspur/messages';
import type { ParkedState, ProjectionState } from '../../projections/projections.js';
import { RadioGroup } from '../components/choices.js';
import { DataTable } from '../components/data-table.js';
import { DefinitionList } from '../components/definition-list.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextField } from '../components/text-fields.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { projectionsPath } from './projection-paths.js';

interface ProjectionsProps {
  readonly t: Translate;
  readonly states: readonly ProjectionState[];
  readonly parked: readonly ParkedState[];
  readonly state: FormState;
  /** Several servers tell the same log. */
  readonly shared: boolean;
}

/** How all that is computed from the log does, and what could not be told. */
export const ProjectionsPage = ({ t, states, parked, state, shared }: ProjectionsProps) => (
  <>
    <PageTitle title={t('projections.title')} lead={t('projections.lead')} />
    {shared ? <p>{t('projections.shared')}</p> : null}
    <ProjectionTable t={t} states={states} />
    <section aria-labelledby="parked">
      <h2 id="parked">{t('projections.parked')}</h2>
      {parked.length === 0 ? (
        <EmptyState text={t('projections.parked.none')} />
      ) : (
        <>
          <p>{t('projections.parked.lead')}</p>
          {parked.map((one) => (
            <ParkedSection t={t} parked={one} states={states} />
          ))}
          <DismissSection t={t} parked={parked} state={state} />
        </>
      )}
    </section>
  </>
);

const nameOf = (t: Translate, { kind, world }: Pick<ProjectionState, 'kind' | 'world'>): string =>
  world === 'own'
    ? t(`projections.${kind}`)
    : t('projections.example', { name: t(`projections.${kind}`) });

const lagOf = (t: Translate, { lag: { events, more, since } }: ProjectionState): string => {
  const count = t(more ? 'projection.lag.more' : 'projection.lag', { events });
  return since === null
    ? count
    : t('projections.lag.since', { count, since: formatInstant(since, t.lang) });
};

/** All of them at a glance; a column for faults where there is one. */
const ProjectionTable = ({ t, states }: Pick<ProjectionsProps, 't' | 'states'>) => {
  const isFaulty = states.some(({ fault, retries }) => fault !== null || retries > 0);
  return (
    <DataTable
      stacks
      t={t}
      caption={t('projections.title')}
      columns={[
        { label: t('projections.name') },
        { label: t('projections.state') },
        { label: t('projections.position'), numeric: true },
        { label: t('projections.lag') },
        ...(isFaulty ? [{ label: t('projections.fault') }] : []),
        { label: t('projections.rebuild') },
      ]}
      rows={states.map((state) => [
        <>
          {nameOf(t, state)} <small>{t(`projections.${state.kind}.what`)}</small>
        </>,
        <Life t={t} state={state} />,
        state.position === null
          ? t('projection.nowhere')
          : formatNumber(Number(state.position), t.lang),
        lagOf(t, state),
        ...(isFaulty ? [<Fault t={t} state={state} />] : []),
        <form method="post" action={projectionsPath(t.lang, 'rebuild')}>
          <input type="hidden" name="name" value={state.name} />
          <button
            class="link-button"
            aria-label={t('projections.rebuild.of', { name: nameOf(t, state) })}
          >
            {t('projections.rebuild')}
          </button>
        </form>,
      ])}
    />
  );
};

interface StateProps {
  readonly t: Translate;
  readonly state: ProjectionState;
}

const Life = ({ t, state: { life, progress } }: StateProps) => (
  <>
    <strong>{t(`projection.state.${life}`)}</strong>
    {progress === null ? null : (
      <small>
        {' '}
        {t('projections.progress')}: {formatPercent(progress, 1, t.lang)}
      </small>
    )}
  </>
);

const Fault = ({ t, state: { fault, retries } }: StateProps) => (
  <>
    {fault === null ? null : (
      <>
        {formatInstant(fault.at, t.lang)}: <Code text={fault.message} />
        {fault.event === undefined || fault.message.includes(fault.event) ? null : (
          <>
            {' '}
            (<Code text={fault.event} />)
          </>
        )}
      </>
    )}
    {retries === 0 ? null : (
      <small>
        {' '}
        {t('projections.retries')}: {formatNumber(retries, t.lang)}
      </small>
    )}
  </>
);

/** Words of the program, in English on every page. */
const Code = ({ text }: { readonly text: string }) => (
  <code lang="en" translate={false}>
    {text}
  </code>
);

interface ParkedProps {
  readonly t: Translate;
  readonly parked: ParkedState;
  readonly states: readonly ProjectionState[];
}

const ParkedSection = ({ t, parked, states }: ParkedProps) => {
  const { stream, event, type, revision, error, since, tries, dismissed, projection } = parked;
  const where = states.find(({ name }) => name === projection);
  return (
    <section aria-label={stream}>
      <h3>
        <Code text={stream} />
      </h3>
      <DefinitionList
        items={[
          { term: t('projections.parked.in'), value: where ? nameOf(t, where) : projection },
          {
            term: t('projections.parked.event'),
            value: (
              <>
                <Code text={type} /> <Code text={event} />{' '}
                {t('projections.parked.revision', { revision: formatNumber(revision + 1, t.lang) })}
              </>
            ),
          },
          { term: t('projections.parked.why'), value: <Code text={error} /> },
          { term: t('projections.parked.since'), value: formatInstant(since, t.lang) },
          { term: t('projections.parked.tries'), value: formatNumber(tries, t.lang) },
          ...(dismissed
            ? [
                {
                  term: t('projections.parked.dismissed'),
                  value: (
                    <>
                      {formatInstant(dismissed.at, t.lang)}:{' '}
                      <span lang="de">{dismissed.reason}</span>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      <form class="form" method="post" action={projectionsPath(t.lang, 'replay')}>
        <input type="hidden" name="stream" value={stream} />
        <button class="link-button" aria-label={t('projections.replay.of', { stream })}>
          {t('projections.replay')}
        </button>
      </form>
    </section>
  );
};

interface DismissProps {
  readonly t: Translate;
  readonly parked: readonly ParkedState[];
  readonly state: FormState;
}

const DismissSection = ({ t, parked, state }: DismissProps) => {
  const open = parked.filter(({ dismissed }) => dismissed === null);
  const streams = [...new Set(open.map(({ stream }) => stream))];
  if (streams.length === 0) return null;
  return (
    <section aria-labelledby="dismiss">
      <h3 id="dismiss">{t('projections.dismiss')}</h3>
      <p>{t('projections.dismiss.lead')}</p>
      <Form
        t={t}
        action={projectionsPath(t.lang, 'dismiss')}
        state={state}
        submit={t('projections.dismiss.submit')}
      >
        {(fields) => (
          <>
            <RadioGroup
              {...fields.list('stream')}
              label={t('projections.dismiss.stream')}
              choices={streams.map((stream) => ({ value: stream, label: stream }))}
            />
            <TextField
              {...fields.text('reason')}
              label={t('projections.dismiss.reason')}
              hint={t('projections.dismiss.reason.hint')}
              maxLength={500}
            />
          </>
        )}
      </Form>
    </section>
  );
};
