import { cpSync, createWriteStream, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { restoreBackup } from '@klimaspur/backup';
import { openVault } from '@klimaspur/vault';
import { StartTrouble } from '../../apps/api/src/persistence/start-trouble.js';
import { TestApp, token } from '../api/app.js';
import { copyFolder, EVENTS, LOG, sealedFolder } from '../proofs/sealed-folder.js';
import { freshDatabase, freshSchema, statement } from '../tools/postgres.js';
import { klimaspurIn } from '../tools/shell.js';

let sealed: string;
let data: string;
let database: string;
let url: string;

beforeAll(async () => {
  sealed = await sealedFolder();
  data = join(dirname(sealed), 'copy');
  database = await freshDatabase();
});
beforeEach(async () => {
  copyFolder(sealed, data);
  url = await freshSchema(database);
});
afterAll(() => rmSync(dirname(sealed), { recursive: true, force: true }));

const klimaspur = (...words: string[]) =>
  klimaspurIn({ data, environment: { KLIMASPUR_VAULT: url } }, ...words);

describe('klimaspur vault copy', () => {
  it('takes the vault of the folder to a PostgreSQL, once, and says nothing of its password', async () => {
    const { code, err } = await klimaspur('vault', 'copy', '--from', 'sqlite:');
    expect([code, err]).toEqual([0, expect.stringMatching(/^Copied to 127\.0\.0\.1:\d+\/test_/)]);
    expect(err).not.toContain(new URL(url).password);
    const vault = await openVault(url);
    expect(await vault.checkpoints.newest(`klimaspur/${LOG}`)).toMatchObject({ size: EVENTS });
    await vault.close();
    const again = await klimaspur('vault', 'copy', '--from', 'sqlite:');
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('nothing was changed') });
  });

  it('takes it back into a file', async () => {
    await klimaspur('vault', 'copy', '--from', 'sqlite:');
    const { code } = await klimaspur('vault', 'copy', '--to', 'sqlite:back.db');
    expect(code).toBe(0);
    const vault = await openVault(`sqlite:${join(data, 'back.db')}`);
    expect(await vault.checkpoints.newest(`klimaspur/${LOG}`)).toMatchObject({ size: EVENTS });
    await vault.close();
  });

  it.each<[string, string[], number, RegExp]>([
    ['two vaults', [], 2, /copied into itself/],
    ['a vault', ['--from', 'mysql://x'], 2, /--from must be sqlite:/],
    ['a file that is there', ['--from', 'sqlite:none.db'], 1, /none\.db does not exist/],
  ])('needs %s', async (_what, words, code, said) => {
    const before = readdirSync(data);
    const done = await klimaspur('vault', 'copy', ...words);
    expect(done).toMatchObject({ code, err: expect.stringMatching(said) });
    expect(readdirSync(data)).toEqual(before);
  });

  it('leaves no file behind where the database does not answer', async () => {
    url = url.replace(/:\d+\//, ':1/');
    const { code, err } = await klimaspur('vault', 'copy', '--to', 'sqlite:new.db');
    expect([code, err]).toEqual([1, expect.stringContaining('does not answer')]);
    expect(err).not.toContain(new URL(url).password);
    expect(existsSync(join(data, 'new.db'))).toBe(false);
  });
});

describe('with a vault in a PostgreSQL', () => {
  it('klimaspur verify finds what was signed there', async () => {
    await klimaspur('vault', 'copy', '--from', 'sqlite:');
    for (const end of ['', '-wal', '-shm']) rmSync(join(data, `vault.db${end}`), { force: true });
    const proven = await klimaspur('verify', '--json');
    expect([proven.code, JSON.parse(proven.out)]).toEqual([
      0,
      expect.objectContaining({ ok: true, newest: expect.objectContaining({ size: EVENTS }) }),
    ]);
    await statement(url, "UPDATE checkpoints SET root = decode(repeat('00', 32), 'hex')");
    await statement(url, "UPDATE checkpoints SET note = replace(note, 'a', 'b')");
    expect((await klimaspur('verify')).code).toBe(1);
  });

  it('a server does not begin anew where a vault was kept before', async () => {
    const app = await TestApp.start();
    await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.settle();
    await app.app.close();
    const environment = { KLIMASPUR_DATA: app.folder, KLIMASPUR_VAULT: url };
    // What was opened before it refused stays open as long as this process.
    const copy = join(dirname(sealed), 'refused');
    cpSync(app.folder, copy, { recursive: true });
    const refused = { ...environment, KLIMASPUR_DATA: copy };
    const error = await TestApp.start(refused).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartTrouble);
    expect(error).toMatchObject({ code: 'start/vault-empty' });
    const surroundings = { data: app.folder, environment };
    expect(await klimaspurIn(surroundings, 'vault', 'copy', '--from', 'sqlite:')).toMatchObject({
      code: 0,
    });
    const again = await TestApp.start(environment);
    expect((await again.ask({ path: '/api/v1/municipalities' })).json['total']).toBe(1);
    await again.app.close();
    for (const { folder } of [app, again]) rmSync(folder, { recursive: true });
  });

  it('a backup holds the vault as the file that it would be', async () => {
    const app = await TestApp.start({ KLIMASPUR_VAULT: url });
    const town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
    await app.allowPublishing(town);
    const folder = mkdtempSync(join(tmpdir(), 'klimaspur-backup-'));
    const answer = await fetch(`${app.url}/api/v1/backups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    const file = join(folder, 'backup.tar');
    await pipeline(Readable.fromWeb(answer.body as never), createWriteStream(file));
    expect(existsSync(join(app.folder, 'vault-copy.tmp'))).toBe(false);
    await restoreBackup(file, join(folder, 'restored'));
    const vault = await openVault(`sqlite:${join(folder, 'restored', 'vault.db')}`);
    expect((await vault.responsible([town])).get(town)?.name).toBe('Karl Muster');
    await vault.close();
    await app.stop();
    rmSync(folder, { recursive: true });
  });
});
