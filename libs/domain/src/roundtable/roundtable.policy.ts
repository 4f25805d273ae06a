import type { EventData, EventType } from '../catalogue.js';
import type { Effect, Policy, PolicyTarget } from '../shared/effect.js';
import { replacementOf } from '../shared/replacement.js';
import type { ItemResult } from '../shared/vocabulary.js';
import { timeline, type Entry } from '../timeline.js';
import { publicPart } from './roundtable.told.js';

const counts: ReadonlySet<string> = new Set([
  'RoundtableItemAdded',
  'RoundtableItemPlaced',
  'RoundtableItemConcluded',
  'RoundtableDissentReleased',
  'RoundtableProposalTakenUp',
  'RoundtableProtocolApproved',
  'RoundtableProtocolPublished',
  'RoundtableProtocolUnpublished',
  'RoundtablePublished',
  'RoundtableUnpublished',
  'EntryCorrected',
  'EntryVoided',
]);

/** With these a table stands behind a proposal; one that is not of one mind, or lets go, proposes nothing. */
const proposes: ReadonlySet<ItemResult> = new Set<ItemResult>([
  'CONSENSUS',
  'MAJORITY',
  'HANDED_OVER',
]);

/**
 * Writes into each measure what a round table said of it, once everybody may read it there: that it was proposed, or that it
 * was talked about. A measure has one state for all readers, so what the Protokoll keeps to itself must not move it. Never
 * that it was decided: a round table adopts nothing.
 */
export const roundtablePolicy: Policy = {
  category: 'roundtable',

  /** Nothing has an effect before a publication, so what is prepared for a meeting need not be looked at. */
  reactsTo: (type) =>
    counts.has(type) && type !== 'RoundtableItemAdded' && type !== 'RoundtableItemPlaced',

  matters: (history) => history.filter(({ type }) => counts.has(type)),

  touches: (history) => {
    const measures = new Set(
      history
        .flatMap((past) => [
          past.data,
          ...(past.type === 'EntryCorrected' ? [replacementOf(past.data)] : []),
        ])
        .map(({ measure }) => measure)
        .filter((measure) => typeof measure === 'string'),
    );
    return [...measures].map((id): PolicyTarget => ({ category: 'measure', id }));
  },

  /** One for each time that a published Protokoll tells of an item about the measure, or that it came from. */
  effects: (roundtable, history) => {
    const entries = timeline(publicPart(history));
    const added = of(entries, 'RoundtableItemAdded');
    const takenUp = of(entries, 'RoundtableProposalTakenUp');
    return of(entries, 'RoundtableItemConcluded').flatMap(({ entry, data }) => {
      const item = added.find((other) => other.data.item === data.item)?.data;
      if (!item) return [];
      const subjects = [
        ...(item.measure === undefined ? [] : [item.measure]),
        ...takenUp.filter((other) => other.data.item === data.item).map((it) => it.data.measure),
      ];
      return [...new Set(subjects)].map((measure): Effect => ({
        target: { category: 'measure', id: measure },
        ...said(item.kind === 'PROPOSAL', data.result, { roundtable, source: entry.id }),
        occurredOn: entry.occurredOn,
      }));
    });
  },
};

const said = (
  isProposal: boolean,
  result: ItemResult,
  from: { readonly roundtable: string; readonly source: string },
) =>
  isProposal && proposes.has(result)
    ? { type: 'MeasureProposed', data: { origin: 'ROUND_TABLE', ...from } }
    : { type: 'MeasureDiscussed', data: { result, ...from } };

const of = <T extends EventType>(entries: readonly Entry[], type: T) =>
  entries
    .filter((entry) => entry.type === type)
    .map((entry) => ({ entry, data: entry.data as unknown as EventData<T> }));
