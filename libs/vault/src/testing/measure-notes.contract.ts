import { randomUUID } from 'node:crypto';
import type { MeasureNote } from '../measure-note.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const [municipality, measure] = [randomUUID(), randomUUID()];

const aNote = (changes: Partial<MeasureNote> = {}): MeasureNote => ({
  id: randomUUID(),
  municipality,
  measure,
  text: 'Im Mai beim Tiefbauamt nachfragen.',
  writtenAt: now,
  writtenBy: randomUUID(),
  ...changes,
});

/** What a team writes for itself. */
export function keepsMeasureNotes(vault: () => Vault): void {
  const notes = () => vault().measureNotes;

  describe('an internal note', () => {
    it('is kept once, and found at its measure, the newest first', async () => {
      const [old, fresh] = [aNote({ writtenAt: now - 1 }), aNote()];
      const elsewhere = [aNote({ measure: randomUUID() }), aNote({ municipality: randomUUID() })];
      for (const note of [old, fresh, ...elsewhere]) await notes().keep(note);
      await notes().keep({ ...old, text: 'Noch einmal gesendet' });
      expect(await notes().ofMeasure(municipality, measure)).toEqual([fresh, old]);
      expect(await notes().one(old.id)).toEqual(old);
      expect(await notes().one(randomUUID())).toBeUndefined();
    });

    it('is changed with who did it and when', async () => {
      const note = aNote();
      await notes().keep(note);
      const change = { text: 'Erledigt', changedAt: now + 1, changedBy: randomUUID() };
      await notes().change(note.id, change);
      await notes().change(randomUUID(), change);
      expect(await notes().ofMeasure(municipality, measure)).toEqual([{ ...note, ...change }]);
    });

    it('is gone when it is deleted', async () => {
      const note = aNote();
      await notes().keep(note);
      await notes().delete(note.id);
      await notes().delete(randomUUID());
      expect(await notes().one(note.id)).toBeUndefined();
    });

    it('no longer names who wrote or changed it once they are forgotten', async () => {
      const [person, other] = [randomUUID(), randomUUID()];
      const change = { changedAt: now, changedBy: other };
      const { writtenBy: _, ...unnamed } = aNote({ ...change });
      await notes().keep({ ...unnamed, writtenBy: person });
      await vault().forget(person, 9);
      expect(await notes().one(unnamed.id)).toEqual(unnamed);
      await vault().forget(other, 9);
      expect(await notes().one(unnamed.id)).not.toHaveProperty('changedBy');
    });
  });
}
