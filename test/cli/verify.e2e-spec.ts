import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { nodeSha256, SigningKey } from '@klimaspur/proofs';
import { copyFolder, EVENTS, LOG, sealedFolder, SIGNED } from '../proofs/sealed-folder.js';
import { startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

let sealed: string;
let data: string;

beforeAll(async () => {
  sealed = await sealedFolder();
  data = join(dirname(sealed), 'copy');
});
beforeEach(() => copyFolder(sealed, data));
afterAll(() => rmSync(dirname(sealed), { recursive: true, force: true }));

const verify = (...words: string[]) => klimaspurIn({ data }, 'verify', ...words);
const stateOf = (folder: string) =>
  readdirSync(folder).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ]);
const inLog = (sql: string) => {
  const db = new DatabaseSync(join(data, 'log.db'));
  db.exec(sql);
  db.close();
};
const inVault = <T>(work: (db: DatabaseSync) => T): T => {
  const db = new DatabaseSync(join(data, 'vault.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
};
const noteOf = (size: number) =>
  inVault((db) =>
    String(db.prepare('SELECT note FROM checkpoints WHERE size = ?').get(size)!['note']),
  );
const keptNote = (size: number): string => {
  const file = join(data, `${size}.txt`);
  writeFileSync(file, noteOf(size));
  return file;
};
const ownKey = () =>
  inVault((db) => {
    const secret = db.prepare("SELECT bytes FROM secrets WHERE name LIKE 'signing-key %'").get()!;
    return new SigningKey(`klimaspur/${LOG}`, secret['bytes'] as Uint8Array).verifier;
  });

describe('klimaspur verify', () => {
  it('says what is proven and what is not, and changes no byte', async () => {
    const before = stateOf(data);
    const { code, out, err } = await verify();
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`all ${EVENTS} entries are as the log wrote them`);
    expect(err).toContain(`the first ${EVENTS} entries, checksum`);
    expect(err).toContain('does not mean that what they say is true');
    expect(err).toContain('--key, --checkpoint');
    expect(stateOf(data)).toEqual(before);
  });

  it('names the first entry that does not fit', async () => {
    inLog(`UPDATE events SET data = replace(data, 'Punkt', 'Rest') WHERE position = 57`);
    const { code, out, err } = await verify();
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Not in order\. Entry no\. 57 \(position 57, measure-.*was changed\.\n$/);
    const german = await klimaspurIn({ data, environment: { LANG: 'de_DE.UTF-8' } }, 'verify');
    expect(german.err).toMatch(/^Nicht in Ordnung\. Eintrag Nr\. 57 .*wurde verändert\.\n$/);
    const { code: sameCode, out: json } = await verify('--json');
    expect(sameCode).toBe(1);
    expect(JSON.parse(json)).toMatchObject({
      ok: false,
      findings: [{ code: 'event-changed', at: { index: 56, position: '0000000000000057' } }],
    });
  });

  it('holds the log against what somebody kept elsewhere', async () => {
    const key = ownKey();
    const old = keptNote(SIGNED[0]!);
    expect((await verify('--key', key, '--checkpoint', old)).code).toBe(0);
    // Whoever has the folder has the key: everything is written and signed anew.
    inLog(`UPDATE events SET data = replace(data, 'Punkt', 'Rest') WHERE position = 7`);
    inVault((db) => db.exec('DELETE FROM checkpoints'));
    rmSync(join(data, 'tree.db'));
    expect((await verify()).code).toBe(0);
    const { code, err } = await verify('--checkpoint', old);
    expect(code).toBe(1);
    expect(err).toMatch(
      /One of the entries was changed, from here: Entry no\. 1 .* to here: Entry no\. 40 /,
    );
  });

  it('takes no other signature for that of the key it was given', async () => {
    const other = new SigningKey(`klimaspur/${LOG}`, nodeSha256(Buffer.from('another')));
    const { code, err } = await verify('--key', other.verifier);
    expect(code).toBe(1);
    expect(err).toContain('signed with another key');
    const forged = keptNote(SIGNED[0]!);
    writeFileSync(forged, other.sign(noteOf(SIGNED[0]!).split('\n\n')[0]! + '\n'));
    expect((await verify('--checkpoint', forged)).err).toContain('is not signed with this key');
  });

  it('says how it is used', async () => {
    expect(await verify('--key', 'nonsense')).toMatchObject({ code: 2 });
    expect(await verify('--checkpoint', join(data, 'nowhere'))).toMatchObject({ code: 2 });
    const nowhere = await klimaspurIn({ data: join(data, 'nowhere') }, 'verify');
    expect(nowhere).toMatchObject({ code: 1, out: '' });
  });

  it('looks on while a server works', async () => {
    const server = await startBuiltServer();
    try {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/api/v1/municipalities`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ text: { name: 'Prüfstadt' } }),
      });
      expect(answer.ok).toBe(true);
      const logOf = () =>
        ['log.db', 'log.db-wal'].map((name) => readFileSync(join(server.folder, name)));
      const before = logOf();
      const ran = await klimaspurIn({ data: server.folder }, 'verify', '--json');
      expect([ran.code, ran.err]).toEqual([0, '']);
      expect(JSON.parse(ran.out)).toMatchObject({ ok: true, findings: [] });
      expect(logOf()).toEqual(before);

      const events = join(server.folder, 'events.jsonl');
      const running = (...words: string[]) =>
        klimaspurIn({ data: server.folder, environment: { KLIMASPUR_TOKEN: token } }, ...words);
      expect((await running('export', 'events', '--proofs', '--out', events)).code).toBe(0);
      const checked = await running('verify', events);
      expect(checked.code).toBe(0);
      expect(checked.err).toMatch(/^In order: .*they are all that was signed\.\n/);
      const line = readFileSync(events, 'utf8').split('\n')[1]!;
      const { id } = JSON.parse(line) as { id: string };
      const proof = await fetch(`${server.url}/api/v1/entries/${id}/proof`, { headers });
      const file = join(server.folder, 'proof.json');
      const text = await proof.text();
      writeFileSync(file, text);
      expect((await running('verify', file)).err).toMatch(/^Proven: entry no\. 1 /);
      writeFileSync(file, text.replace('Prüfstadt', 'Lügenstadt'));
      const forged = await running('verify', file);
      expect([forged.code, forged.err]).toEqual([
        1,
        expect.stringContaining('not the one that was signed'),
      ]);
    } finally {
      await server.stop();
    }
  });
});
