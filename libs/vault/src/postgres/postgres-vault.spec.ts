import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type BreakableLine, breakableLine } from '../../../../test/tools/breakable-line.js';
import { freshDatabase, freshSchema, statement } from '../../../../test/tools/postgres.js';
import { openVault } from '../open.js';
import { keepsLeases, shiftLeases } from '../testing/leases.contract.js';
import { keepsItsPromisesBetweenNodes } from '../testing/nodes.contract.js';
import { keepsThePromisesOfAVault } from '../testing/vault.contract.js';
import { newToken } from '../token.js';
import { VaultUnavailable } from '../unavailable.js';
import type { Vault } from '../vault.js';
import { migrations } from './migrations.js';
import { PostgresVault } from './postgres-vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');

let database: string;
beforeAll(async () => {
  database = await freshDatabase();
});

describe('the PostgreSQL vault', () => {
  keepsThePromisesOfAVault(async () => PostgresVault.open(await freshSchema(database)));

  keepsItsPromisesBetweenNodes(async () => {
    const url = await freshSchema(database);
    return Promise.all([PostgresVault.open(url), PostgresVault.open(url)]);
  });

  keepsLeases(async () => {
    const url = await freshSchema(database);
    return {
      nodes: await Promise.all([PostgresVault.open(url), PostgresVault.open(url)]),
      setClock: async (byMs) => void (await statement(url, shiftLeases(byMs))),
    };
  });

  describe('opened by a URL', () => {
    let url: string;
    let vaults: Vault[];
    beforeEach(async () => {
      url = await freshSchema(database);
      vaults = [];
    });
    afterEach(() => Promise.all(vaults.map((vault) => vault.close())));

    const open = async (at = url): Promise<Vault> => {
      const vault = await openVault(at);
      vaults.push(vault);
      return vault;
    };

    it('makes its tables once, by their number, also for several nodes that start at once', async () => {
      await Promise.all(Array.from({ length: 4 }, () => open()));
      await open();
      const done = await statement<{ number: string }>(
        url,
        'SELECT number FROM vault_migrations ORDER BY number',
      );
      expect(done.map(({ number }) => Number(number))).toEqual(
        migrations.map((_statements, index) => index + 1),
      );
    });

    it('goes on with the tables of a newer one', async () => {
      await open();
      await statement(url, 'INSERT INTO vault_migrations VALUES (9999, now())');
      const vault = await open();
      expect(await vault.secret('request')).toHaveLength(32);
    });

    it('destroys what was written a moment before somebody was erased, and not yet committed', async () => {
      const vault = await open();
      const person = randomUUID();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('BEGIN');
      await other.query('INSERT INTO sessions VALUES ($1, $2, $3)', [Buffer.from('x'), person, 9]);
      const erased = vault.forget(person, now);
      expect(await isWaiting(url, erased)).toBe(true);
      await other.query('COMMIT');
      await other.end();
      expect(await erased).toBe(1);
      expect(await statement(url, 'SELECT * FROM sessions')).toEqual([]);
    });

    it('does not wait for ever for somebody who holds a row', async () => {
      const vault = await open(`${url}&lock_timeout=100`);
      await vault.keepPerson({ id: 'a', label: 'A', createdAt: now });
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('BEGIN');
      await other.query('LOCK TABLE persons');
      await expect(vault.relabel('a', 'B')).rejects.toThrow(VaultUnavailable);
      await other.end();
      await vault.relabel('a', 'B');
    });

    it('says nothing about what is kept when PostgreSQL refuses it', async () => {
      const vault = await open();
      const [token, person] = [newToken(), randomUUID()];
      await vault.openSession(token, { person, expiresAt: now });
      const error = await vault.openSession(token, { person, expiresAt: now }).catch((e) => e);
      expect(error).toBeInstanceOf(Error);
      expect(Object.keys(error)).toEqual([]);
      expect(error.message).toMatch(/sessions_pkey.*\(23505\)$/);
      expect(error.message).not.toContain(person);
    });

    it.each([
      ['nobody listens', (at: URL) => (at.port = '1')],
      ['the password is wrong', (at: URL) => (at.password = 'not-this-one')],
      ['there is no such database', (at: URL) => (at.pathname = '/nowhere')],
      ['it speaks no TLS', (at: URL) => at.searchParams.set('sslmode', 'verify-full')],
    ])('does not open where %s, and names no password', async (_what, change) => {
      const at = new URL(url);
      const { password } = at;
      change(at);
      const error = await openVault(at.href).catch((e) => e);
      expect(error).toBeInstanceOf(VaultUnavailable);
      for (const secret of [password, at.password]) {
        expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain(secret);
      }
    });

    describe('over a line that breaks', () => {
      let line: BreakableLine;
      beforeEach(async () => {
        line = await breakableLine(Number(new URL(url).port));
      });
      afterEach(() => line.close());

      const openOverLine = (): Promise<Vault> => {
        const at = new URL(url);
        at.port = String(line.port);
        return open(at.href);
      };

      it('fails with a name of its own, and comes back by itself', async () => {
        const vault = await openOverLine();
        await vault.keepPerson({ id: 'a', label: 'A', createdAt: now });
        const version = vault.publicVersion();
        line.cut();
        await expect(vault.person('a')).rejects.toThrow(VaultUnavailable);
        await expect(vault.relabel('a', 'B')).rejects.toThrow(VaultUnavailable);
        line.mend();
        expect(await vault.person('a')).toMatchObject({ label: 'A' });
        await vault.relabel('a', 'B');
        expect(vault.publicVersion()).not.toBe(version);
      });

      it('keeps nothing of what broke off halfway', async () => {
        const vault = await openOverLine();
        const other = new pg.Client({ connectionString: url });
        await other.connect();
        await other.query('BEGIN');
        await other.query('LOCK TABLE file_uploads');
        const file = { sha256: 'a', mediaType: 'image/png', bytes: 1 };
        const upload = { sha256: 'a', person: 'p', municipality: 'm', name: '', uploadedAt: now };
        const kept = vault.files.keep(file, upload).catch((error: unknown) => error);
        expect(await isWaiting(url, kept)).toBe(true);
        line.cut();
        expect(await kept).toBeInstanceOf(VaultUnavailable);
        await other.query('COMMIT');
        await other.end();
        line.mend();
        expect(await vault.files.some(['a'])).toEqual(new Map());
      });
    });
  });
});

/** Whether this waits for a lock in the database, or is done without. */
async function isWaiting(url: string, work: Promise<unknown>): Promise<boolean> {
  let isDone = false;
  void work.finally(() => (isDone = true));
  const blocked = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while (!isDone) if ((await statement(url, blocked)).length > 0) return true;
  return false;
}
