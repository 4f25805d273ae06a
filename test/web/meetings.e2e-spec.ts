import { addDays, berlinDay } from '@klimaspur/domain';
import { formatWeekday } from '@klimaspur/messages';
import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let count = 0;
let slug: string;
let town: string;
let table: string;
let lead: Visitor;
const below = (...more: string[]) =>
  ['/de/kommunen', slug, 'bearbeiten/runde-tische', table, ...more].join('/');
const vault = () => app.app.get(Vault);

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

beforeEach(async () => {
  count += 1;
  slug = `stadt-${count}`;
  town = await app.given('municipalities', { text: { name: `Stadt ${count}` } });
  await app.publish(town);
  table = await app.given('roundtables', {
    municipality: town,
    format: 'ROUND_TABLE',
    text: { name: 'Runder Tisch Energie' },
  });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Klimagruppe');
});

const view = () => ({
  asOf: berlinDay(new Date().toISOString()),
  viewer: { drafts: 'all' as const },
});
const roundtable = async () => {
  await app.settle();
  return app.worlds.own.readModels.roundtable(table, view())!;
};
const organisations = async () => {
  await app.settle();
  return app.worlds.own.readModels.actors({ municipality: town }, view());
};
const convened = async (fields: Record<string, string> = {}, query = ''): Promise<string> => {
  const sent = await lead.fill(below('termine/neu') + query, { on: '12.1.2099', ...fields });
  if (sent.status !== 303) throw new Error(`${sent.status} ${problemsIn(sent.text).join()}`);
  return (sent.headers.get('location') ?? '').split('/').at(-1) ?? '';
};
const organisation = (name: string, kind = 'ASSOCIATION') =>
  app.given('actors', { municipality: town, kind, text: { name } });
const command = async (name: string, body: object) => {
  const answer = await app.post(`roundtables/${table}/${name}`, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
};
const seated = async (name: string, kind: string): Promise<string> => {
  const actor = await organisation(name);
  await command('add-seat', { seat: crypto.randomUUID(), actor, kind, voting: true });
  return actor;
};

describe('a meeting', () => {
  it('is convened with a day alone, or with all that is known of it', async () => {
    await convened();
    const full = { time: '18.30', minutes: '90', place: 'Rathaus', online: 'yes', topic: 'Dächer' };
    const meeting = await convened({ on: '2/2099', ...full });
    const { meetings } = await roundtable();
    expect(meetings).toMatchObject([
      { on: '2099-01-12', time: null },
      { on: '2099-02', time: '18:30', minutes: 90, place: 'Rathaus', online: true },
    ]);
    expect(wordsOf(await lead.get(below('termine', meeting)))).toContain('Februar 2099, 18:30 Uhr');
  });

  it('comes back with what cannot be meant, and keeps what was typed', async () => {
    const sent = await lead.fill(below('termine/neu'), {
      on: 'bald',
      time: 'abends',
      topic: 'Rad',
    });
    expect([sent.status, problemsIn(sent.text)]).toEqual([400, ['on', 'time']]);
    expect(fieldsOf(sent.text)).toMatchObject({ on: 'bald', time: 'abends', topic: 'Rad' });
    expect((await roundtable()).meetings).toEqual([]);
  });

  it('that is due takes hour and place of its rhythm, and stands for that day', async () => {
    const terms = { from: '2099-03-03', every: 6, unit: 'WEEK', time: '17:30' };
    await command('set-rhythm', { ...terms, text: { place: 'Umweltamt' } });
    const address = `${below('termine/neu')}?day=2099-04-14`;
    const asked = await lead.get(address);
    expect(fieldsOf(asked.text)).toMatchObject({
      ...{ on: '14.04.2099', time: '17:30', place: 'Umweltamt', occurrence: '2099-04-14' },
    });
    await lead.fill(address, {});
    expect((await roundtable()).meetings).toMatchObject([
      { on: '2099-04-14', occurrence: '2099-04-14' },
    ]);
    expect(fieldsOf((await lead.get(address)).text)['occurrence']).toBe('');
  });

  it('is moved as the same meeting, and called off', async () => {
    const meeting = await convened({ time: '18:00', place: 'Rathaus' });
    await lead.fill(below('termine', meeting, 'verschieben'), { on: '19.1.2099', note: 'Schnee' });
    const [moved] = (await roundtable()).meetings;
    expect(moved).toMatchObject({ meeting, on: '2099-01-19', time: '18:00', place: 'Rathaus' });
    const same = await lead.fill(below('termine', meeting, 'verschieben'), {});
    expect(wordsOf(await lead.follow(same))).toContain('Montag, 19. Januar 2099, 18:00 Uhr');
    expect((await roundtable()).meetings[0]?.changes).toBe(1);
    await lead.fill(below('termine', meeting, 'absagen'), { note: 'Kein Raum' });
    const page = wordsOf(await lead.get(below('termine', meeting)));
    expect(page).toContain('Dieser Termin wurde abgesagt. Kein Raum');
    expect(page).not.toContain('Vorbereitung');
  });

  it('and a rhythm take the hour as people write it', async () => {
    const rhythm = { every: '6', unit: 'WEEK', from: '14.4.2099', time: '18.30', minutes: '90' };
    const saved = await lead.fill(below('rhythmus'), rhythm);
    expect([saved.status, problemsIn(saved.text)]).toEqual([303, []]);
    expect((await roundtable()).rhythms).toMatchObject([{ time: '18:30', minutes: 90 }]);
  });

  it('gets another topic with a reason, and is held after all', async () => {
    const meeting = await convened({ topic: 'Dächer', place: 'Rathaus', time: '18:30' });
    const topic = below('termine', meeting, 'thema');
    expect((await lead.fill(topic, { topic: 'Wände' })).status).toBe(400);
    await lead.fill(topic, { topic: 'Wände', reason: 'Neuer Wunsch' });
    const now = async () => (await roundtable()).meetings[0]!;
    expect(await now()).toMatchObject({ topic: 'Wände', place: 'Rathaus', time: '18:30' });
    const restore = below('termine', meeting, 'doch-stattfinden');
    expect((await lead.get(restore)).status).toBe(404);
    await lead.fill(below('termine', meeting, 'absagen'), { note: 'Kein Raum' });
    expect((await now()).cancelled).not.toBeNull();
    expect(wordsOf(await lead.get(below('termine', meeting)))).toContain('Absage zurücknehmen');
    expect((await lead.fill(restore, {})).status).toBe(400);
    await lead.fill(restore, { reason: 'Raum gefunden' });
    expect((await now()).cancelled).toBeNull();
    expect(wordsOf(await lead.get(below('termine', meeting)))).not.toContain('wurde abgesagt');
  });
});

/** Sends the form of an invitation, looks at how its list is understood, and sends it once more. */
const invitePasted = async (path: string, names: string) => {
  const shown = await lead.fill(path, { names });
  expect(shown.status).toBe(200);
  return lead.send(path, fieldsOf(shown.text));
};

describe('an invitation', () => {
  it('of forty organisations takes few clicks, from the date to the mail', async () => {
    const kinds = ['e. V.', 'GmbH', 'eG', 'Amt', 'Fraktion'];
    const lines = Array.from(
      { length: 40 },
      (_, n) => `Runde ${n} ${kinds[n % kinds.length]}; Eva Sommer <eva@runde${n}.example>`,
    );
    const typed: string[] = [];
    const type = (text: string) => {
      typed.push(text);
      return text;
    };
    let clicks = 0;
    const open = (path: string) => {
      clicks += 1;
      return lead.get(path);
    };
    const send = (path: string, page: { text: string }, fields: Record<string, string>) => {
      clicks += 1;
      return lead.send(path, { ...fieldsOf(page.text), ...fields });
    };
    /** Marked and taken along, or put in. */
    const copy = (text: string | undefined) => {
      clicks += 2;
      return text ?? '';
    };
    const convene = below('termine/neu');
    const day = { on: type('12.1.2099'), time: type('18:00') };
    const set = await send(convene, await open(convene), day);
    const meeting = set.headers.get('location')!.split('/').at(-1)!;
    const invite = below('termine', meeting, 'einladen');
    const seen = await send(invite, await open(invite), { names: copy(lines.join('\n')) });
    expect(wordsOf(seen)).toContain('So wird die Liste verstanden: 40 Organisationen');
    expect((await send(invite, seen, {})).status).toBe(303);
    const letters = fieldsOf((await open(below('termine', meeting, 'texte'))).text);
    const copied = Object.values(letters).map((field) => copy([field].flat().join('\n')));
    expect(new Set(copied.join('\n').match(/eva@runde\d+\.example/g)).size).toBe(40);
    expect(copied.join('\n')).toContain('12. Januar 2099');
    const replies = below('termine', meeting, 'antworten');
    const page = await open(replies);
    const asked = Object.keys(fieldsOf(page.text)).filter((name) => name.startsWith('reply.'));
    expect(asked).toHaveLength(40);
    // One click for each answer, and one that saves them all.
    const said = asked.map((name, n) => [name, ['YES', 'NO', 'DEPUTY'][n % 3]!] as const);
    clicks += said.length;
    expect((await send(replies, page, Object.fromEntries(said))).status).toBe(303);
    const [stored] = (await roundtable()).meetings;
    expect(stored?.invited).toHaveLength(40);
    expect(stored?.replies).toHaveLength(40);
    expect(typed).toHaveLength(2);
    expect(clicks).toBeLessThanOrEqual(40 + 24);
    // A hundred and fifty characters a minute, and five seconds for each click; the list is pasted.
    expect(typed.join('').length / 150 + (clicks * 5) / 60).toBeLessThan(10);
    const shown = wordsOf(await lead.get(replies));
    expect(shown).toMatch(/Verwaltung 8 \d \d \d 0 \d/);
    expect(shown).toMatch(/alle 40 14 13 13 0 27/);
  });

  it('has all chosen who have a seat, and invites the others by name, known or not', async () => {
    const [office, club] = [
      await seated('Umweltamt', 'ADMINISTRATION'),
      await organisation('ADFC'),
    ];
    const meeting = await convened();
    const invite = below('termine', meeting, 'einladen');
    expect(fieldsOf((await lead.get(invite)).text)['actors']).toBe(office);
    await invitePasted(invite, 'adfc\nSolarkreis;Verein;Eva Sommer <eva@solar.example>');
    const [stored] = (await roundtable()).meetings;
    expect(stored?.invited).toHaveLength(3);
    expect(stored?.invited).toEqual(expect.arrayContaining([office, club]));
    expect(await vault().contacts.ofTown(town)).toMatchObject([
      { name: 'Eva Sommer', email: 'eva@solar.example' },
    ]);
    const again = await invitePasted(invite, 'ADFC');
    expect(wordsOf(await lead.follow(again))).toContain('3');
    expect((await roundtable()).meetings[0]?.invited).toHaveLength(3);
  });

  it('is taken back, with what was answered to it, and may be sent again', async () => {
    const [office, club] = [
      await seated('Umweltamt', 'ADMINISTRATION'),
      await seated('Radfreunde', 'CITIZENS'),
    ];
    const meeting = await convened();
    const invite = below('termine', meeting, 'einladen');
    const withdraw = `${invite}/zurueckziehen`;
    expect(wordsOf(await lead.get(withdraw))).toContain('Zu diesem Termin ist niemand eingeladen.');
    await lead.fill(invite, {});
    expect((await lead.get(invite)).text).toContain(withdraw);
    await lead.fill(below('termine', meeting, 'antworten'), { [`reply.${club}`]: 'YES' });
    const nobody = await lead.fill(withdraw, {});
    expect([nobody.status, problemsIn(nobody.text)]).toEqual([400, ['actors']]);
    await lead.fill(withdraw, { actors: club });
    expect((await roundtable()).meetings[0]).toMatchObject({ invited: [office], replies: [] });
    expect(wordsOf(await lead.get(below('termine', meeting, 'antworten')))).toMatch(/alle 1 0 0 0/);
    expect(fieldsOf((await lead.get(invite)).text)['actors']).toBe(club);
    await lead.fill(invite, {});
    expect((await roundtable()).meetings[0]).toMatchObject({
      invited: [office, club],
      replies: [],
    });
  });

  it('shows how a list is understood before anything is written, and asks again about another one', async () => {
    const meeting = await convened();
    const before = await app.lastPosition();
    const register = `/de/kommunen/${slug}/bearbeiten/organisationen/neu`;
    for (const path of [below('termine', meeting, 'einladen'), register]) {
      const names =
        'Verein 1 e.V., Anna Beispiel, anna@verein1.example\nMax Mustermann <max@post.example>';
      const shown = await lead.fill(path, { names });
      expect(shown.status).toBe(200);
      expect(wordsOf(shown)).toMatch(
        /Verein 1 e\.V\. \(Verein.*\)\. Intern als Ansprechperson: Anna Beispiel anna@verein1\.example/,
      );
      expect(wordsOf(shown)).toMatch(/Nicht zugeordnet.* Max Mustermann <max@post\.example>/);
      const other = await lead.send(path, { ...fieldsOf(shown.text), names: `${names}\nVerein 2` });
      expect([other.status, wordsOf(other).includes('Verein 2')]).toEqual([200, true]);
    }
    expect(await app.lastPosition()).toBe(before);
    expect(await vault().contacts.ofTown(town)).toEqual([]);
  });

  it('asks of a line that may be a person what it is, and keeps persons out of the log', async () => {
    const meeting = await convened();
    const invite = below('termine', meeting, 'einladen');
    const names =
      'Radfreunde e. V.\nErika Sommerfeld\nMax Huber; Umweltamt\nEva Krume <eva@krume.example>\nHof Sonnentau\nMorgen Grün';
    const shown = await lead.fill(invite, { names });
    expect(wordsOf(shown)).toContain('4 Zeilen können Menschen sein');
    const asked = [...shown.text.matchAll(/name="(who\.[^"]+)"/g)].map(([, name]) => name!);
    const fields = [...new Set(asked)];
    expect(fields).toHaveLength(4);
    const before = await app.lastPosition();
    const open = await lead.send(invite, fieldsOf(shown.text));
    expect([open.status, problemsIn(open.text)]).toEqual([400, fields]);
    expect(await app.lastPosition()).toBe(before);
    const said = ['CONTACT', 'PERSON', 'CONTACT', 'ORGANISATION'];
    const choices = Object.fromEntries(fields.map((name, index) => [name, said[index]!]));
    const sent = await lead.send(invite, { ...fieldsOf(open.text), ...choices });
    expect(sent.status).toBe(303);
    const registered = (await organisations()).map(({ name }) => name);
    expect(registered).toEqual(['Hof Sonnentau', 'Morgen Grün', 'Radfreunde e. V.']);
    expect(await vault().contacts.ofTown(town)).toMatchObject([
      { name: 'Erika Sommerfeld' },
      { name: 'Eva Krume', email: 'eva@krume.example' },
    ]);
    const { text: log } = await app.ask({ path: '/api/v1/exports/events' });
    expect(/Sommerfeld|Huber|Krume/.exec(log)).toBeNull();
    const again = await lead.fill(`/de/kommunen/${slug}/bearbeiten/organisationen/neu`, {
      names: 'Morgen Grün',
    });
    expect(wordsOf(again)).not.toContain('kann ein Mensch sein');
  });

  it('comes back where nobody is chosen, or an address stands where a name belongs', async () => {
    const meeting = await convened();
    const invite = below('termine', meeting, 'einladen');
    const nobody = await lead.fill(invite, {});
    expect([nobody.status, problemsIn(nobody.text)]).toEqual([400, ['names']]);
    const address = await lead.fill(invite, { names: 'eva@solar.example' });
    expect([address.status, problemsIn(address.text)]).toEqual([400, ['names']]);
    expect(await organisations()).toEqual([]);
  });
});

describe('replies', () => {
  it('are counted by group, and only what changed is written', async () => {
    const [office, club, farm] = [
      await seated('Umweltamt', 'ADMINISTRATION'),
      await seated('Radfreunde', 'CITIZENS'),
      await seated('Hof', 'BUSINESS'),
    ];
    const meeting = await convened();
    await lead.fill(below('termine', meeting, 'einladen'), {});
    const replies = below('termine', meeting, 'antworten');
    await lead.fill(replies, {
      [`reply.${office}`]: 'DEPUTY',
      [`reply.${club}`]: 'YES',
      [`persons.${club}`]: '3',
    });
    const before = (await app.eventsOf(`roundtable-${table}`)).length;
    await lead.fill(replies, { [`reply.${farm}`]: 'NO', [`persons.${farm}`]: '2' });
    expect((await app.eventsOf(`roundtable-${table}`)).length).toBe(before + 1);
    const [stored] = (await roundtable()).meetings;
    expect(stored?.replies).toEqual([
      { actor: office, reply: 'DEPUTY', persons: null },
      { actor: club, reply: 'YES', persons: 3 },
      { actor: farm, reply: 'NO', persons: null },
    ]);
    const page = await lead.get(replies);
    expect(wordsOf(page)).toMatch(/Verwaltung 1 0 1 0 0 1 Wirtschaft 1 0 0 1 0 0/);
    expect(wordsOf(page)).toMatch(/alle 3 1 1 1 0 4/);
    const same = await lead.fill(replies, {});
    expect(same.status).toBe(303);
    expect((await app.eventsOf(`roundtable-${table}`)).length).toBe(before + 1);
  });

  it('come back where a number has no answer, and nothing is saved by halves', async () => {
    const [office, club] = [
      await seated('Umweltamt', 'ADMINISTRATION'),
      await seated('Radfreunde', 'CITIZENS'),
    ];
    const meeting = await convened();
    await lead.fill(below('termine', meeting, 'einladen'), {});
    const replies = below('termine', meeting, 'antworten');
    const sent = await lead.fill(replies, {
      [`reply.${office}`]: 'YES',
      [`persons.${office}`]: '1000',
      [`persons.${club}`]: '2',
    });
    expect([sent.status, problemsIn(sent.text).toSorted()]).toEqual([
      400,
      [`persons.${club}`, `persons.${office}`].toSorted(),
    ]);
    expect((await roundtable()).meetings[0]?.replies).toEqual([]);
  });
});

describe('what is kept for the team alone', () => {
  const MARK = 'GEHEIM';
  const link = `https://konferenz.example/${MARK}`;

  it('is read at the desk and in the texts, by those who work on the town and nobody else', async () => {
    const meeting = await convened({ online: 'yes' });
    const internal = below('termine', meeting, 'internes');
    await lead.fill(internal, { joinUrl: link, text: `Schlüssel: ${MARK}` });
    await command('publish-roundtable', {});
    await app.settle();
    const desk = below('termine', meeting);
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    for (const path of [desk, below('termine', meeting, 'texte')]) {
      expect((await lead.get(path)).text).toContain(link);
      expect((await neighbour.get(path)).status).toBe(403);
      expect((await Visitor.stranger(app).get(path)).text).not.toContain(MARK);
    }
    await lead.fill(internal, { joinUrl: '', text: '' });
    expect(await vault().meetingNotes.one(town, meeting)).toBeUndefined();
    expect((await lead.get(desk)).text).not.toContain(MARK);
  });

  it('comes back where the link leads nowhere, and where somebody else was faster', async () => {
    const internal = below('termine', await convened(), 'internes');
    const wrong = await lead.fill(internal, { joinUrl: 'morgen um acht' });
    expect([wrong.status, problemsIn(wrong.text)]).toEqual([400, ['joinUrl']]);
    const before = fieldsOf((await lead.get(internal)).text);
    await lead.fill(internal, { text: 'Raum 1' });
    const late = await lead.send(internal, { ...before, text: 'Raum 2' });
    expect(late.status).toBe(412);
    expect(wordsOf(late)).toContain('Raum 1');
  });

  it('is a contact that is kept, changed and forgotten', async () => {
    const club = await organisation('Radfreunde');
    await app.settle();
    const contacts = `/de/kommunen/${slug}/bearbeiten/organisationen/${club}/kontakte`;
    const empty = await lead.fill(contacts, { note: 'Niemand' });
    expect([empty.status, problemsIn(empty.text)]).toEqual([400, ['name']]);
    const wrong = await lead.fill(contacts, { email: 'erika' });
    expect([wrong.status, problemsIn(wrong.text)]).toEqual([400, ['email']]);
    const kept = await lead.fill(contacts, { name: 'Erika Muster', email: 'erika@rad.example' });
    expect(wordsOf(await lead.follow(kept))).toContain('Erika Muster erika@rad.example');
    const [{ id = '' } = {}] = await vault().contacts.ofTown(town);
    await lead.fill(`${contacts}/${id}`, { name: 'Erika Beispiel' });
    const all = `/de/kommunen/${slug}/bearbeiten/organisationen/kontakte`;
    expect(wordsOf(await lead.get(all))).toContain('Radfreunde Erika Beispiel');
    const elsewhere = await organisation('Hof');
    await app.settle();
    expect((await lead.get(contacts.replace(club, elsewhere) + `/${id}`)).status).toBe(404);
    await lead.fill(`${contacts}/${id}/loeschen`, {});
    expect(await vault().contacts.ofTown(town)).toEqual([]);
    const log = await app.ask({ path: '/api/v1/exports/events' });
    expect(log.text).not.toContain('Erika');
  });
});

describe('the texts to copy', () => {
  it('say when, where, about what and by when to answer, and to whom each goes', async () => {
    const [office, club, farm] = [
      await seated('Umweltamt', 'ADMINISTRATION'),
      await seated('Radfreunde', 'CITIZENS'),
      await seated('Hof', 'BUSINESS'),
    ];
    const keep = (actor: string, email: string) =>
      vault().contacts.keep({
        ...{ id: crypto.randomUUID(), municipality: town, actor, email, changedAt: 0 },
      });
    await keep(office, 'amt@stadt.example');
    await keep(club, 'rad@rad.example');
    const meeting = await convened({ time: '18:00', place: 'Rathaus', topic: 'Dächer' });
    await command('add-item', {
      ...{ item: crypto.randomUUID(), meeting, kind: 'PROPOSAL', rank: 1 },
      text: { topic: 'Solar auf Schulen', commonGround: 'Alle Schulen zuerst' },
    });
    await lead.fill(below('termine', meeting, 'einladen'), {});
    await lead.fill(below('termine', meeting, 'antworten'), { [`reply.${office}`]: 'YES' });
    const page = await lead.get(below('termine', meeting, 'texte'));
    const texts = fieldsOf(page.text);
    const invitation = String(texts['invitation-body']);
    expect(texts['invitation-subject']).toBe('Einladung: Runder Tisch Energie am 12. Januar 2099');
    expect(invitation).toContain('Wann: Montag, 12. Januar 2099, 18:00 Uhr\nWo: Rathaus');
    expect(invitation).toContain('1. Solar auf Schulen');
    expect(invitation).toContain('Gemeinsame Schnittmenge: Alle Schulen zuerst');
    expect(invitation).toContain('Bitte antworten Sie bis Montag, 5. Januar 2099');
    expect(texts['invitation-to']).toBe(
      'rad@rad.example, amt@stadt.example'.split(', ').toSorted().join(', '),
    );
    expect(texts['reminder-to']).toBe('rad@rad.example');
    expect(wordsOf(page)).toContain('Eingeladene ohne E-Mail-Adresse Hof');
    const ofClub = await lead.get(`/de/kommunen/${slug}/bearbeiten/zusagen/${club}`);
    expect(fieldsOf(ofClub.text)['to']).toBe('rad@rad.example');
    expect(page.text).toContain(`organisationen/${farm}/kontakte`);
  });

  it('thank those who were there, and say what was promised and when it goes on', async () => {
    const [office, club] = [await organisation('Umweltamt'), await organisation('Radfreunde')];
    const email = 'amt@stadt.example';
    const own = { id: crypto.randomUUID(), municipality: town, actor: office, email };
    await vault().contacts.keep({ ...own, changedAt: 0 });
    const meeting = await convened({ on: '12.1.2024' });
    const next = addDays(view().asOf, 30);
    await convened({ on: next });
    await command('invite', { meeting, actors: [office, club] });
    await command('hold-meeting', { meeting, occurredOn: '2024-01-12', groups: [office] });
    await command('agree-follow-up', {
      ...{ followUp: crypto.randomUUID(), actor: office, meeting, occurredOn: '2024-01-12' },
      ...{ due: '2024-02-01', text: { what: 'Zahlen holen' } },
    });
    await app.settle();
    const texts = fieldsOf((await lead.get(below('termine', meeting, 'texte'))).text);
    expect(texts['thanks-to']).toBe(email);
    expect(texts['thanks-body']).toContain('– Umweltamt: Zahlen holen (bis 1. Februar 2024)');
    expect(texts['thanks-body']).toContain(`Der nächste Termin: ${formatWeekday(next, 'de')}.`);
    expect(texts).not.toHaveProperty('invitation-body');
  });
});

describe('the preparation', () => {
  const steps = async (meeting: string) => {
    const { text } = await lead.get(below('termine', meeting));
    const begin = text.indexOf('id="preparation-heading"');
    const part = text.slice(begin, text.indexOf('</section>', begin));
    return [...part.matchAll(/<a href="([^"]+)"[^>]*>([^<]+)<\/a>.*?<strong>([^<]+)</gs)].map(
      ([, href, title, stand]) => ({ href, title, stand }),
    );
  };

  it('is read off what is recorded, and each line leads to where it is mended', async () => {
    await seated('Umweltamt', 'ADMINISTRATION');
    const meeting = await convened();
    expect((await steps(meeting)).map(({ title, stand }) => `${title}: ${stand}`)).toEqual([
      'Tag, Uhrzeit und Ort: offen',
      'Einladung: offen',
      'Antworten: offen',
      'Tagesordnung: offen',
      'Gemeinsame Schnittmenge: offen',
      'Zusagen angesehen: erledigt',
    ]);
    const [{ actor = '' } = {}] = (await roundtable()).seats;
    await lead.fill(below('termine', meeting, 'verschieben'), { time: '18', place: 'Rathaus' });
    await lead.fill(below('termine', meeting, 'einladen'), {});
    await lead.fill(below('termine', meeting, 'antworten'), { [`reply.${actor}`]: 'NO' });
    await command('add-item', {
      ...{ item: crypto.randomUUID(), meeting, kind: 'PROPOSAL', rank: 1 },
      text: { topic: 'Solar', commonGround: 'Schulen' },
    });
    await app.settle();
    const after = await steps(meeting);
    expect(after.filter(({ stand }) => stand !== 'erledigt')).toEqual([]);
    expect(after.map(({ href }) => href)).toEqual([
      below('termine', meeting, 'verschieben'),
      below('termine', meeting, 'einladen'),
      below('termine', meeting, 'antworten'),
      ...[expect.any(String), expect.any(String), expect.any(String)],
    ]);
  });

  it('looks at the minutes and the follow-ups of last time', async () => {
    const club = await organisation('Radfreunde');
    const last = await convened({ on: '12.1.2024' });
    await command('hold-meeting', { meeting: last, occurredOn: '2024-01-12', groups: [club] });
    const promise = { followUp: crypto.randomUUID(), actor: club, meeting: last };
    await command('agree-follow-up', {
      ...{
        ...promise,
        occurredOn: '2024-01-12',
        due: '2024-02-01',
        text: { what: 'Zahlen holen' },
      },
    });
    const meeting = await convened();
    const stands = async () =>
      Object.fromEntries((await steps(meeting)).map(({ title, stand }) => [title, stand]));
    expect(await stands()).toMatchObject({
      'Zusagen angesehen': 'offen',
      'Protokoll vom letzten Mal': 'offen',
    });
    const suggestions = below('termine', meeting, 'vorschlaege');
    expect(wordsOf(await lead.get(suggestions))).toContain('Zahlen holen Zusage ohne Nachricht');
    await lead.fill(suggestions, { add: `followUp:${promise.followUp}` });
    expect((await roundtable()).items).toMatchObject([
      { meeting, topic: 'Zahlen holen', followUp: promise.followUp, kind: 'STATUS' },
    ]);
    expect(await stands()).toMatchObject({ 'Zusagen angesehen': 'erledigt' });
    const again = await lead.fill(suggestions, { add: `followUp:${promise.followUp}` });
    expect(again.status).toBe(303);
    expect((await roundtable()).items).toHaveLength(1);
  });

  it('suggests what was left over and measures that are late', async () => {
    const last = await convened({ on: '12.1.2024' });
    const [parked, skipped] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const [item, topic] of [
      [parked, 'Parken'],
      [skipped, 'Übersehenes'],
    ]) {
      await command('add-item', {
        item,
        meeting: last,
        kind: 'PROPOSAL',
        rank: 1,
        text: { topic },
      });
    }
    await command('hold-meeting', { meeting: last, occurredOn: '2024-01-12', groups: [] });
    const result = { item: parked, meeting: last, result: 'PARKED', occurredOn: '2024-01-12' };
    await command('conclude-item', { ...result, text: {} });
    const measure = await app.given('measures', {
      municipality: town,
      text: { title: 'Bäume pflanzen' },
    });
    const planned = await app.post(`measures/${measure}/plan-implementation`, {
      plannedEnd: '2024-12-31',
      occurredOn: '2024-01-01',
    });
    expect(planned.text).toContain('position');
    const meeting = await convened();
    const desk = wordsOf(await lead.get(below('termine', meeting)));
    expect(desk).toContain('Parken zurückgestellt');
    expect(desk).toContain('Übersehenes stand auf der Tagesordnung, kam nicht dran');
    expect(desk).toContain('Bäume pflanzen Maßnahme ist in Verzug');
    const suggestions = below('termine', meeting, 'vorschlaege');
    await lead.fill(suggestions, { add: `item:${parked}` });
    await lead.fill(suggestions, { add: `measure:${measure}` });
    const agenda = (await roundtable()).items.filter((item) => item.meeting === meeting);
    expect(agenda).toMatchObject([{ item: parked }, { measure, topic: 'Bäume pflanzen' }]);
  });
});
