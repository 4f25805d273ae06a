import { replacementOf } from '../shared/replacement.js';
import type { Past } from '../timeline.js';

/** The ids of what was agreed between the meetings, in whatever version, with somebody who is none of these. */
export const agreedBetweenWithOthers = (
  history: readonly Past[],
  actors: ReadonlySet<unknown>,
): ReadonlySet<string> => {
  const agreed = new Set(
    history.flatMap(({ id, type }) => (type === 'RoundtableFollowUpAgreed' ? [id] : [])),
  );
  return new Set(
    history.flatMap(({ id, type, data }) => {
      const entry = type === 'EntryCorrected' ? (data['entry'] as string) : id;
      const { meeting, actor } = entry === id ? data : replacementOf(data);
      return agreed.has(entry) && meeting === undefined && !actors.has(actor) ? [entry] : [];
    }),
  );
};
