import { messages } from '@klimaspur/messages';
import type { HistoryEntry } from '@klimaspur/read-models';
import { sheetChanges } from './sheet-changes.js';

const t = messages('de');
let count = 0;
const entry = (type: HistoryEntry['type'], text: object, more: Partial<HistoryEntry> = {}) =>
  ({ id: `e${(count += 1)}`, type, data: { text }, voidedBy: null, ...more }) as HistoryEntry;
const recorded = entry('MeasureRecorded', { title: 'Bäume' });
const described = (text: object, more?: Partial<HistoryEntry>) =>
  entry('MeasureDescribed', text, more);
/** Of the entries in the order in which they were made: by number, what each changed. */
const changesOf = (...entries: HistoryEntry[]) => {
  const changes = sheetChanges(entries.toReversed(), t);
  return entries.map(({ id }) => changes.get(id)?.changes);
};

describe('what a description changed', () => {
  it('is nothing where it says the same again', () => {
    const same = { title: 'Bäume', steps: [{ text: 'Graben', end: '2027' }] };
    expect(changesOf(recorded, described(same), described(same))).toEqual([
      undefined,
      [{ label: 'Handlungsschritte', from: '', to: 'Graben · 2027' }],
      [],
    ]);
  });

  it('is not told of a text that was taken out, nor against it', () => {
    const gone = described({ '#': 'a'.repeat(64) });
    const [, , taken, after, later] = changesOf(
      recorded,
      described({ title: 'Bäume', goal: 'eins' }),
      gone,
      described({ title: 'Bäume', goal: 'zwei' }),
      described({ title: 'Bäume', goal: 'drei' }),
    );
    expect([taken, after]).toEqual([undefined, undefined]);
    expect(later).toEqual([{ label: 'Ziel', from: 'zwei', to: 'drei' }]);
  });
});
