import { assessmentScales, type AssessmentScale, type EventData } from '@klimaspur/domain';
import { formatDay } from '@klimaspur/messages';
import { AssessmentLanes, type AssessmentStep } from '../charts/assessment-lanes.js';
import { DefinitionList } from '../components/definition-list.js';
import { OwnWords } from '../components/own-words.js';
import type { TimelineEntry } from '../components/timeline-item.js';
import { historyPath, withQuery } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import { EntryLink, type MeasurePart } from './entry-link.js';
import { kindName } from './history.view.js';
import type { MeasureStory } from './measure-story.js';

interface AssessmentProps extends MeasurePart {
  readonly story: MeasureStory;
  /** All entries as the timeline shows them. */
  readonly all: readonly TimelineEntry[];
  /** The day for which the page speaks. */
  readonly asOf: string;
  /** Who assesses, where an entry names no other group. */
  readonly observers: string;
}

/** What the observers think of it, now and over time: signed, dated, and apart from the facts. */
export const Assessment = (props: AssessmentProps) => {
  const { t, measure, all, at, asOf } = props;
  const { assessment } = measure;
  const [newest, ...others] = seriesOf(props);
  if (!assessment || !newest) return null;
  const entry = all.find(({ id }) => id === `e-${assessment.entry}`);
  const rating = codeWord(t, `rating.${assessment.scale}`, assessment.rating);
  const { on } = assessment;
  const signed = on === null ? 'measure.assessment.undated' : 'measure.assessment.signed';
  return (
    <section aria-labelledby="assessment-heading">
      <h2 id="assessment-heading">
        <OwnWords
          {...{ t, own: [newest.group] }}
          text={t('town.assessment', { group: newest.group })}
        />
      </h2>
      <p>
        <strong>{t(signed, { rating, day: formatDay(on, t.lang) })}</strong>
        <EntryLink t={t} measure={measure} at={at} entry={assessment.entry} about={rating} />
      </p>
      {entry?.facts ? (
        <DefinitionList items={entry.facts.filter(({ term }) => term !== t('field.group'))} />
      ) : null}
      {[newest, ...others].map(({ group, steps }) => (
        <AssessmentLanes
          {...{ t, group, steps }}
          until={asOf}
          source={group}
          asOf={asOf}
          downloads={['csv', 'json'].map((ending) => ({
            href: at(fileOf(props, ending)),
            format: ending.toUpperCase(),
          }))}
        />
      ))}
      <p class="hint">{t('measure.assessment.own')}</p>
    </section>
  );
};

const fileOf = ({ t, measure }: MeasurePart, ending: string): string =>
  withQuery(`${historyPath(t.lang, measure.municipality.slug, measure.id)}.${ending}`, {
    [kindName(t.lang)]: 'assessment',
  });

interface Series {
  readonly group: string;
  readonly steps: AssessmentStep[];
}

/** Opinions of one group on one scale belong together; the newest first, each told from its beginning. */
const seriesOf = ({ t, measure, at, story, observers }: AssessmentProps): Series[] => {
  const found = new Map<string, Series>();
  for (const { id, type, data, voidedBy, ...entry } of story.entries) {
    if (type !== 'MeasureAssessed' || voidedBy) continue;
    const { scale, rating, text } = data as unknown as EventData<'MeasureAssessed'>;
    const group = text?.group ?? observers;
    const series = found.get(`${scale} ${group}`) ?? { group, steps: [] };
    series.steps.unshift({
      ...{ day: entry.effectiveOn, on: entry.occurredOn },
      rank: (assessmentScales[scale as AssessmentScale] as readonly string[]).indexOf(rating),
      rating: codeWord(t, `rating.${scale}`, rating),
      link: <EntryLink t={t} measure={measure} at={at} entry={id} />,
    });
    found.set(`${scale} ${group}`, series);
  }
  return [...found.values()];
};
