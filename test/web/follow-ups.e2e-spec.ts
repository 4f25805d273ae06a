import { randomUUID } from 'node:crypto';
import { TestApp } from '../api/app.js';
import { dayFromNow, givenTable } from './given-table.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let given: Awaited<ReturnType<typeof givenTable>>;
let team: Visitor;
const work = '/de/kommunen/musterstadt/bearbeiten';
const ofTable = () => `${work}/runde-tische/${given.table}/zusagen`;
const words = async (path: string, visitor = team) => wordsOf(await visitor.get(path));
const newest = async (type: string) =>
  (await app.eventsOf(`roundtable-${given.table}`)).findLast((event) => event.type === type)?.data;

const [late, early, asked, checked] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** Two promises of a meeting, one of them late; a question that was handed over, and a fact to be checked. */
beforeAll(async () => {
  app = await TestApp.start();
  given = await givenTable(app);
  const { say, meeting, club, office, farm } = given;
  const on = dayFromNow(-7);
  const promise = (followUp: string, actor: string, what: string, due: string) =>
    say('agree-follow-up', { occurredOn: on, followUp, actor, meeting, due, text: { what } });
  await promise(late, club, 'Wege zählen', dayFromNow(-2));
  await promise(early, farm, 'Platz suchen', dayFromNow(30));
  for (const [item, kind, topic] of [
    [asked, 'PROPOSAL', 'Wann kommt der Radweg?'],
    [checked, 'FACT_CHECK', 'Stehen dort 400 Bäume?'],
  ]) {
    await say('add-item', { item, meeting, kind, rank: 1, text: { topic } });
  }
  await say('conclude-item', {
    ...{ occurredOn: on, item: asked, meeting, result: 'HANDED_OVER' },
    ...{ handedTo: 'ADMINISTRATION', recipient: office, text: { text: 'Bitte bald.' } },
  });
  await say('conclude-item', {
    occurredOn: on,
    item: checked,
    meeting,
    result: 'PARKED',
    text: {},
  });
  await app.settle();
  team = await Visitor.signedIn(app, { role: 'MONITOR', municipality: given.town });
});
afterAll(() => app.stop());

describe('what was promised', () => {
  it('stands with its organisation, the longest overdue first', async () => {
    const page = await words(`${work}/zusagen`);
    expect(page).toContain('überfällig seit 2 Tagen');
    expect(page.indexOf('Wege zählen')).toBeLessThan(page.indexOf('Platz suchen'));
    expect(await words(ofTable())).toContain('Radfreunde e. V.');
  });

  it('is on the first page after signing in, with the questions', async () => {
    const page = await words('/de/arbeit');
    expect(page).toContain('1 Zusage überfällig oder lange still');
    expect(page).toContain('2 Fragen ohne Antwort');
    expect(await words(`${work}/runde-tische/${given.table}`)).toContain('2 offen, 1 überfällig');
  });

  it('is put off, with a day', async () => {
    const refused = await team.fill(`${ofTable()}/${early}`, { turn: 'reschedule-follow-up' });
    expect(refused.text).toContain('href="#field-due"');
    await team.fill(`${ofTable()}/${early}`, { turn: 'reschedule-follow-up', due: '1.5.2031' });
    expect(await words(ofTable())).toContain('fällig 1. Mai 2031 einmal verschoben');
  });

  it('is asked for in one mail with all that is open and the next dates', async () => {
    const path = `${work}/zusagen/${given.club}`;
    const { text } = await team.get(path);
    expect(text).toContain(
      '- Wege zählen (Runder Tisch Wege, überfällig seit 2 Tagen, seit 7 Tagen offen)',
    );
    expect(text).toContain('Die nächsten Termine:');
    await team.fill(`${path}/erinnern`, {});
    expect(await newest('RoundtableFollowUpReminded')).toMatchObject({ followUp: late });
    expect(await words(path)).toContain('erinnert am');
  });

  it('comes with the next date of those, too, who are invited without a seat', async () => {
    const guest = await app.given('actors', {
      ...{ municipality: given.town, kind: 'ASSOCIATION', text: { name: 'Naturfreunde' } },
    });
    const path = `${work}/zusagen/${guest}`;
    await app.settle();
    expect(await words(path)).not.toContain('Nächste Termine');
    await given.say('invite', { meeting: given.next, actors: [guest] });
    await app.settle();
    expect(await words(path)).toContain('Nächste Termine');
    expect(await words(`${work}/organisationen/${guest}`)).toContain('Offene Punkte und Mail');
  });

  it('is done, or is dropped', async () => {
    await team.fill(`${ofTable()}/${late}`, { turn: 'finish-follow-up', note: 'Es sind 212' });
    await team.fill(`${ofTable()}/${early}`, { turn: 'drop-follow-up' });
    const page = await words(ofTable());
    expect(page).toContain('Zurzeit ist keine Zusage offen.');
    expect(page).toMatch(/Platz suchen .*entfallen.*Wege zählen .*erledigt/);
  });

  it('between the meetings stays internal', async () => {
    await team.fill(ofTable(), { what: 'Anrufen', actor: given.farm, due: '' });
    const promise = await newest('RoundtableFollowUpAgreed');
    expect(promise).toMatchObject({ actor: given.farm, text: { what: 'Anrufen' } });
    expect(promise).not.toHaveProperty('meeting');
  });
});

describe('open questions to the town', () => {
  const questions = `${work}/offene-fragen`;

  it('are grouped by who is to answer', async () => {
    const page = await words(questions);
    expect(page).toMatch(/Umweltamt Wann kommt der Radweg\?.* wartet auf Antwort seit/);
    expect(page).toMatch(/Ohne genannte Stelle Stehen dort 400 Bäume\?/);
  });

  it('stand apart from what somebody else was asked', async () => {
    const { say, meeting } = given;
    const item = randomUUID();
    const topic = { text: { topic: 'Wer stellt den Antrag?' } };
    await say('add-item', { item, meeting, kind: 'PROPOSAL', rank: 2, ...topic });
    const asked = { item, meeting, result: 'HANDED_OVER', handedTo: 'FACTION', text: {} };
    await say('conclude-item', { occurredOn: dayFromNow(-7), ...asked });
    await app.settle();
    expect(await words(questions)).toMatch(
      /Stehen dort 400 Bäume\?.* An andere weitergegeben .*Wer stellt den Antrag\? .*Weitergegeben an: Fraktion/,
    );
    await say('record-answer', { item, text: { answer: 'Wir.' } });
    await app.settle();
  });

  it('are answered by the administration itself', async () => {
    const office = await Visitor.signedIn(app, {
      role: 'ADMINISTRATION',
      municipality: given.town,
    });
    expect(await words(work, office)).toContain('Offene Fragen an die Stadt');
    const path = `${questions}/${given.table}`;
    expect((await office.fill(`${path}/${asked}`, { answer: '' })).status).toBe(400);
    await office.fill(`${path}/${asked}`, {
      answer: 'Im Frühjahr.',
      evidenceTitle: 'Bauzeitenplan',
    });
    expect(await newest('RoundtableAnswerReceived')).toMatchObject({
      ...{ item: asked, answeredBy: given.office },
      text: { answer: 'Im Frühjahr.', evidence: [{ kind: 'other', title: 'Bauzeitenplan' }] },
    });
    await office.fill(`${path}/${checked}`, { answer: 'Es sind 312.' });
    expect(await newest('RoundtableFactCheckAnswered')).toMatchObject({ item: checked });
    expect(await words(questions)).toContain('Zurzeit ist keine Frage offen.');
  });

  it('leads the administration back to where it may look', async () => {
    const office = await Visitor.signedIn(app, {
      role: 'ADMINISTRATION',
      municipality: given.town,
    });
    expect((await office.get(ofTable())).status).toBe(403);
    const promise = { followUp: randomUUID(), actor: given.office, text: { what: 'Zahlen holen' } };
    await given.say('agree-follow-up', { occurredOn: dayFromNow(-1), ...promise });
    await app.settle();
    const path = `${ofTable()}/${promise.followUp}`;
    const done = await office.fill(path, { turn: 'finish-follow-up' });
    expect(wordsOf(await office.follow(done))).toContain('Zurzeit ist keine Zusage offen.');
  });

  it('shows the administration nothing that the team agreed with others between the meetings', async () => {
    const office = await Visitor.signedIn(app, {
      role: 'ADMINISTRATION',
      municipality: given.town,
    });
    const promise = {
      followUp: randomUUID(),
      actor: given.farm,
      text: { what: 'Fraktion fragen' },
    };
    await given.say('agree-follow-up', { occurredOn: dayFromNow(-1), ...promise });
    await app.settle();
    expect((await office.get(`${ofTable()}/${promise.followUp}`)).status).toBe(404);
    for (const path of [`${work}/zusagen`, `${work}/zusagen/${given.farm}`, '/de/arbeit']) {
      expect(await words(path)).toContain(path === '/de/arbeit' ? 'Zusage' : 'Fraktion fragen');
      expect(await words(path, office)).not.toContain('Fraktion fragen');
    }
  });
});
