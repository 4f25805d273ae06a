import { replacementOf } from '../shared/replacement.js';
import { berlinDay, firstDay } from '../shared/partial-date.js';
import type { Past } from '../timeline.js';

/** Up to which revision an entry was still a draft of the Protokoll; undefined: it never was. */
export type DraftUntil = (entry: Past) => number | undefined;

/**
 * Told entries as they were when their Protokoll was approved first: what was corrected or taken back before that was
 * never approved, and is told to nobody, not even as what an entry once said.
 */
export const asApproved = (told: readonly Past[], draftUntil: DraftUntil): Past[] => {
  const byId = new Map(told.map((past) => [past.id, past]));
  const last = new Map<string, Past>();
  const gone = new Set<string>();
  for (const past of told) {
    const target = byId.get(past.data['entry'] as string);
    if (!target || past.revision > (draftUntil(rootOf(target, byId)) ?? -1)) continue;
    if (past.type === 'EntryVoided') for (const { id } of [past, target]) gone.add(id);
  }
  for (const past of told) {
    const target = byId.get(past.data['entry'] as string);
    if (past.type !== 'EntryCorrected' || !target || gone.has(past.id)) continue;
    if (past.revision > (draftUntil(target) ?? -1)) continue;
    last.set(target.id, past);
    gone.add(past.id);
  }
  return told.flatMap((past) => {
    const { entry } = past.data;
    if (gone.has(past.id) || (typeof entry === 'string' && gone.has(entry))) return [];
    const correction = last.get(past.id);
    return correction ? [corrected(past, correction)] : [past];
  });
};

/** The entry that something was said about, however often. */
const rootOf = (past: Past, byId: ReadonlyMap<string, Past>): Past => {
  const target = byId.get(past.data['entry'] as string);
  return target ? rootOf(target, byId) : past;
};

/** The same entry as the correction has it; what happened only after it was recorded counts from the correction on. */
const corrected = (past: Past, correction: Past): Past => {
  const { occurredOn } = correction.metadata;
  const isLater = occurredOn !== null && firstDay(occurredOn) > berlinDay(past.metadata.recordedAt);
  const { recordedAt } = isLater ? correction.metadata : past.metadata;
  const metadata = { ...past.metadata, occurredOn, recordedAt };
  return { ...past, data: replacementOf(correction.data), metadata };
};
