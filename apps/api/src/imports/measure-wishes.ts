import type { Past } from '@klimaspur/domain';
import { derivedId, streamName } from '@klimaspur/event-store';
import type { ImportedMeasure } from '@klimaspur/importers';
import { wish, type Comparison } from './comparison.js';
import { editionEntries } from './edition-entries.js';
import { datesAreKnown } from './own-export.js';
import { partnerWishes } from './partners.js';
import type { Wish } from './stream-writes.js';

/** A measure of the file, its id here, and what is known of it. */
export interface Met {
  readonly measure: ImportedMeasure;
  readonly id: string;
  readonly isNew: boolean;
  readonly wishes: readonly Wish[];
}

/** What the file says of a measure that is not said here yet. */
export const measureWishes = async (
  comparison: Comparison,
  measure: ImportedMeasure,
): Promise<Met> => {
  const { town, plan, context } = comparison;
  const { known, importId } = context;
  const where = `measure ${measure.source.key}`;
  const named = measure.id ? await known.stream(streamName('measure', measure.id)) : [];
  const isElsewhere = named.length > 0 && named[0]?.data['municipality'] !== town.id;
  const there = isElsewhere ? [] : named;
  const before = there.length > 0 ? undefined : await comparison.before(measure.source, 'measure');
  const fresh = derivedId(importId, `measure ${measure.source.key} ${town.id}`);
  const id = before ?? (isElsewhere ? fresh : (measure.id ?? fresh));
  const history = before ? await known.stream(streamName('measure', before)) : there;
  const isNew = history.length === 0;
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
  const news = plan.own
    ? measure.entries.filter((entry) => !datesAreKnown(entry, history))
    : editionEntries(measure.entries, past, plan.edition);
  const entries = isNew ? (measure.origin ?? measure.entries) : news;
  const leads = history.filter(({ data }) => data['responsibility'] !== 'PARTNER');
  const wishes: Wish[] = [
    ...recorded,
    ...comparison.anew(where, 'MeasureDescribed', measure.described, history, plan.edition),
    ...comparison.anew(
      where,
      'MeasureResponsibleBodyAssigned',
      measure.responsible,
      leads,
      plan.edition,
    ),
    ...partnerWishes(measure.partners ?? [], past, plan.edition).map((each) => ({
      ...each,
      where,
    })),
    ...entries.map((entry) => wish(where, entry.type, entry.data, entry.occurredOn)),
  ];
  return { measure, id, isNew, wishes };
};
