import { isEnded } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Because, MeasureDetail } from '@klimaspur/read-models';
import type { ComponentChildren } from 'preact';
import { DefinitionList, type Definition } from '../components/definition-list.js';
import { filterNames, measurePath, measuresPath, withQuery } from '../paths.js';
import { dayWords, dayOrLatest } from '../words/day-words.js';
import { actorPath } from '../roundtables/table-paths.js';
import { codeWord } from '../words/entry-words.js';
import { EntryLink, type MeasurePart } from './entry-link.js';

/** Measures that this one goes on as, or that go on in it. */
export interface Kin {
  readonly heirs: readonly Pick<MeasureDetail, 'id' | 'title'>[];
  readonly predecessors: readonly Pick<MeasureDetail, 'id' | 'title'>[];
}

interface FactsProps extends MeasurePart {
  readonly kin: Kin;
}

/** „Auf einen Blick“: what is known, each with the entry that says so. */
export const MeasureFacts = (props: FactsProps) => {
  const { t, measure } = props;
  return (
    <section aria-labelledby="facts-heading">
      <h2 id="facts-heading">{t('measure.facts')}</h2>
      <DefinitionList
        items={[
          ...states(props),
          ...dates(props),
          ...bodies(props),
          ...places(props),
          ...origin(measure, t),
          ...kin(props),
        ]}
      />
    </section>
  );
};

const states = (props: MeasurePart): Definition[] => {
  const { t, measure } = props;
  const { decision, implementation } = measure.facts;
  const since = (prefix: string, { value, since: counts, on, entry, latest }: Because<string>) => (
    <>
      {codeWord(t, prefix, value)}
      {counts ? ` (${sinceWords(on, counts, latest === true, t)})` : ''}
      <EntryLink {...props} entry={entry} />
    </>
  );
  return [
    { term: t('measure.decision'), value: since('decisionState', decision) },
    { term: t('measure.implementation'), value: since('implementationState', implementation) },
    ...(measure.percent === null || isEnded(measure.implementation)
      ? []
      : [{ term: t('measure.percent'), value: `${measure.percent} %` }]),
  ];
};

const sinceWords = (on: string | null, counts: string, latest: boolean, t: Translate): string =>
  on === null ? dayWords(on, counts, t) : t('measure.since', { day: dayOrLatest(on, latest, t) });

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
      {dayOrLatest(date.value, date.latest ?? false, props.t)}
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

/** An organisation that is named has a page of its own. */
const bodies = ({ t, measure, at }: MeasurePart): Definition[] =>
  measure.facts.responsible.map(({ responsibility, name, explanation, actor }) => ({
    term: t(`measure.responsible.${responsibility}`),
    value: (
      <>
        {actor === null ? (
          name
        ) : (
          <a href={at(actorPath(t.lang, measure.municipality.slug, actor))}>{name}</a>
        )}
        {explanation ? ` – ${explanation}` : ''}
      </>
    ),
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

/** Where it goes on, what goes on in it, and how often it was taken up again. */
const kin = ({ t, measure, at, kin: { heirs, predecessors } }: FactsProps): Definition[] => {
  const links = (found: Kin['heirs']) =>
    found.length === 0
      ? ''
      : found.map(({ id, title }, index) => (
          <>
            {index > 0 ? ', ' : ''}
            <a href={at(measurePath(t.lang, measure.municipality.slug, id))} lang="de">
              {title}
            </a>
          </>
        ));
  return [
    { term: t('measure.heirs'), value: links(heirs) },
    { term: t('measure.predecessors'), value: links(predecessors) },
    {
      term: t('measure.round'),
      value: measure.round > 1 ? t('measure.round.number', { round: measure.round }) : '',
    },
  ];
};
