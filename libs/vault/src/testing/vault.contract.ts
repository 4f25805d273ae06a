import { randomUUID } from 'node:crypto';
import { PersonErased } from '../erased-person.js';
import { newToken } from '../token.js';
import type { NewLoginLink, Vault } from '../vault.js';
import { keepsCheckpoints } from './checkpoints.contract.js';
import { keepsDismissals } from './dismissals.contract.js';
import { keepsMeasureNotes } from './measure-notes.contract.js';
import { keepsFiles } from './files.contract.js';
import { keepsMeetings } from './meetings.contract.js';
import { keepsNotices } from './notices.contract.js';
import { keepsPersonRecords } from './person-records.contract.js';
import { keepsSitePages } from './site-pages.contract.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const hour = 3_600_000;
const anna = { id: randomUUID(), label: 'AG Klima', createdAt: now };

const aLink = (changes: Partial<NewLoginLink> = {}): NewLoginLink => ({
  id: randomUUID(),
  role: 'OPERATOR',
  person: randomUUID(),
  madeBy: anna.id,
  expiresAt: now + hour,
  ...changes,
});

const aFile = { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 3 };
const anUpload = { sha256: aFile.sha256, municipality: anna.id, name: '', uploadedAt: now };
const aNote = { id: randomUUID(), municipality: '', measure: '', text: 'a', writtenAt: now };

/** What every vault keeps, whatever it is kept in. `open` gives an empty one. */
export function keepsThePromisesOfAVault(open: () => Promise<Vault>): void {
  let vault: Vault;
  beforeEach(async () => {
    vault = await open();
  });
  afterEach(() => vault.close());

  describe('a person', () => {
    it('is kept once and found by the pseudonym', async () => {
      expect(await vault.keepPerson(anna)).toEqual(anna);
      expect(await vault.keepPerson({ ...anna, label: 'somebody else' })).toEqual(anna);
      expect(await vault.person(anna.id)).toEqual(anna);
      expect(await vault.person(randomUUID())).toBeUndefined();
    });

    it('appears under the present label', async () => {
      await vault.keepPerson(anna);
      await vault.relabel(anna.id, 'Klimagruppe');
      await vault.relabel(randomUUID(), 'nobody');
      expect(await vault.labels([anna.id, randomUUID()])).toEqual(
        new Map([[anna.id, 'Klimagruppe']]),
      );
      expect(await vault.labels([])).toEqual(new Map());
    });

    it('is forgotten with everything that leads to them', async () => {
      const [link, session] = [newToken(), newToken()];
      await vault.keepPerson(anna);
      await vault.keepLoginLink(link, aLink({ person: anna.id }));
      await vault.openSession(session, { person: anna.id, expiresAt: now + hour });
      await vault.forget(anna.id, 9);
      expect(await vault.person(anna.id)).toBeUndefined();
      expect(await vault.loginLink(link)).toBeUndefined();
      expect(await vault.session(session, now)).toBeUndefined();
    });

    it('is invited, then here, then erased; of others nothing is known', async () => {
      const link = aLink();
      const standing = () => vault.standing(link.person);
      expect(await standing()).toBe('unknown');
      const token = newToken();
      await vault.keepLoginLink(token, link);
      expect(await standing()).toBe('invited');
      await vault.redeem(token, 'AG Klima', now);
      expect(await standing()).toBe('here');
      expect(await vault.erased()).toEqual([]);
      expect(await vault.forget(link.person, now)).toBeGreaterThan(0);
      expect(await standing()).toBe('erased');
      expect(await vault.forget(link.person, now + 1)).toBe(0);
      expect(await vault.erased()).toEqual([{ person: link.person, at: now }]);
    });

    it.each<[string, (person: string) => Promise<unknown>]>([
      ['a name', (id) => vault.keepPerson({ ...anna, id })],
      ['another name', (id) => vault.relabel(id, 'Anna')],
      ['a way in', (person) => vault.keepLoginLink(newToken(), aLink({ person }))],
      ['a session', (person) => vault.openSession(newToken(), { person, expiresAt: now })],
      ['a key', (person) => vault.secret(`calendar:${person}`)],
      ['a file', (person) => vault.files.keep(aFile, { ...anUpload, person })],
      ['a note', (writtenBy) => vault.measureNotes.keep({ ...aNote, writtenBy })],
      [
        'a changed note',
        async (changedBy) => {
          await vault.measureNotes.keep(aNote);
          await vault.measureNotes.change(aNote.id, { text: 'b', changedAt: now, changedBy });
        },
      ],
    ])('who was erased gets not %s any more', async (_what, write) => {
      await vault.keepPerson(anna);
      await vault.forget(anna.id, now);
      await expect(write(anna.id)).rejects.toThrow(PersonErased);
      expect(await vault.standing(anna.id)).toBe('erased');
      await write(randomUUID());
    });
  });

  describe('a sign-in link', () => {
    it('can be looked at as often as one likes', async () => {
      const [token, link] = [newToken(), aLink({ role: 'LEAD', municipality: randomUUID() })];
      await vault.keepLoginLink(token, link);
      expect(await vault.loginLink(token)).toEqual(link);
      expect(await vault.loginLink(token)).toEqual(link);
      expect(await vault.loginLink(newToken())).toBeUndefined();
    });

    it('makes the person at the first use, and cannot be used again', async () => {
      const [token, link] = [newToken(), aLink()];
      await vault.keepLoginLink(token, link);
      const person = { id: link.person, label: 'AG Klima', createdAt: now };
      expect(await vault.redeem(token, 'AG Klima', now)).toEqual({ person });
      expect(await vault.person(link.person)).toEqual(person);
      expect(await vault.redeem(token, 'AG Klima', now)).toEqual({ refused: 'used' });
      expect(await vault.loginLink(token)).toEqual({ ...link, usedAt: now });
    });

    it('lets one of many in who try at once', async () => {
      const token = newToken();
      await vault.keepLoginLink(token, aLink());
      const tries = Array.from({ length: 8 }, () => vault.redeem(token, 'AG Klima', now));
      const answers = await Promise.all(tries);
      expect(answers.filter((answer) => 'person' in answer)).toHaveLength(1);
    });

    it('asks a new person for a label before it is used up', async () => {
      const token = newToken();
      await vault.keepLoginLink(token, aLink());
      expect(await vault.redeem(token, undefined, now)).toEqual({ refused: 'label-missing' });
      expect(await vault.redeem(token, 'AG Klima', now)).toHaveProperty('person');
    });

    it('leaves somebody who is here already their label', async () => {
      const token = newToken();
      await vault.keepPerson(anna);
      await vault.keepLoginLink(token, aLink({ person: anna.id }));
      expect(await vault.redeem(token, undefined, now)).toEqual({ person: anna });
    });

    it('for a town is listed until it is used, taken away or over', async () => {
      const municipality = randomUUID();
      const [used, gone, over, open] = [newToken(), newToken(), newToken(), newToken()];
      const links = [0, 0, -hour, 0].map((late) =>
        aLink({ role: 'MONITOR', municipality, expiresAt: now + hour + late }),
      );
      for (const [index, token] of [used, gone, over, open].entries()) {
        await vault.keepLoginLink(token, links[index]!);
      }
      await vault.keepLoginLink(newToken(), aLink({ municipality: randomUUID() }));
      await vault.redeem(used, 'AG Klima', now);
      await vault.removeLoginLink(links[1]!.id);
      await vault.removeLoginLink(randomUUID());
      expect(await vault.openLoginLinks(municipality, now)).toEqual([links[3]]);
      expect(await vault.loginLink(gone)).toBeUndefined();
    });

    it('runs out', async () => {
      const token = newToken();
      await vault.keepLoginLink(token, aLink());
      expect(await vault.redeem(token, 'AG Klima', now + hour)).toEqual({ refused: 'expired' });
      expect(await vault.redeem(newToken(), 'AG Klima', now)).toEqual({ refused: 'unknown' });
    });
  });

  describe('a session', () => {
    it('is there until it is closed', async () => {
      const [token, session] = [newToken(), { person: anna.id, expiresAt: now + hour }];
      await vault.openSession(token, session);
      expect(await vault.session(token, now)).toEqual(session);
      await vault.closeSession(token);
      expect(await vault.session(token, now)).toBeUndefined();
      await vault.closeSession(token);
    });

    it('is closed with all others of the same person', async () => {
      const [here, there, other] = [newToken(), newToken(), newToken()];
      const session = { person: anna.id, expiresAt: now + hour };
      await vault.openSession(here, session);
      await vault.openSession(there, session);
      await vault.openSession(other, { ...session, person: randomUUID() });
      await vault.closeSessionsOf(anna.id);
      expect(await vault.session(here, now)).toBeUndefined();
      expect(await vault.session(there, now)).toBeUndefined();
      expect(await vault.session(other, now)).toBeDefined();
    });

    it('is over when its time is', async () => {
      const token = newToken();
      await vault.openSession(token, { person: anna.id, expiresAt: now + hour });
      expect(await vault.session(token, now + hour)).toBeUndefined();
    });
  });

  keepsPersonRecords(() => vault);
  keepsSitePages(() => vault);
  keepsNotices(() => vault);
  keepsMeasureNotes(() => vault);
  keepsCheckpoints(() => vault);
  keepsMeetings(() => vault);
  keepsDismissals(() => vault);
  keepsFiles(() => vault);

  it('is new until it has a secret', async () => {
    expect(await vault.isNew()).toBe(true);
    await vault.secret('request');
    expect(await vault.isNew()).toBe(false);
  });

  it('keeps a secret by its name', async () => {
    const [first, again, other] = [
      await vault.secret('request'),
      await vault.secret('request'),
      await vault.secret('other'),
    ];
    expect(first).toHaveLength(32);
    expect(Buffer.from(again).equals(first)).toBe(true);
    expect(Buffer.from(other).equals(first)).toBe(false);
  });

  it('makes another secret in place of one that was destroyed, and knows since when', async () => {
    const name = 'to-be-destroyed';
    const first = await vault.secret(name);
    expect(await vault.secretSince(name)).toBeUndefined();
    await vault.renewSecret(name, now);
    const second = await vault.secret(name);
    expect(second).toHaveLength(32);
    expect(Buffer.from(second).equals(first)).toBe(false);
    await vault.renewSecret(name, now + 1);
    expect(await vault.secretSince(name)).toBe(now + 1);
  });

  it('throws away what has run out', async () => {
    const [old, fresh] = [newToken(), newToken()];
    await vault.keepLoginLink(old, aLink({ expiresAt: now }));
    await vault.keepLoginLink(fresh, aLink());
    await vault.tidy(now);
    expect(await vault.loginLink(old)).toBeUndefined();
    expect(await vault.loginLink(fresh)).toBeDefined();
  });
}
