import { randomUUID } from 'node:crypto';
import type { Contact } from '../contact.js';
import type { MeetingNote } from '../meeting-note.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const [municipality, actor] = [randomUUID(), randomUUID()];

const aContact = (changes: Partial<Contact> = {}): Contact => ({
  id: randomUUID(),
  municipality,
  actor,
  name: 'Erika Muster',
  email: 'erika@radfreunde.example',
  note: 'Nur abends',
  changedAt: now,
  ...changes,
});

/** Whom a team invites to its round tables, and how they join. */
export function keepsMeetings(vault: () => Vault): void {
  const contacts = () => vault().contacts;
  const notes = () => vault().meetingNotes;

  describe('a contact', () => {
    it('is kept once and found in its town, by organisation and name', async () => {
      const [zoe, adam] = [aContact({ name: 'zoe' }), aContact({ name: 'Adam' })];
      for (const one of [zoe, adam, aContact({ municipality: randomUUID() })]) {
        await contacts().keep(one);
      }
      await contacts().keep({ ...zoe, name: 'Noch einmal gesendet' });
      expect(await contacts().ofTown(municipality)).toEqual([adam, zoe]);
      expect(await contacts().one(zoe.id)).toEqual(zoe);
      expect(await contacts().one(randomUUID())).toBeUndefined();
    });

    it('need not have a name', async () => {
      const { name: _, note: _note, ...bare } = aContact();
      await contacts().keep(bare);
      expect(await contacts().one(bare.id)).toEqual(bare);
    });

    it('is changed as a whole, and gone when it is deleted', async () => {
      const { id, ...before } = aContact();
      await contacts().keep({ id, ...before });
      await contacts().change(id, { name: 'Ersatz', changedAt: now + 1 });
      await contacts().change(randomUUID(), { name: 'Niemand', changedAt: now });
      const after = { id, municipality, actor, name: 'Ersatz', changedAt: now + 1 };
      expect(await contacts().ofTown(municipality)).toEqual([after]);
      await contacts().delete(id);
      await contacts().delete(randomUUID());
      expect(await contacts().ofTown(municipality)).toEqual([]);
    });
  });

  describe('what a team keeps of a meeting', () => {
    const aNote = (changes: Partial<MeetingNote> = {}): MeetingNote => ({
      meeting: randomUUID(),
      municipality,
      joinUrl: 'https://konferenz.example/raum',
      text: 'Schlüssel am Empfang',
      changedAt: now,
      ...changes,
    });

    it('is what was said last, for this town alone', async () => {
      const note = aNote();
      await notes().keep(note);
      await notes().keep(aNote({ municipality: randomUUID(), meeting: note.meeting }));
      const { joinUrl: _, ...later } = { ...note, text: 'Raum 3', changedAt: now + 1 };
      await notes().keep(later);
      expect(await notes().one(municipality, note.meeting)).toEqual(later);
      expect(await notes().ofTown(municipality)).toEqual(new Map([[note.meeting, later]]));
      expect(await notes().one(randomUUID(), note.meeting)).toBeUndefined();
    });

    it('is gone where nothing is said any more', async () => {
      const note = aNote();
      await notes().keep(note);
      await notes().keep({ meeting: note.meeting, municipality, changedAt: now + 1 });
      expect(await notes().one(municipality, note.meeting)).toBeUndefined();
    });
  });
}
