import type { Past } from '../timeline.js';
import { publicPart } from './roundtable.told.js';

/**
 * The items of which everybody would read what a meeting concluded, were its Protokoll approved as it stands, and published
 * with its table: all but those that a dissent hides.
 */
export const itemsToldOnceApproved = (
  history: readonly Past[],
  meeting: string,
): ReadonlySet<unknown> => {
  const last = history.at(-1);
  const metadata = last?.metadata ?? { occurredOn: null, recordedAt: '' };
  const steps = [
    'RoundtablePublished',
    'RoundtableProtocolApproved',
    'RoundtableProtocolPublished',
  ].map((type, index): Past => {
    const revision = history.length + index;
    return { id: `${type} ${revision}`, revision, type, data: { meeting }, metadata };
  });
  return new Set(
    publicPart([...history, ...steps]).flatMap(({ type, data }) =>
      type === 'RoundtableItemConcluded' && data['meeting'] === meeting ? [data['item']] : [],
    ),
  );
};
