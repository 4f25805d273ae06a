import type { Past } from '@klimaspur/domain';
import { streamName, type RecordedEvent } from '@klimaspur/event-store';
import type { ImportedMeasure } from '@klimaspur/importers';
import { wish, type Comparison } from './comparison.js';
import { editionEntries } from './edition-entries.js';
import type { EntryWish } from './edition-state.js';
import { anotherState, stateTakenBack } from './import-findings.js';
import type { Matched } from './match-measures.js';
import { describedWishes } from './measure-texts.js';
import { datesAreKnown, tellsAnotherState } from './own-export.js';
import { partnerWishes } from './partners.js';
import type { Wish } from './stream-writes.js';
import { unsaidState } from './unsaid-state.js';

/** What is known of a measure, and what the file says of it that is not said here yet. */
export interface ToldMeasure {
  readonly history: readonly RecordedEvent[];
  readonly wishes: readonly Wish[];
}

/** What the file no longer says, and no entry can say. */
const noteUnsaid = (
  { plan, unsaid, findings }: Comparison,
  measure: ImportedMeasure,
  id: string,
  history: readonly Past[],
  news: readonly EntryWish[],
): void => {
  const state = unsaidState(measure, history, news, plan.edition);
  if (state === undefined) return;
  unsaid[id] = state;
  findings.push(stateTakenBack(measure.where, measure.recorded.text?.title ?? '', state));
};

export const measureWishes = async (
  comparison: Comparison,
  measure: ImportedMeasure,
  { id, isNew }: Matched,
): Promise<ToldMeasure> => {
  const { town, plan, context } = comparison;
  const { where } = measure;
  const history = isNew ? [] : await context.known.stream(streamName('measure', id));
  const past = history as unknown as Past[];
  const recorded = isNew
    ? [
        wish(where, 'MeasureRecorded', {
          ...measure.recorded,
          municipality: town.id,
          text: { ...measure.recorded.text, source: measure.source },
        }),
      ]
    : [];
  const described = isNew
    ? comparison.anew(where, 'MeasureDescribed', measure.described, [], plan.edition)
    : describedWishes(comparison, measure, history);
  const news = plan.own
    ? measure.entries.filter((entry) => !datesAreKnown(entry, history))
    : editionEntries(measure.entries, past, plan.edition);
  if (!isNew && !plan.own) noteUnsaid(comparison, measure, id, past, news);
  const entries = isNew ? (measure.origin ?? measure.entries) : news;
  if (isNew) comparison.findings.push(...(measure.originFindings ?? []));
  if (!isNew && measure.origin && tellsAnotherState(measure.origin, past, context.now)) {
    comparison.findings.push(anotherState(where));
  }
  const leads = history.filter(({ data }) => data['responsibility'] !== 'PARTNER');
  const wishes: Wish[] = [
    ...recorded,
    ...described,
    ...comparison.anew(
      where,
      'MeasureResponsibleBodyAssigned',
      measure.responsible,
      leads as unknown as Past[],
      plan.edition,
    ),
    ...partnerWishes(measure.partners ?? [], past, plan.edition).map((each) => ({
      ...each,
      where,
    })),
    ...entries.map((entry) => wish(where, entry.type, entry.data, entry.occurredOn)),
  ];
  return { history, wishes };
};
