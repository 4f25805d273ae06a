import type { Past } from '../timeline.js';

const voidedIn = (history: readonly Past[]): ReadonlySet<string> =>
  new Set(
    history.filter(({ type }) => type === 'EntryVoided').map(({ data }) => data['entry'] as string),
  );

/** Those that count, in order of record. */
export const approvalsIn = (history: readonly Past[]): Past[] => {
  const voided = voidedIn(history);
  return history.filter(({ id, type }) => type === 'RoundtableProtocolApproved' && !voided.has(id));
};

export const approvals = (history: readonly Past[]): ReadonlyMap<string, number> =>
  new Map(approvalsIn(history).map(({ data, revision }) => [data['meeting'] as string, revision]));

export const publishedMeetings = (history: readonly Past[]): ReadonlySet<string> => {
  const voided = voidedIn(history);
  const published = new Set<string>();
  for (const { id, type, data } of history) {
    if (voided.has(id)) continue;
    if (type === 'RoundtableProtocolPublished') published.add(data['meeting'] as string);
    if (type === 'RoundtableProtocolUnpublished') published.delete(data['meeting'] as string);
  }
  return published;
};
