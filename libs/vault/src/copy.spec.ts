import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, freshSchema, statement } from '../../../test/tools/postgres.js';
import { copyVault, VaultNotEmpty } from './copy.js';
import { signingLease } from './lease.js';
import { openDatabase, openVault } from './open.js';
import { tables } from './sql/tables.js';
import { newToken } from './token.js';
import type { Vault } from './vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');

let database: string;
let folder: string;
let file: string;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  file = `sqlite:${join(folder, 'vault.db')}`;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Something in every table; in one of them more than is copied at once. */
async function fill(vault: Vault): Promise<void> {
  const [person, municipality, erased] = [randomUUID(), randomUUID(), randomUUID()];
  const at = { municipality, measure: municipality };
  await vault.keepPerson({ id: person, label: 'Ömer „Ö“', createdAt: now });
  const terms = { id: randomUUID(), role: 'LEAD', madeBy: person, expiresAt: now };
  await vault.keepLoginLink(newToken(), { ...terms, person });
  await vault.openSession(newToken(), { person, expiresAt: now });
  await vault.keepPage({ key: 'imprint', lang: 'de', text: 'Verein\n🌍', changedAt: now });
  const responsible = { name: 'H. B.', address: '', email: '', changedAt: now };
  await vault.keepResponsible(municipality, responsible);
  const told = { ...at, text: 'Hinweis', receivedAt: now, expiresAt: now, state: 'open' } as const;
  await vault.keepNotice({ id: randomUUID(), ...told });
  await vault.measureNotes.keep({ id: randomUUID(), ...at, text: 'Notiz', writtenAt: now });
  await vault.contacts.keep({ id: randomUUID(), municipality, actor: person, changedAt: now });
  await vault.meetingNotes.keep({ meeting: person, municipality, text: 'Raum 3', changedAt: now });
  const upload = { person, municipality, name: 'a.pdf', uploadedAt: now };
  const sha256 = 'a'.repeat(64);
  await vault.files.keep({ sha256, mediaType: 'image/png', bytes: 3 }, { sha256, ...upload });
  await vault.secret('request');
  await vault.renewSecret('old', now);
  const lease = (await vault.leases.take(signingLease('o'), 'me', 60_000))!;
  for (let size = 1; size <= 501; size += 1) {
    const signed = { origin: 'o', size, root: randomBytes(32), note: `${size}`, signedAt: now };
    await vault.checkpoints.keep(signed, size - 1, lease);
  }
  const parked = { projection: 'views', stream: 'measure-1', event: person };
  await vault.dismissals.keep({ ...parked, reason: 'Versehen', at: now });
  await vault.forget(erased, now);
}

const rowsIn = async (url: string): Promise<Record<string, unknown[]>> => {
  const db = await openDatabase(url);
  try {
    const rows: Record<string, unknown[]> = {};
    for (const { name, key, others } of tables) {
      const columns = [...key, ...others].join(', ');
      const all = await db.all<Record<string, unknown>>(
        `SELECT ${columns} FROM ${name} ORDER BY ${key.join(', ')}`,
      );
      rows[name] = all.map((row) =>
        Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ),
      );
    }
    return rows;
  } finally {
    await db.close();
  }
};

describe('a vault that is copied', () => {
  it('comes whole into a database, and back into a file', async () => {
    const vault = await openVault(file);
    await fill(vault);
    await vault.close();
    const kept = await rowsIn(file);
    for (const { name } of tables) expect([name, kept[name]!.length]).not.toEqual([name, 0]);
    const [url, back] = [await freshSchema(database), `sqlite:${join(folder, 'back.db')}`];
    const count = Object.values(kept).flat().length;
    expect(await copyVault(file, url)).toBe(count);
    expect(await rowsIn(url)).toEqual(kept);
    expect(await copyVault(url, back)).toBe(count);
    expect(await rowsIn(back)).toEqual(kept);
  });

  it('holds all tables and columns that there are in either', async () => {
    const url = await freshSchema(database);
    await (await openVault(url)).close();
    await (await openVault(file)).close();
    const inDatabase = await statement<{ told: string }>(
      url,
      `SELECT table_name || '.' || column_name AS told FROM information_schema.columns
      WHERE table_schema = current_schema()`,
    );
    const db = await openDatabase(file);
    const inFile = await db.all<{ told: string }>(
      `SELECT t.name || '.' || c.name AS told FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table'`,
    );
    await db.close();
    const copied = tables.flatMap(({ name, key, others }) =>
      [...key, ...others].map((column) => `${name}.${column}`),
    );
    for (const there of [inDatabase, inFile]) {
      const names = there.map(({ told }) => told);
      const own = names.filter((name) => !/^(public_version|vault_migrations)\./.test(name));
      expect(new Set(own)).toEqual(new Set(copied));
    }
  });

  it('goes nowhere where something is kept already, and changes nothing there', async () => {
    const url = await freshSchema(database);
    for (const place of [file, url]) {
      const vault = await openVault(place);
      await vault.secret('request');
      await vault.close();
    }
    const before = await rowsIn(url);
    await expect(copyVault(file, url)).rejects.toThrow(VaultNotEmpty);
    expect(await rowsIn(url)).toEqual(before);
  });

  it('shows its names at a node that had the empty one open', async () => {
    const url = await freshSchema(database);
    const [vault, node] = [await openVault(file), await openVault(url)];
    const before = node.publicVersion();
    await vault.keepPerson({ id: 'a', label: 'A', createdAt: now });
    await copyVault(file, url);
    while (node.publicVersion() === before) await node.isNew();
    expect(await node.person('a')).toMatchObject({ label: 'A' });
    await Promise.all([vault.close(), node.close()]);
  });
});
