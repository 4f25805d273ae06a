import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { keepsLeases, shiftLeases } from '../testing/leases.contract.js';
import { keepsItsPromisesBetweenNodes } from '../testing/nodes.contract.js';
import { keepsThePromisesOfAVault } from '../testing/vault.contract.js';
import { newToken } from '../token.js';
import { SqliteVault } from './sqlite-vault.js';

describe('the SQLite vault', () => {
  keepsThePromisesOfAVault(async () => SqliteVault.open(':memory:'));

  describe('on the disk', () => {
    let folder: string;
    let file: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
      file = join(folder, 'vault.db');
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    keepsItsPromisesBetweenNodes(async () => [SqliteVault.open(file), SqliteVault.open(file)]);

    keepsLeases(async () => ({
      nodes: [SqliteVault.open(file), SqliteVault.open(file)],
      setClock: async (byMs) => {
        const db = new DatabaseSync(file);
        db.exec(shiftLeases(byMs));
        db.close();
      },
    }));

    const bytes = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

    it('is found again, by a second process too', async () => {
      const vault = SqliteVault.open(file);
      const secret = await vault.secret('request');
      const other = SqliteVault.open(file);
      expect(Buffer.from(await other.secret('request')).equals(secret)).toBe(true);
      await Promise.all([vault.close(), other.close()]);
    });

    it('waits for another program that holds the file, and lets everybody else go on meanwhile', async () => {
      const vault = SqliteVault.open(file);
      const person = { id: 'a', label: 'Monitor', createdAt: 0 };
      const other = new DatabaseSync(file);
      for (const keep of [
        () => vault.keepPerson(person),
        () => vault.renewSecret('request', 0),
        () => vault.leases.take('work', 'me', 1),
      ]) {
        other.exec('BEGIN IMMEDIATE');
        const kept = keep();
        await turn();
        other.exec('ROLLBACK');
        await kept;
      }
      other.close();
      expect(await vault.person('a')).toEqual(person);
      await vault.close();
    });

    it('says at once that what pages show has changed, wherever in this process it was', async () => {
      const [vault, other] = [SqliteVault.open(file), SqliteVault.open(file)];
      const versions = [vault.publicVersion()];
      for (const change of [
        () => other.keepPerson({ id: 'a', label: 'Monitor', createdAt: 0 }),
        () => other.relabel('a', 'Monitorin'),
        () => other.forget('a', 1),
      ]) {
        const changed = change();
        expect(vault.publicVersion()).toBeDefined();
        await changed;
        versions.push(vault.publicVersion());
      }
      expect(new Set(versions).size).toBe(versions.length);
      await Promise.all([vault.close(), other.close()]);
    });

    it('is for the eyes of its owner', async () => {
      const vault = SqliteVault.open(file);
      await vault.secret('request');
      const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
      expect(new Set(modes)).toEqual(new Set([0o600]));
      await vault.close();
    });

    it('holds no credential in clear', async () => {
      const vault = SqliteVault.open(file);
      const [link, session, person] = [newToken(), newToken(), randomUUID()];
      const expiresAt = Date.now() + 1000;
      const terms = { id: randomUUID(), role: 'LEAD', madeBy: person, expiresAt };
      await vault.keepLoginLink(link, { ...terms, person });
      await vault.openSession(session, { person, expiresAt });
      await vault.close();
      expect(bytes().includes(person)).toBe(true);
      for (const token of [link, session]) {
        expect(bytes().includes(token)).toBe(false);
        expect(bytes().includes(Buffer.from(token, 'base64url'))).toBe(false);
      }
    });

    it('leaves no trace of a deleted notice, of a replaced page, or of who was responsible', async () => {
      const vault = SqliteVault.open(file);
      const id = randomUUID();
      const email = 'hannelore@example.org';
      const told = { municipality: id, measure: id, text: 'Ein Hinweis', email };
      const until = Date.now() + 1000;
      await vault.keepNotice({ id, ...told, receivedAt: 0, expiresAt: until, state: 'open' });
      const page = { key: 'imprint', lang: 'de', text: `Post an ${email}`, changedAt: 0 };
      await vault.keepPage(page);
      await vault.keepResponsible(id, { name: 'H. B.', address: '', email, changedAt: 0 });
      expect(bytes().includes(email)).toBe(true);
      await vault.deleteNotice(id);
      await vault.keepPage({ ...page, text: 'Post an den Verein' });
      await vault.forgetResponsible(id);
      expect(bytes().includes(email)).toBe(false);
      await vault.close();
    });

    it('leaves no trace of an internal note that was changed or deleted', async () => {
      const vault = SqliteVault.open(file);
      const id = randomUUID();
      const of = { municipality: id, measure: id, writtenAt: 0 };
      await vault.measureNotes.keep({ id, ...of, text: 'Hannelore anrufen' });
      const change = { changedAt: 1, changedBy: id };
      await vault.measureNotes.change(id, { text: 'Hildegard anrufen', ...change });
      expect(bytes().includes('Hannelore')).toBe(false);
      expect(bytes().includes('Hildegard')).toBe(true);
      await vault.measureNotes.delete(id);
      expect(bytes().includes('Hildegard')).toBe(false);
      await vault.close();
    });

    it('leaves no trace of a contact that was deleted, or of a link that was replaced', async () => {
      const vault = SqliteVault.open(file);
      const id = randomUUID();
      const email = 'hannelore@example.org';
      const joinUrl = 'https://konferenz.example/geheim';
      await vault.contacts.keep({ id, municipality: id, actor: id, email, changedAt: 0 });
      await vault.meetingNotes.keep({ meeting: id, municipality: id, joinUrl, changedAt: 0 });
      expect(bytes().includes(email) && bytes().includes(joinUrl)).toBe(true);
      await vault.contacts.delete(id);
      await vault.meetingNotes.keep({ meeting: id, municipality: id, changedAt: 1 });
      expect(bytes().includes(email) || bytes().includes(joinUrl)).toBe(false);
      await vault.close();
    });

    it('leaves no trace of a forgotten name', async () => {
      const vault = SqliteVault.open(file);
      const person = { id: randomUUID(), label: 'Hannelore Beispiel', createdAt: 0 };
      await vault.keepPerson(person);
      expect(bytes().includes(person.label)).toBe(true);
      await vault.forget(person.id, 9);
      expect(bytes().includes(person.label)).toBe(false);
      await vault.close();
    });
  });
});
