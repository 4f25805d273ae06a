import { randomUUID } from 'node:crypto';
import { actorPath, alliancePath } from '../../apps/api/src/web/roundtables/table-paths.js';
import { measurePath, measuresPath, townPath, workPath } from '../../apps/api/src/web/paths.js';
import { TestApp, type Answered } from '../api/app.js';
import { plain } from './example-pages.js';
import { Visitor } from './visitor.js';

/** Stands in everything that strangers must not read. */
const SECRET = 'Geheim';

let app: TestApp;
let team: Visitor;
let ids: Readonly<Record<'town' | 'club' | 'office' | 'shy' | 'roofs' | 'workshop', string>>;
const town = 'musterstadt';

const told = async (path: string, body: object) => {
  const { status, text } = await app.post(path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
};

/** A town with a club and an office that are named, one that is not, and what they do for two measures. */
const given = async () => {
  const municipality = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  const organ = await app.given('organs', {
    ...{ municipality, kind: 'OFFICE', decidesFinally: false },
    text: { name: 'Hochbauamt' },
  });
  const actor = (name: string, kind: string, more: object = {}) =>
    app.given('actors', { municipality, kind, ...more, text: { name } });
  const club = await actor('Radfreunde', 'ASSOCIATION');
  const office = await actor('Amt für Dächer', 'ADMINISTRATION', { organ });
  const shy = await actor(`${SECRET}verein`, 'ASSOCIATION');
  const measure = async (title: string) => {
    const id = await app.given('measures', { municipality, text: { title } });
    await told(`measures/${id}/publish-measure`, {});
    return id;
  };
  const roofs = await measure('Solardächer');
  const workshop = await measure('Fahrradwerkstatt');
  for (const id of [club, office]) await told(`actors/${id}/publish-actor`, {});
  for (const id of [club, shy]) {
    await told(`actors/${id}/join-alliance`, { occurredOn: '2024-03-01', text: {} });
  }
  await told(`actors/${club}/make-offer`, {
    ...{ occurredOn: '2024-04-01', contribution: 'WORK' },
    text: { what: 'Zwei Samstage im Monat' },
  });
  await told(`measures/${roofs}/assign-responsible-body`, {
    ...{ occurredOn: '2024-05-01', responsibility: 'LEAD', organ },
    text: { name: 'Hochbauamt' },
  });
  for (const [by, what] of [
    [club, 'Acht Dächer prüfen'],
    [shy, `${SECRET}spende`],
  ]) {
    await told(`measures/${roofs}/pledge-support`, {
      ...{ occurredOn: '2024-06-01', actor: by, contribution: 'WORK' },
      text: { what },
    });
  }
  await told(`measures/${workshop}/declare-no-decision-needed`, {
    ...{ occurredOn: '2024-06-01', reason: 'CIVIL_SOCIETY', actor: club },
    text: {},
  });
  await app.publish(municipality);
  return { town: municipality, club, office, shy, roofs, workshop };
};

const get = (path: string): Promise<Answered> => app.ask({ path, token: null });
const page = async (path: string): Promise<string> => plain((await get(path)).text);
const deliver = async () => {
  const { json } = await app.ask({ path: `/api/v1/measures/${ids.roofs}` });
  const { support } = json['facts'] as { support: { entry: string; what: string }[] };
  const pledge = support.find(({ what }) => what.startsWith('Acht'))!.entry;
  await told(`measures/${ids.roofs}/deliver-support`, {
    ...{ occurredOn: '2024-07-01', pledge },
    text: {},
  });
  await app.settle();
};

beforeAll(async () => {
  app = await TestApp.start();
  ids = await given();
  await app.settle();
  team = await Visitor.signedIn(app, { role: 'OPERATOR' });
});
afterAll(() => app.stop());

describe('the alliance of a town', () => {
  it('says who belongs to it since when, what they bring in, and who works with whom', async () => {
    const text = await page(alliancePath('de', town));
    expect(text).toContain('Klimabündnis in Musterstadt');
    expect(text).toContain('Eine Organisation gehört dazu.');
    expect(text).toMatch(/Radfreunde Verein oder Verband seit 1. März 2024/);
    expect(text).toContain('Zwei Samstage im Monat');
    expect(text).toContain('2 Organisationen haben miteinander zu tun');
    expect(text).toMatch(/1\. Amt für Dächer Radfreunde : 1 Maßnahme/);
  });

  it('counts projects that need no decision apart', async () => {
    const text = await page(alliancePath('en', town));
    expect(text).toContain('Projects of allies that need no decision One project: 1 ');
    expect(text).toContain('Fahrradwerkstatt');
  });

  it('leaves them out of the numbers of the town, and of the list behind these, unless it asks for them', async () => {
    const list = async (allies: string) => {
      const path = `${measuresPath('de', town)}${allies}`;
      return { text: await page(path), titles: (await get(path.replace('?', '.json?'))).text };
    };
    const without = await list('?');
    expect(without.text).toContain(
      '1 Maßnahme Dazu passt 1 Vorhaben von Bündnispartnern Solardächer',
    );
    expect(without.titles).not.toContain('Fahrradwerkstatt');
    const only = await list('?buendnis=only');
    expect(only.text).toContain('1 Maßnahme Fahrradwerkstatt');
    expect(only.titles).not.toContain('Solardächer');
    const both = await list('?buendnis=with');
    expect(both.text).toContain('2 Maßnahmen');
    expect(both.text).toContain('Vorhaben von Bündnispartnern: zusammen mit ihnen');
    for (const title of ['Fahrradwerkstatt', 'Solardächer']) expect(both.titles).toContain(title);
    expect(await page(`${measuresPath('de', town)}?buendnis=vielleicht`)).toContain(
      'buendnis=vielleicht',
    );
    const api = async (path: string) => (await get(`/api/v1/${path}`)).json;
    expect(await api(`municipalities/${town}/progress`)).toMatchObject({
      counts: { total: 1 },
      ownProjects: { total: 1, byStatus: { adopted: 1 } },
    });
    const listed = (query: string) => api(`measures?municipality=${town}${query}`);
    expect([
      (await listed(''))['total'],
      (await listed('&ownProjects=true'))['total'],
      (await listed('&ownProjects=false'))['total'],
    ]).toEqual([2, 1, 1]);
    expect((await get(`${townPath('de', town)}.csv`)).text).toMatch(
      /Vorhaben von Bündnispartnern, kein Beschluss nötig[;,].*1/,
    );
  });

  it('gives the same to programs', async () => {
    const { organisations, work, ownProjects } = JSON.parse(
      (await get(`${alliancePath('de', town)}.json`)).text,
    ) as {
      organisations: { id: string }[];
      work: { measure: { id: string }; parts: { actor: string; part: string }[] }[];
      ownProjects: { measure: { id: string }; actor: string }[];
    };
    expect(organisations.map(({ id }) => id)).toEqual([ids.office, ids.club]);
    expect(work).toMatchObject([
      {
        measure: { id: ids.roofs },
        parts: [
          { actor: ids.office, part: 'LEAD' },
          { actor: ids.club, part: 'SUPPORT' },
        ],
      },
    ]);
    expect(ownProjects).toMatchObject([{ measure: { id: ids.workshop }, actor: ids.club }]);
    const lines = (await get(`${alliancePath('de', town)}.csv`)).text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Solardächer');
  });
});

describe('the page of an organisation', () => {
  it('says what it leads', async () => {
    const text = await page(actorPath('de', town, ids.office));
    expect(text).toMatch(/Maßnahmen, an denen sie arbeitet Solardächer Federführung/);
  });

  it('counts what it promised, and says what was delivered once it was', async () => {
    const path = actorPath('de', town, ids.club);
    const before = await page(path);
    expect(before).toContain('Eine Zusage: 0 eingelöst, 1 offen, 0 zurückgenommen oder entfallen.');
    expect(before).toContain('zugesagt, 1. Juni 2024');
    await deliver();
    const after = await page(path);
    expect(after).toContain('Eine Zusage: 1 eingelöst, 0 offen');
    expect(after).toContain('eingelöst, 1. Juli 2024');
    const { supported } = JSON.parse((await get(`${path}.json`)).text) as {
      supported: { delivered: { on: string } }[];
    };
    expect(supported).toMatchObject([{ delivered: { on: '2024-07-01' } }]);
  });

  it('leads those who work on it to its work page, and nobody else', async () => {
    const path = actorPath('de', town, ids.club);
    const work = `href="${workPath('de', town, 'organisations', ids.club)}"`;
    expect((await team.get(path)).text).toContain(work);
    expect((await get(path)).text).not.toContain(work);
  });
});

describe('a measure', () => {
  it('says who supports it, and links an organisation that leads it', async () => {
    const text = await page(measurePath('de', town, ids.roofs));
    expect(text).toMatch(
      /Wer etwas einbringt Acht Dächer prüfen Radfreunde · Arbeit eingelöst, 1\. Juli 2024/,
    );
    await told(`measures/${ids.workshop}/assign-responsible-body`, {
      ...{ occurredOn: '2024-07-01', responsibility: 'LEAD', actor: ids.club },
      text: { name: 'Radfreunde' },
    });
    await app.settle();
    const { text: html } = await get(measurePath('de', town, ids.workshop));
    expect(html).toContain(`href="${actorPath('de', town, ids.club)}"`);
    expect(plain(html)).toContain(
      'Ein Vorhaben von Bündnispartnern, für das kein Beschluss nötig ist: Radfreunde',
    );
  });

  it('is promised support on a page of the team, which is delivered or withdrawn there', async () => {
    const path = workPath('de', town, 'measures', ids.roofs, 'support');
    expect((await team.get(workPath('de', town, 'measures', ids.roofs))).text).toContain(path);
    const day = { occurredOn: '2024-08-01' };
    const promise = { actor: ids.office, contribution: 'SPACE', what: 'Das Dach des Amts', ...day };
    const kept = await team.follow(await team.fill(path, promise));
    expect(plain(kept.text)).toMatch(
      /Das Dach des Amts Amt für Dächer · zugesagt, 1\. August 2024/,
    );
    const ways = kept.text.matchAll(new RegExp(`${path}/[0-9a-f-]{36}/zurueckziehen`, 'g'));
    const withdraw = [...ways].at(-1)![0];
    const gone = await team.follow(await team.fill(withdraw, { ...day, note: 'Statik' }));
    expect(plain(gone.text)).toContain('Amt für Dächer · zurückgenommen, 1. August 2024');
    const refused = await team.fill(path, { ...promise, what: '' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(ids.office);
  });

  it('can be given to an organisation without typing its name', async () => {
    const path = workPath('de', town, 'measures', ids.roofs, 'responsible');
    const day = { occurredOn: '2024-08-02' };
    await team.fill(path, { responsibility: 'PARTNER', actor: ids.club, ...day });
    const { json } = await app.ask({ path: `/api/v1/measures/${ids.roofs}` });
    const { responsible } = json['facts'] as { responsible: object[] };
    expect(responsible).toContainEqual(
      expect.objectContaining({ responsibility: 'PARTNER', actor: ids.club, name: 'Radfreunde' }),
    );
  });
});

describe('the dashboard of a town', () => {
  it('leads to the alliance, and counts its own projects apart from the measures of the town', async () => {
    const { text } = await get(townPath('de', town));
    expect(text).toContain(`href="${alliancePath('de', town)}"`);
    expect(plain(text)).toMatch(
      /kein Beschluss nötig 1 Vorhaben, in den Zahlen der Kommune nicht mitgezählt Ein Vorhaben: 1 beschlossen/,
    );
  });
});

describe('an organisation that did not agree to be named', () => {
  it('is on no page and in no file for strangers', async () => {
    const paths = (['de', 'en'] as const).flatMap((lang) => [
      measurePath(lang, town, ids.roofs),
      townPath(lang, town),
      ...['', '.json', '.csv'].map((ending) => alliancePath(lang, town) + ending),
      ...[ids.club, ids.office].flatMap((id) => [
        actorPath(lang, town, id),
        `${actorPath(lang, town, id)}.json`,
      ]),
    ]);
    for (const path of paths) {
      const { status, text } = await get(path);
      expect(`${path} ${status}`).toBe(`${path} 200`);
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(ids.shy);
    }
  });

  it('has a page for the team alone', async () => {
    const path = actorPath('de', town, ids.shy);
    expect((await get(path)).status).toBe(404);
    expect((await get(`${path}.json`)).status).toBe(404);
    expect((await get(actorPath('de', town, randomUUID()))).status).toBe(404);
    const shown = await team.get(path);
    expect(shown.status).toBe(200);
    expect(plain(shown.text)).toContain('nicht öffentlich genannt');
  });
});
