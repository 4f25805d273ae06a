import { randomUUID } from 'node:crypto';
import { berlinDay } from '@klimaspur/domain';
import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { dayFromNow, givenTable } from './given-table.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let given: Awaited<ReturnType<typeof givenTable>>;
let team: Visitor;
/** Registered once more, under another spelling. */
let twice: string;
const work = '/de/kommunen/musterstadt/bearbeiten';
const at = (...parts: string[]) => [`${work}/organisationen`, ...parts].join('/');
const words = async (path: string, visitor = team) => wordsOf(await visitor.get(path));
const view = () => ({
  asOf: berlinDay(new Date().toISOString()),
  viewer: { drafts: 'all' as const },
});
const table = async () => {
  await app.settle();
  return app.worlds.own.readModels.roundtable(given.table, view())!;
};
const actors = async () => {
  await app.settle();
  const { town } = given;
  return app.worlds.own.readModels.actors({ municipality: town }, view()).map(({ name }) => name);
};
const anActor = (name: string) =>
  app.given('actors', { municipality: given.town, kind: 'ASSOCIATION', text: { name } });
const contactOf = async (actor: string) => {
  const kept = { id: randomUUID(), municipality: given.town, actor, changedAt: 0 };
  await app.app.get(Vault).contacts.keep({ ...kept, name: 'Erika Muster' });
};
const contacts = () => app.app.get(Vault).contacts.ofTown(given.town);

beforeEach(async () => {
  app = await TestApp.start();
  given = await givenTable(app);
  await app.publish(given.town);
  twice = await anActor('Radfreunde');
  team = await Visitor.signedIn(app, { role: 'LEAD', municipality: given.town });
});
afterEach(() => app.stop());

describe('an organisation that was registered twice', () => {
  const item = randomUUID();
  let measure: string;

  /** It sits at the table, said no at a meeting, promised something there and for a measure. */
  const busy = async () => {
    const { say, meeting, town } = given;
    const on = dayFromNow(-7);
    await say('add-seat', { seat: randomUUID(), actor: twice, kind: 'CITIZENS', voting: true });
    const said = { meeting, occurredOn: on };
    await say('add-item', { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Wege' } });
    await say('hold-meeting', { ...said, groups: [twice, given.office], text: {} });
    const refused = { result: 'DISSENT', dissent: [twice], text: { text: 'So nicht.' } };
    await say('conclude-item', { ...said, item, ...refused });
    const promise = { followUp: randomUUID(), actor: twice, text: { what: 'Zählen' } };
    await say('agree-follow-up', { ...said, ...promise });
    measure = await app.given('measures', { municipality: town, text: { title: 'Radweg' } });
    const pledge = { actor: twice, contribution: 'WORK', text: { what: 'Hände' } };
    await app.post(`measures/${measure}/pledge-support`, pledge);
    await app.post(`measures/${measure}/publish-measure`, {});
    for (const actor of [twice, given.club]) await app.post(`actors/${actor}/publish-actor`, {});
    for (const step of ['circulate-protocol', 'approve-protocol', 'publish-protocol']) {
      const more = step === 'circulate-protocol' ? { approvalUntil: dayFromNow(-1) } : {};
      await say(step, {
        meeting,
        ...more,
        ...(step === 'approve-protocol' ? { unanimous: true } : {}),
      });
    }
    await say('publish-roundtable', {});
    await contactOf(twice);
    await app.settle();
  };

  it('is one from then on: at its tables, in promises and measures, at its address', async () => {
    await busy();
    const merged = await team.fill(at(twice, 'zusammenlegen'), { actor: given.club });
    expect(wordsOf(await team.follow(merged))).toContain('Hierin ist aufgegangen: Radfreunde');
    expect(await actors()).toEqual(['Hof Sonnentau', 'Radfreunde e. V.', 'Umweltamt']);
    const { seats, meetings, items, followUps } = await table();
    const taken = seats.filter(({ ended, actor }) => !ended && actor === given.club);
    expect(taken).toHaveLength(1);
    expect(meetings[0]?.held?.groups).toEqual([given.club, given.office]);
    expect(items[0]?.conclusions[0]?.dissent).toEqual([given.club]);
    expect(followUps.map(({ actor }) => actor)).toEqual([given.club]);
    expect((await contacts()).map(({ actor }) => actor)).toEqual([given.club]);
    expect(await words(`${work}/zusagen/${given.club}`)).toMatch(/Zählen.*Hände/);
    expect((await team.get(at(twice))).status).toBe(404);
    const stranger = Visitor.stranger(app);
    const page = (id: string) => `/de/kommunen/musterstadt/buendnis/${id}`;
    expect((await stranger.get(page(twice))).headers.get('location')).toBe(page(given.club));
    expect(await words(page(given.club), stranger)).toMatch(/Zählen/);
    expect(await words(`/de/kommunen/musterstadt/massnahmen/${measure}`, stranger)).toContain(
      'Radfreunde e. V.',
    );
    const { json } = await app.ask({ path: `/api/v1/actors/${twice}`, token: null });
    expect(json['id']).toBe(given.club);
  });

  it('keeps its dissent until it is released, under either name', async () => {
    await busy();
    await team.fill(at(twice, 'zusammenlegen'), { actor: given.club });
    const path = `/de/kommunen/musterstadt/runder-tisch/${given.table}/${dayFromNow(-7)}`;
    const stranger = Visitor.stranger(app);
    await app.settle();
    expect(await words(path, stranger)).not.toContain('So nicht.');
    const release = `${work}/runde-tische/${given.table}/termine/${given.meeting}/ergebnisse/${item}/dissens`;
    expect((await team.fill(release, { actors: twice })).status).toBe(303);
    await app.settle();
    expect(await words(path, stranger)).toMatch(/So nicht\..*Radfreunde e\. V\./);
  });

  it('is two again once that is taken back', async () => {
    await busy();
    await team.fill(at(twice, 'zusammenlegen'), { actor: given.club });
    const part = at(given.club, 'zusammenlegen', twice, 'zuruecknehmen');
    expect((await team.fill(part, {})).status).toBe(400);
    await team.fill(part, { reason: 'Zwei Vereine' });
    expect(await actors()).toEqual([
      'Hof Sonnentau',
      'Radfreunde',
      'Radfreunde e. V.',
      'Umweltamt',
    ]);
    expect((await table()).followUps[0]?.actor).toBe(twice);
  });

  it('is not hidden behind one that may not be named', async () => {
    await app.post(`actors/${twice}/publish-actor`, {});
    await app.settle();
    const sent = await team.fill(at(twice, 'zusammenlegen'), { actor: given.club });
    expect([sent.status, problemsIn(sent.text)]).toEqual([400, ['actor']]);
    expect((await team.fill(at(twice, 'zusammenlegen'), { actor: '' })).status).toBe(400);
  });
});

describe('an organisation that was registered by mistake', () => {
  it('goes with its seats, invitations and contacts', async () => {
    const { say, meeting } = given;
    await say('add-seat', { seat: randomUUID(), actor: twice, kind: 'CITIZENS', voting: true });
    await say('invite', { meeting, actors: [twice] });
    await contactOf(twice);
    await app.settle();
    expect((await team.fill(at(twice, 'zuruecknehmen'), {})).status).toBe(400);
    expect(await actors()).toHaveLength(4);
    const sent = await team.fill(at(twice, 'zuruecknehmen'), { reason: 'War eine Person' });
    expect(sent.headers.get('location')).toContain('/organisationen');
    expect(await actors()).toEqual(['Hof Sonnentau', 'Radfreunde e. V.', 'Umweltamt']);
    const { seats, meetings } = await table();
    expect(seats.map(({ actor }) => actor)).not.toContain(twice);
    expect(meetings[0]?.invited).not.toContain(twice);
    expect(await contacts()).toEqual([]);
    expect((await team.get(at(twice))).status).toBe(404);
  });

  it('stays where something is said of it', async () => {
    const promise = { followUp: randomUUID(), actor: twice, text: { what: 'Zählen' } };
    await given.say('agree-follow-up', { occurredOn: dayFromNow(-1), ...promise });
    await app.settle();
    expect(await words(at(twice, 'zuruecknehmen'))).toContain('Dann bleibt sie.');
    const sent = await team.send(at(twice, 'zuruecknehmen'), { reason: 'Versehen' });
    expect(sent.status).toBe(400);
    expect(await actors()).toContain('Radfreunde');
  });

  it('is taken back by leads and monitors; merged by leads alone', async () => {
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: given.town });
    expect((await monitor.get(at(twice, 'zusammenlegen'))).status).toBe(403);
    expect((await monitor.get(at(twice, 'zuruecknehmen'))).status).toBe(200);
  });
});
