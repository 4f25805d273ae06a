import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let town: string;
let plan: string;
let field: string;
let lead: Visitor;
const base = '/de/kommunen/musterstadt';
const work = `${base}/bearbeiten`;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
  await lead.fill(`${work}/plaene/neu`, { title: 'Klimaplan', kind: 'CLIMATE_PROTECTION' });
  await app.settle();
  const { plans } = (await api(`municipalities/${town}`)) as { plans: { id: string }[] };
  plan = plans[0]?.id ?? '';
  await lead.fill(`${work}/plaene/${plan}/handlungsfelder/neu`, { name: 'Mobilität' });
  await app.settle();
  const { fields } = (await api(`plans/${plan}`)) as { fields: { id: string }[] };
  field = fields[0]?.id ?? '';
});
afterAll(() => app.stop());

const api = async (path: string) => (await app.ask({ path: `/api/v1/${path}` })).json;
const measureCalled = async (title: string) => {
  await app.settle();
  const { items } = (await api(`measures?municipality=${town}&q=${encodeURIComponent(title)}`)) as {
    items: { id: string; title: string }[];
  };
  return items.find((item) => item.title === title)?.id ?? '';
};
const create = async (title: string, more: Record<string, string | string[]> = {}) => {
  await lead.fill(`${work}/massnahmen/neu`, { title, place: `${plan} ${field}`, ...more });
  return measureCalled(title);
};
const detail = async (id: string) => {
  await app.settle();
  return api(`measures/${id}`);
};
const at = (id: string, page = '') => `${work}/massnahmen/${id}${page}`;
const order = async () => {
  await app.settle();
  const { items } = (await api(`measures?plan=${plan}&sort=plan`)) as {
    items: { title: string }[];
  };
  return items.map(({ title }) => title);
};

describe('a measure', () => {
  it('is created with a title, and asks for its sheet next', async () => {
    const empty = wordsOf(await lead.get(`${work}/massnahmen`));
    expect(empty).toContain('Tabelle importieren oder erste Maßnahme anlegen.');
    const saved = await lead.fill(`${work}/massnahmen/neu`, {
      title: 'Radweg zum Bahnhof',
      place: `${plan} ${field}`,
      number: 'M1',
      marks: ['ownProposal'],
      origin: 'CITIZENS_GROUP',
    });
    expect(saved.headers.get('location')).toMatch(/\/massnahmenblatt$/);
    expect(wordsOf(await lead.follow(saved))).toContain('Die Maßnahme ist angelegt');
    const id = await measureCalled('Radweg zum Bahnhof');
    expect(await detail(id)).toMatchObject({
      published: false,
      ownProposal: true,
      origin: 'CITIZENS_GROUP',
      place: { plan, field, number: 'M1' },
    });
  });

  it('without a title is none, and what was typed is still there', async () => {
    const before = await app.lastPosition();
    const refused = await lead.fill(`${work}/massnahmen/neu`, { title: '', number: 'M9' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-title"');
    expect(refused.text).toContain('value="M9"');
    expect(await app.lastPosition()).toBe(before);
  });

  it('leads from its page to its work, for those who may', async () => {
    const id = await measureCalled('Radweg zum Bahnhof');
    expect((await lead.get(`${base}/massnahmen/${id}`)).text).toContain(`href="${at(id)}"`);
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town });
    expect((await monitor.get(at(id, '/massnahmenblatt'))).status).toBe(403);
    expect((await monitor.send(at(id, '/massnahmenblatt'), { title: 'Meins' })).status).toBe(403);
  });

  it('of another town is not found', async () => {
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const foreign = await app.given('measures', { municipality: other, text: { title: 'Fremd' } });
    await app.settle();
    for (const page of ['', '/massnahmenblatt', '/platz', '/zuruecknehmen', '/veroeffentlichen']) {
      expect((await lead.get(at(foreign, page))).status).toBe(404);
    }
    expect((await lead.send(at(foreign, '/zuruecknehmen'), { reason: 'x' })).status).toBe(404);
    expect((await lead.get(at('kein-ausweis'))).status).toBe(404);
  });
});

describe('the measure sheet', () => {
  it('is saved as a whole, with money, tonnes, dates and lists', async () => {
    const id = await create('Solardach');
    await lead.fill(at(id, '/massnahmenblatt'), {
      description: 'Schulen zuerst.\r\n\r\nDann die Sporthalle.',
      'budget.totalCents': '1.250.000,50 €',
      'savings.kgCo2ePerYear': '12,5 t',
      'cost.staffHundredths': '0,5',
      effectFrom: '06/2027',
      targetGroups: 'Schulen\r\nVereine',
      influence: ['CONSUMES', 'ADVISES'],
      'steps.1.text': 'Statik prüfen',
      'steps.1.end': '30.6.2027',
      'steps.2.text': 'Ausschreiben',
      'papers.0.number': 'DS 74/2023',
    });
    expect(await detail(id)).toMatchObject({
      texts: {
        description: 'Schulen zuerst.\n\nDann die Sporthalle.',
        targetGroups: ['Schulen', 'Vereine'],
        steps: [{ text: 'Statik prüfen', end: '2027-06-30' }, { text: 'Ausschreiben' }],
        papers: [{ number: 'DS 74/2023' }],
      },
      budget: { totalCents: 125_000_050 },
      savings: { kgCo2ePerYear: 12_500 },
      terms: {
        effectFrom: '2027-06',
        influence: ['CONSUMES', 'ADVISES'],
        cost: { staffHundredths: 50 },
      },
    });
  });

  it('that is sent as it was records nothing', async () => {
    const id = await measureCalled('Solardach');
    const before = await app.lastPosition();
    const same = await lead.fill(at(id, '/massnahmenblatt'), {});
    expect(wordsOf(await lead.follow(same))).toContain('Nichts geändert');
    expect(await app.lastPosition()).toBe(before);
  });

  it('gives more rows on request, and keeps all that was typed', async () => {
    const id = await measureCalled('Solardach');
    const before = await app.lastPosition();
    const more = await lead.fill(at(id, '/massnahmenblatt'), {
      more: 'steps',
      'steps.4.text': 'In Betrieb nehmen',
      outlook: 'noch nicht gespeichert',
    });
    expect(more.status).toBe(200);
    expect(more.text).toContain('name="steps.7.text"');
    expect(more.text).toContain('value="In Betrieb nehmen"');
    expect(more.text).toContain('noch nicht gespeichert');
    expect(await app.lastPosition()).toBe(before);
  });

  it('says what is wrong in which row, and opens the part it is in', async () => {
    const id = await measureCalled('Solardach');
    const refused = await lead.fill(at(id, '/massnahmenblatt'), {
      'budget.totalCents': 'viel',
      'steps.5.end': 'bald',
      'papers.1.url': 'kein Link',
      'papers.1.number': 'DS 1',
    });
    expect(refused.status).toBe(400);
    for (const name of ['budget.totalCents', 'steps.2.end']) {
      expect(refused.text).toContain(`href="#field-${name}"`);
    }
    expect(refused.text.match(/<details[^>]* open/g)?.length).toBeGreaterThanOrEqual(2);
    const mended = { ...fieldsOf(refused.text), 'budget.totalCents': '', 'steps.2.end': '' };
    const again = await lead.send(at(id, '/massnahmenblatt'), mended);
    expect(again.text).toContain('href="#field-papers.1.url"');
  });

  it('is not stopped by somebody who logs, and shows what somebody else wrote', async () => {
    const id = await measureCalled('Solardach');
    const open = async () => fieldsOf((await lead.get(at(id, '/massnahmenblatt'))).text);
    const [opened, other] = [await open(), await open()];
    await lead.send(`${base}/massnahmen/${id}/eintragen`, {
      what: 'started',
      on: '2026-01-15',
      note: 'Gerüst steht',
    });
    const saved = await lead.send(at(id, '/massnahmenblatt'), { ...opened, goal: 'Alle Schulen' });
    expect(saved.status).toBe(303);
    await app.settle();
    const late = await lead.send(at(id, '/massnahmenblatt'), { ...other, goal: 'Alle Dächer' });
    expect(late.status).toBe(412);
    expect(wordsOf(late)).toContain('Inzwischen gespeichert: Alle Schulen');
    expect(late.text).toContain('Alle Dächer');
  });

  it('that was sent before with other content asks, and is sent under a new key', async () => {
    const id = await measureCalled('Solardach');
    const opened = fieldsOf((await lead.get(at(id, '/massnahmenblatt'))).text);
    await lead.send(at(id, '/massnahmenblatt'), { ...opened, teaser: 'Eins' });
    const back = await lead.send(at(id, '/massnahmenblatt'), { ...opened, teaser: 'Zwei' });
    expect([back.status, wordsOf(back).includes('schon einmal mit anderem Inhalt')]).toEqual([
      400,
      true,
    ]);
    expect(fieldsOf(back.text)['key']).not.toBe(opened['key']);
  });
});

describe('the place of a measure', () => {
  it('changes step by step, and by field and number', async () => {
    const ids = [await create('Erste'), await create('Zweite'), await create('Dritte')];
    const before = await order();
    expect(before.slice(-3)).toEqual(['Erste', 'Zweite', 'Dritte']);
    const moved = await lead.send(at(ids[2] ?? '', '/platz'), { plan, direction: 'up' });
    expect(moved.headers.get('location')).toContain(`#m-${ids[2]}`);
    expect((await order()).slice(-3)).toEqual(['Erste', 'Dritte', 'Zweite']);
    await lead.fill(at(ids[0] ?? '', '/platz'), { place: `${plan} none`, number: 'Z 7' });
    expect(await detail(ids[0] ?? '')).toMatchObject({ place: { field: null, number: 'Z 7' } });
    await lead.fill(at(ids[0] ?? '', '/platz'), { place: `${plan} ${field}` });
    expect((await order()).at(-1)).toBe('Erste');
  });

  it('loses its number when that is taken away, and nothing else', async () => {
    const id = await create('Mit Nummer', { number: 'N 1' });
    await create('Danach');
    const before = await order();
    await lead.fill(at(id, '/platz'), { number: '' });
    expect(await detail(id)).toMatchObject({ places: [{ plan, field, number: null }] });
    expect(await order()).toEqual(before);
    await lead.fill(at(id, '/platz'), { number: 'N 2' });
    const late = await lead.fill(at(id, '/platz'), { number: '', since: '2099' });
    expect([late.status, late.text.includes('href="#field-since"')]).toEqual([400, true]);
    expect(await detail(id)).toMatchObject({ places: [{ plan, field, number: 'N 2' }] });
  });

  it('in a plan ends when it is taken out; the measure goes on', async () => {
    const id = await create('Ohne Plan');
    await lead.fill(at(id, '/herausnehmen'), { occurredOn: '2026-02-01', note: 'Beschluss' });
    expect(await detail(id)).toMatchObject({ places: [] });
    expect(wordsOf(await lead.get(`${work}/massnahmen`))).toContain('In keinem Plan Ohne Plan');
  });

  it('must be a place that is there', async () => {
    const id = await measureCalled('Solardach');
    const nowhere = await lead.send(at(id, '/platz'), { place: '' });
    expect(nowhere.text).toContain('href="#field-place"');
    const unknown = '0197c0de-0000-7000-8000-000000000009';
    const refused = await lead.send(at(id, '/platz'), { place: `${plan} ${unknown}` });
    expect([refused.status, refused.text.includes('href="#field-place"')]).toEqual([400, true]);
    expect((await lead.send(at(id, '/platz'), { place: `${unknown} none` })).status).toBe(404);
  });
});

describe('who is responsible', () => {
  it('is a body or a name, from a day on, until it is released', async () => {
    const organ = await app.given('organs', {
      municipality: town,
      kind: 'OFFICE',
      decidesFinally: false,
      text: { name: 'Umweltamt' },
    });
    await app.settle();
    const id = await create('Baumscheiben');
    expect(wordsOf(await lead.get(at(id, '/zustaendig')))).toContain('Noch niemand zuständig.');
    await lead.fill(at(id, '/zustaendig'), { organ, occurredOn: '2026-01-01' });
    await lead.fill(at(id, '/zustaendig'), { name: 'Naturfreunde', responsibility: 'PARTNER' });
    const { facts } = (await detail(id)) as { facts: { responsible: { entry: string }[] } };
    expect(facts.responsible).toMatchObject([
      { organ, name: 'Umweltamt', responsibility: 'LEAD' },
      { organ: null, name: 'Naturfreunde', responsibility: 'PARTNER' },
    ]);
    const entry = facts.responsible[1]?.entry;
    await lead.fill(at(id, `/zustaendig/${entry}/entlassen`), {});
    expect(wordsOf(await lead.get(at(id, '/zustaendig')))).not.toContain('Naturfreunde');
    const nobody = await lead.fill(at(id, '/zustaendig'), {});
    expect([nobody.status, nobody.text.includes('href="#field-name"')]).toEqual([400, true]);
  });
});

describe('where a measure goes on', () => {
  it('is another one it merges into', async () => {
    const [from, into] = [await create('Teilplan'), await create('Gesamtplan')];
    await lead.fill(at(from, '/zusammenlegen'), { into, note: 'Beschluss' });
    expect(await detail(from)).toMatchObject({ decision: 'MERGED', heirs: [into] });
    const itself = await lead.fill(at(into, '/zusammenlegen'), { into: from });
    expect([itself.status, itself.text.includes('href="#field-into"')]).toEqual([400, true]);
  });

  it('are its parts, new ones and known ones; nothing is made when something is wrong', async () => {
    const [whole, known] = [await create('Ganzes'), await create('Bekannter Teil')];
    const before = await app.lastPosition();
    const form = { 'into.0.title': 'Neuer Teil', 'into.2.measure': known };
    const refused = await lead.fill(at(whole, '/aufteilen'), { ...form, occurredOn: '2099-01-01' });
    expect(refused.text).toContain('href="#field-occurredOn"');
    const none = await lead.fill(at(whole, '/aufteilen'), {});
    expect(none.text).toContain('href="#field-into"');
    expect(await app.lastPosition()).toBe(before);
    await lead.fill(at(whole, '/aufteilen'), form);
    const made = await measureCalled('Neuer Teil');
    expect(await detail(whole)).toMatchObject({ decision: 'SPLIT', heirs: [made, known] });
    expect(await detail(made)).toMatchObject({ place: { plan, field } });
  });

  it('is one that takes its place, known or new', async () => {
    const old = await create('Alt');
    await lead.fill(at(old, '/ersetzen'), { title: 'Neu statt Alt' });
    const heir = await measureCalled('Neu statt Alt');
    expect(await detail(old)).toMatchObject({ decision: 'SUPERSEDED', heirs: [heir] });
    expect(wordsOf(await lead.get(at(old)))).not.toContain('Eine andere Maßnahme tritt');
  });

  it('is itself, in a new round, after it was rejected', async () => {
    const id = await create('Tempo 30');
    expect(wordsOf(await lead.get(at(id)))).not.toContain('Neu aufgreifen');
    const log = { what: 'rejected', on: '2026-01-20', note: '' };
    await lead.send(`${base}/massnahmen/${id}/eintragen`, log);
    await app.settle();
    expect(wordsOf(await lead.get(at(id)))).toContain('Neu aufgreifen');
    await lead.fill(at(id, '/aufgreifen'), { as: 'SUBMITTED', paper: 'AT-9/26' });
    expect(await detail(id)).toMatchObject({ decision: 'SUBMITTED', round: 2 });
  });
});

describe('what a measure said at first', () => {
  it('is corrected in sight, with a reason', async () => {
    const id = await create('Falsch zugeordnet');
    const refused = await lead.fill(at(id, '/herkunft'), { origin: 'FACTION', reason: '' });
    expect([refused.status, refused.text.includes('href="#field-reason"')]).toEqual([400, true]);
    await lead.fill(at(id, '/herkunft'), {
      origin: 'FACTION',
      marks: ['ownProposal', 'idea'],
      reason: 'Stand im Protokoll anders',
    });
    expect(await detail(id)).toMatchObject({
      title: 'Falsch zugeordnet',
      origin: 'FACTION',
      ownProposal: true,
      decision: 'IDEA',
    });
  });

  it('is taken back where it was a mistake, with a reason', async () => {
    const id = await create('Doppelt');
    const saved = await lead.fill(at(id, '/zuruecknehmen'), { reason: 'Zweimal angelegt' });
    expect(wordsOf(await lead.follow(saved))).toContain('Zurückgenommen.');
    await app.settle();
    expect((await lead.get(at(id))).status).toBe(410);
    expect((await app.eventsOf(`measure-${id}`)).at(-1)?.type).toBe('EntryVoided');
  });
});
