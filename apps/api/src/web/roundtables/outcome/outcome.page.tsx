import { formatDay, formatNumber } from '@klimaspur/messages';
import type { ProposalOutcome, RoundtableDetail } from '@klimaspur/read-models';
import { DataTable } from '../../components/data-table.js';
import { DownloadLinks } from '../../components/download-links.js';
import { EmptyState } from '../../components/empty-state.js';
import { PageTitle } from '../../components/page-title.js';
import { entryPath, measurePath } from '../../paths.js';
import { codeWord } from '../../words/entry-words.js';
import { ActorLink } from '../shown/actor-links.js';
import { dayOrUnknown } from '../shown/promise-words.js';
import type { ShownTables } from '../shown/shown-table.js';
import { meetingPath, tablePath, tablesPath, timelinePath } from '../table-paths.js';
import {
  groupOf,
  outcomeGroups,
  outcomeNumbers,
  outcomeStages,
  type Step,
  stageOf,
  stepKinds,
  stepsOf,
} from './outcomes.js';

export interface ShownOutcomes extends ShownTables {
  readonly outcomes: readonly ProposalOutcome[];
  readonly tables: readonly RoundtableDetail[];
  /** Absent: of all tables. */
  readonly table?: RoundtableDetail;
  /** Address of what is shown, as a file: `.csv`, `.json`. */
  readonly fileHref: (ending: string) => string;
}

/** „Was daraus wurde“: what was proposed, and what the town decided, began and finished afterwards. */
export const OutcomePage = (shown: ShownOutcomes) => {
  const { t, town, table, outcomes, at, fileHref } = shown;
  const back = table ? tablePath(t.lang, town.slug, table.id) : tablesPath(t.lang, town.slug);
  return (
    <>
      <PageTitle
        title={t('outcome.title')}
        about={table?.name ?? town.name}
        lead={t('outcome.lead')}
      >
        {t.lang === 'en' ? <span>{t('texts.german')}</span> : null}
      </PageTitle>
      {outcomes.length === 0 ? (
        <EmptyState text={t('roundtable.outcome.none')} />
      ) : (
        <Numbers {...shown} />
      )}
      <MeasureRows {...shown} />
      <WaitingRows {...shown} />
      <EndedRows {...shown} />
      <p class="actions screen-only">
        <a href={at(back)}>{t(table ? 'roundtable.toTable' : 'roundtable.all')}</a>
        <a href={at(timelinePath(t.lang, town.slug))}>{t('timelineOfPlan.title')}</a>
      </p>
      <DownloadLinks
        t={t}
        downloads={[
          { href: fileHref('.csv'), format: 'CSV' },
          { href: fileHref('.json'), format: 'JSON' },
        ]}
      />
    </>
  );
};

/** The finding in a sentence, then how many stand where. */
const Numbers = ({ t, outcomes }: ShownOutcomes) => {
  const { total, decided, begun, finished, groups, stages } = outcomeNumbers(outcomes);
  return (
    <section aria-labelledby="numbers-heading">
      <h2 id="numbers-heading">{t('outcome.numbers')}</h2>
      <p>
        {t('outcome.sentence', { total, decided, begun, finished })}{' '}
        {t('outcome.sentence.rest', { waiting: groups.waiting, ended: groups.ended })}
      </p>
      <DataTable
        t={t}
        caption={t('outcome.numbers')}
        columns={[{ label: t('outcome.stand') }, { label: t('outcome.proposals'), numeric: true }]}
        rows={outcomeGroups
          .flatMap((group) => [...outcomeStages[group]])
          .filter((stage) => stages[stage])
          .map((stage) => [t(`outcome.stage.${stage}`), formatNumber(stages[stage] ?? 0, t.lang)])}
        total={[t('chart.total'), formatNumber(total, t.lang)]}
      />
    </section>
  );
};

interface CellProps {
  readonly shown: ShownOutcomes;
  readonly outcome: ProposalOutcome;
}

/** The proposal, and where and when it was made. */
const Proposal = ({ shown, outcome }: CellProps) => {
  const { t, town, tables, at } = shown;
  const { roundtable, item, meeting, on } = outcome;
  const key = tables
    .find(({ id }) => id === roundtable.id)
    ?.meetings.find((other) => other.meeting === meeting)?.key;
  return (
    <>
      <span lang="de">{item.topic}</span>
      <br />
      <small>
        {key === undefined ? (
          <span lang="de">{roundtable.name}</span>
        ) : (
          <a href={at(meetingPath(t.lang, town.slug, roundtable.id, key))} lang="de">
            {roundtable.name}
          </a>
        )}
        , {dayOrUnknown(on, t)}
      </small>
    </>
  );
};

const MeasureLink = ({ shown: { t, town, at }, outcome: { measure } }: CellProps) =>
  measure === null ? null : (
    <a href={at(measurePath(t.lang, town.slug, measure.item.id))} lang="de">
      {measure.item.title}
    </a>
  );

interface StepCellProps extends CellProps {
  readonly step: Step | undefined;
}

/** The day, linked to its entry in the history, and how long after the proposal it was. */
const StepCell = ({ shown: { t, town, at }, outcome, step }: StepCellProps) => {
  const { measure } = outcome;
  if (!step || !measure) return <>–</>;
  const { on, entry, days } = step;
  const day = dayOrUnknown(on, t);
  return (
    <>
      {entry === null ? (
        day
      ) : (
        <a href={at(entryPath(t.lang, town.slug, measure.item.id, entry))}>{day}</a>
      )}
      {days === null ? null : (
        <>
          {' '}
          <small>
            {days < 0 ? t('outcome.daysBefore', { days: -days }) : t('outcome.daysAfter', { days })}
          </small>
        </>
      )}
    </>
  );
};

const of = ({ outcomes }: ShownOutcomes, group: (typeof outcomeGroups)[number]) =>
  outcomes.filter((outcome) => groupOf(outcome) === group);

const MeasureRows = (shown: ShownOutcomes) => {
  const { t } = shown;
  const rows = of(shown, 'measure');
  return rows.length === 0 ? null : (
    <section aria-labelledby="measures-heading">
      <h2 id="measures-heading">{t('outcome.group.measure')}</h2>
      <p>{t('outcome.preceded')}</p>
      <DataTable
        t={t}
        stacks
        caption={t('outcome.group.measure')}
        columns={[
          { label: t('outcome.proposal') },
          { label: t('alliance.measure') },
          ...stepKinds.map((kind) => ({ label: t(`outcome.step.${kind}`) })),
        ]}
        rows={rows.map((outcome) => {
          const steps = stepsOf(outcome);
          return [
            <Proposal {...{ shown, outcome }} />,
            <>
              <MeasureLink {...{ shown, outcome }} />
              <br />
              <small>{t(`outcome.stage.${stageOf(outcome)}`)}</small>
            </>,
            ...stepKinds.map((kind) => <StepCell {...{ shown, outcome }} step={steps[kind]} />),
          ];
        })}
      />
    </section>
  );
};

/** What nobody has answered, what was put off, and what is agreed but no measure yet. */
const WaitingRows = (shown: ShownOutcomes) => {
  const { t } = shown;
  const rows = of(shown, 'waiting');
  return rows.length === 0 ? null : (
    <section aria-labelledby="waiting-heading">
      <h2 id="waiting-heading">{t('outcome.group.waiting')}</h2>
      <DataTable
        t={t}
        stacks
        caption={t('outcome.group.waiting')}
        columns={[
          { label: t('outcome.proposal') },
          { label: t('outcome.result') },
          { label: t('outcome.stand') },
        ]}
        rows={rows.map((outcome) => [
          <Proposal {...{ shown, outcome }} />,
          codeWord(t, 'roundtable.result', outcome.item.conclusions.at(-1)?.result) || '–',
          <WaitsFor {...{ shown, outcome }} />,
        ])}
      />
    </section>
  );
};

const WaitsFor = ({ shown, outcome }: CellProps) => {
  const { t } = shown;
  const stage = stageOf(outcome);
  const { recipient, answerBy } = outcome.item.conclusions.at(-1) ?? {};
  return (
    <>
      {t(`outcome.stage.${stage}`)}
      {stage === 'waiting' ? (
        <>
          {recipient ? (
            <>
              {': '}
              <ActorLink shown={shown} id={recipient} />
            </>
          ) : null}
          {answerBy ? (
            <>
              <br />
              <small>{t('roundtable.answerBy', { day: formatDay(answerBy, t.lang) })}</small>
            </>
          ) : null}
        </>
      ) : null}
    </>
  );
};

const EndedRows = (shown: ShownOutcomes) => {
  const { t } = shown;
  const rows = of(shown, 'ended');
  return rows.length === 0 ? null : (
    <section aria-labelledby="ended-heading">
      <h2 id="ended-heading">{t('outcome.group.ended')}</h2>
      <DataTable
        t={t}
        stacks
        caption={t('outcome.group.ended')}
        columns={[
          { label: t('outcome.proposal') },
          { label: t('outcome.result') },
          { label: t('outcome.stand') },
        ]}
        rows={rows.map((outcome) => [
          <Proposal {...{ shown, outcome }} />,
          codeWord(t, 'roundtable.result', outcome.item.conclusions.at(-1)?.result) || '–',
          <>
            {t(`outcome.stage.${stageOf(outcome)}`)}{' '}
            <small>
              <MeasureLink {...{ shown, outcome }} />
            </small>
          </>,
        ])}
      />
    </section>
  );
};
