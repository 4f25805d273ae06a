import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { restoreBackup } from '@klimaspur/backup';
import { Vault } from '@klimaspur/vault';
import { Uploads } from '../../apps/api/src/imports/uploads.js';
import { CalendarKeys } from '../../apps/api/src/web/roundtables/calendar/calendar-keys.js';
import { Visitor, wordsOf } from '../web/visitor.js';
import { TestApp, token } from './app.js';

const label = 'Hannelore Unverwechselbar';
const lists = '/de/kommunen/teststadt/bearbeiten/personen';

let app: TestApp;
let town: string;
let measure: string;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume pflanzen' } });
  await app.settle();
});
afterAll(() => app.stop());

const vault = () => app.app.get(Vault);
const invite = (more: object = {}) =>
  app.post('login-links', { role: 'MONITOR', municipality: town, ...more });
const erase = (person: string) => app.post(`persons/${person}/forget`);
const filesWith = (text: string, folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));

/** Somebody who is here, with an entry of theirs. */
async function somebody(name = label) {
  const visitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, name);
  const person = String((await visitor.get('/api/v1/me')).json['person']);
  const path = `/api/v1/measures/${measure}/check-unchanged`;
  await visitor.sendJson(path, { occurredOn: '2026-01-15', text: { note: 'Gesehen' } });
  return { visitor, person };
}

describe('somebody who was erased', () => {
  it('gets nothing any more: no name, no role, no link, no key, and no second erasure', async () => {
    const { visitor, person } = await somebody();
    expect((await erase(person)).status).toBe(204);
    const wrote = await Promise.all([
      erase(person),
      invite({ person }),
      app.post(`persons/${person}/grant-role`, { role: 'LEAD', municipality: town }),
    ]);
    expect(wrote.map(({ status, json }) => [status, json['code']])).toEqual(
      wrote.map(() => [410, 'person/erased']),
    );
    await expect(app.app.get(CalendarKeys).of(person)).rejects.toThrow('person/erased');
    expect((await visitor.get('/api/v1/me')).status).toBe(401);
    expect(filesWith(label, app.folder)).toEqual([]);
  });

  it('is told from somebody who was invited, and from nobody', async () => {
    await invite();
    const { person } = await somebody();
    const never = '5e1d9a30-0000-4000-8000-000000000000';
    expect((await erase(never)).json['code']).toBe('person/unknown');
    await erase(person);
    expect((await erase(person)).json['code']).toBe('person/erased');
    const asked = await app.ask({ path: `${lists}/${person}/vergessen` });
    expect(asked.status).toBe(404);
  });

  it('comes back as somebody else, by an invitation of their own', async () => {
    const { visitor, person } = await somebody();
    await erase(person);
    await visitor.signIn({ role: 'MONITOR', municipality: town }, label);
    const { json } = await visitor.get('/api/v1/me');
    expect(json).toMatchObject({ label });
    expect(json['person']).not.toBe(person);
    const history = await app.ask({ path: `/de/kommunen/teststadt/massnahmen/${measure}/verlauf` });
    expect(wordsOf(history)).toContain('ehemaliges Mitglied (Beobachtung)');
    expect(wordsOf(history)).not.toContain(label);
    await erase(String(json['person']));
  });

  it('may be the operator behind the token: then somebody else is', async () => {
    const me = async () => (await app.ask({ path: '/api/v1/me' })).json;
    const before = await me();
    await app.post('me/label', { label: 'Ottilie Betrieb' });
    expect((await erase(String(before['person']))).status).toBe(204);
    const after = await me();
    expect(after).toMatchObject({ label: 'Betrieb', roles: [{ role: 'OPERATOR' }] });
    expect(after['person']).not.toBe(before['person']);
    expect(filesWith('Ottilie Betrieb', app.folder)).toEqual([]);
  });
});

describe('whoever writes while somebody is erased', () => {
  it('comes before and is erased, or is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const name = `Hannelore Eilig ${round}`;
      const { visitor, person } = await somebody(name);
      const link = await invite({ person });
      const code = new URL(String(link.json['url'])).searchParams.get('code') ?? '';
      const other = Visitor.stranger(app);
      const all = await Promise.all([
        visitor.sendJson('/api/v1/me/label', { label: `${name} anders` }),
        other.send('/de/anmelden', { code, label: name }),
        erase(person),
        invite({ person }),
        visitor.sendJson('/api/v1/me/label', { label: `${name} noch anders` }),
        app.app
          .get(CalendarKeys)
          .of(person)
          .then(
            () => ({ status: 200 }),
            () => ({ status: 410 }),
          ),
        erase(person),
      ]);
      expect(all.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      expect(await vault().standing(person)).toBe('erased');
      expect(await vault().forget(person, 0)).toBe(0);
      expect(filesWith(name, app.folder)).toEqual([]);
      for (const who of [visitor, other]) expect((await who.get('/api/v1/me')).status).toBe(401);
    }
  });
});

describe('an erasure that fails half-way', () => {
  it('says so, and is carried on when asked again', async () => {
    const { person } = await somebody();
    const uploads = app.app.get(Uploads);
    const said = { fileName: 'liste.csv', person, mapping: {}, acceptGoodRows: false };
    await uploads.keep(Buffer.from('Sitzungsliste'), said);
    const { folder } = uploads;
    renameSync(folder, `${folder}.aside`);
    // What is no folder cannot be read as one.
    writeFileSync(folder, '');
    const failed = await erase(person);
    expect([failed.status, failed.json['code']]).toEqual([503, 'person/not-erased']);
    expect(filesWith(label, app.folder)).toEqual([]);
    rmSync(folder);
    renameSync(`${folder}.aside`, folder);
    expect((await erase(person)).status).toBe(204);
    expect(readdirSync(folder)).toEqual([]);
    await expect(uploads.keep(Buffer.from('x'), said)).rejects.toThrow('person/erased');
    expect(readdirSync(folder)).toEqual([]);
    expect((await erase(person)).json['code']).toBe('person/erased');
  });
});

describe('an older backup', () => {
  it('brings nobody back when it is restored', async () => {
    const { person } = await somebody();
    const scratch = mkdtempSync(join(tmpdir(), 'klimaspur-'));
    const [file, data] = [join(scratch, 'older.tar'), join(scratch, 'data')];
    const made = await fetch(`${app.url}/api/v1/backups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
    });
    writeFileSync(file, Buffer.from(await made.arrayBuffer()));
    expect(filesWith(label, scratch)).toEqual([file]);
    await erase(person);

    mkdirSync(data);
    copyFileSync(join(app.folder, 'erasures.jsonl'), join(data, 'erasures.jsonl'));
    await restoreBackup(file, data);
    expect(filesWith(label, data)).not.toEqual([]);
    const restored = await TestApp.start({ KLIMASPUR_DATA: data });
    expect(await restored.app.get(Vault).standing(person)).toBe('erased');
    expect(filesWith(label, data)).toEqual([]);
    const history = await restored.ask({ path: `/api/v1/measures/${measure}/history` });
    expect(history.status).toBe(200);
    expect(history.text).toContain(person);
    expect(history.text).not.toContain(label);
    const again = await restored.post('login-links', { role: 'OPERATOR', person });
    expect(again.json['code']).toBe('person/erased');
    await restored.app.close();
    rmSync(scratch, { recursive: true });
  });

  it('is followed by a list that was lost', async () => {
    const { person } = await somebody();
    await erase(person);
    const there = join(app.folder, 'other');
    mkdirSync(there);
    const open = new DatabaseSync(join(app.folder, 'vault.db'));
    await backup(open, join(there, 'vault.db'));
    open.close();
    const restored = await TestApp.start({ KLIMASPUR_DATA: there });
    expect(readFileSync(join(there, 'erasures.jsonl'), 'utf8')).toContain(person);
    await restored.app.close();
  });
});
