import { formatDay, formatNumber, type Translate } from '@klimaspur/messages';
import type { Because, MeasureDetail } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DefinitionList, type Definition } from '../components/definition-list.js';
import { filterNames, measuresPath, withQuery } from '../paths.js';
import { codeWord, euros } from '../words/entry-words.js';
import { EntryLink, type MeasurePart } from './entry-link.js';

/** „Auf einen Blick“: what is known, each with the entry that says so. */
export const MeasureFacts = (props: MeasurePart) => {
  const { t, measure } = props;
  return (
    <section aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('measure.facts')}</h2>
      <DefinitionList
        items={[
          ...states(props),
          ...dates(props),
          ...bodies(measure, t),
          ...places(props),
          ...origin(measure, t),
          ...amounts(measure, t),
        ]}
      />
    </section>
  );
};

const states = (props: MeasurePart): Definition[] => {
  const { t, measure } = props;
  const { decision, implementation } = measure.facts;
  const since = (prefix: string, { value, since: day, entry }: Because<string>) => (
    <>
      {codeWord(t, prefix, value)}
      {day ? ` (${t('measure.since', { day: formatDay(day, t.lang) })})` : ''}
      <EntryLink {...props} entry={entry} />
    </>
  );
  return [
    { term: t('measure.decision'), value: since('decisionState', decision) },
    { term: t('measure.implementation'), value: since('implementationState', implementation) },
    ...(measure.percent === null
      ? []
      : [{ term: t('log.percent'), value: `${measure.percent} %` }]),
  ];
};

const dates = (props: MeasurePart): Definition[] => {
  const { t, measure } = props;
  const { plannedStart, plannedEnd, startedOn, endedOn } = measure.facts;
  const { finishedLateDays: late } = measure;
  return [
    { term: t('entry.plannedStart'), value: planned(props, 'start', plannedStart) },
    { term: t('measure.startedOn'), value: dated(props, startedOn) },
    { term: t('entry.plannedEnd'), value: planned(props, 'end', plannedEnd) },
    { term: t('measure.endedOn'), value: dated(props, endedOn) },
    ...(late
      ? [{ term: t('measure.finishedLate'), value: t('measure.days', { days: late }) }]
      : []),
  ];
};

const dated = (props: MeasurePart, date: Because<string | null> | null): ComponentChildren =>
  date && (
    <>
      {formatDay(date.value, props.t.lang)}
      <EntryLink {...props} entry={date.entry} />
    </>
  );

/** A planned date with all it was before, each leading to the entry that moved it. */
const planned = (
  props: MeasurePart,
  which: 'start' | 'end',
  date: Because<string> | null,
): ComponentChildren => {
  const { t, measure } = props;
  const moves = measure.facts.moves.filter((move) => move.which === which && move.from !== null);
  if (date === null || moves.length === 0) return dated(props, date);
  const [before = '', after = ''] = t('measure.before', { dates: '\n' }).split('\n');
  return (
    <>
      {dated(props, date)}{' '}
      <small>
        {before.trimEnd()}
        {moves.map(({ entry, from }, index) => (
          <>
            {index > 0 ? ',' : ''}
            <EntryLink {...props} entry={entry} label={formatDay(from, t.lang)} />
          </>
        ))}
        {after}
      </small>
    </>
  );
};

const bodies = ({ facts }: MeasureDetail, t: Translate): Definition[] =>
  facts.responsible.map(({ responsibility, name, explanation }) => ({
    term: t(`measure.responsible.${responsibility}`),
    value: explanation ? `${name} – ${explanation}` : name,
    lang: 'de',
  }));

const places = ({ t, measure, at }: MeasurePart): Definition[] => {
  const list = measuresPath(t.lang, measure.municipality.slug);
  return measure.places.map(({ path, planTitle }) => ({
    term: t('filter.field'),
    value: (
      <>
        {path.map(({ id, name }, index) => (
          <>
            {index > 0 ? ' › ' : ''}
            <a href={at(withQuery(list, { [filterNames[t.lang].field]: id }))} lang="de">
              {name}
            </a>
          </>
        ))}
        {path.length === 0 ? t('chart.noField') : ''} <small lang="de">({planTitle})</small>
      </>
    ),
  }));
};

const origin = (measure: MeasureDetail, t: Translate): Definition[] =>
  measure.origin
    ? [{ term: t('measure.origin'), value: codeWord(t, 'origin', measure.origin) }]
    : [];

const amounts = ({ budget, savings }: MeasureDetail, t: Translate): Definition[] => {
  const money = (cents: number | undefined) => (cents === undefined ? '' : euros(cents, t));
  const number = (value: number | undefined, unit: string) =>
    value === undefined ? '' : `${formatNumber(value, t.lang)} ${unit}`;
  const { kgCo2ePerYear: kilograms } = savings ?? {};
  return [
    { term: t('measure.budgetPerYear'), value: money(budget?.perYearCents) },
    { term: t('measure.budgetTotal'), value: money(budget?.totalCents) },
    { term: t('measure.savingMoney'), value: money(savings?.centsPerYear) },
    {
      term: t('measure.savingCo2'),
      value: number(kilograms === undefined ? undefined : kilograms / 1000, 't'),
    },
    { term: t('measure.savingEnergy'), value: number(savings?.kwhPerYear, 'kWh') },
  ];
};
