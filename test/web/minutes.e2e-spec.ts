import { TestApp } from '../api/app.js';
import { dayFromNow, givenTable } from './given-table.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let given: Awaited<ReturnType<typeof givenTable>>;
let team: Visitor;
const work = '/de/kommunen/musterstadt/bearbeiten/runde-tische';
const at = (...parts: string[]) =>
  [work, given.table, 'termine', given.meeting, ...parts].join('/');

beforeAll(async () => {
  app = await TestApp.start();
  given = await givenTable(app);
  team = await Visitor.signedIn(app, { role: 'MONITOR', municipality: given.town });
});
afterAll(() => app.stop());

interface Item {
  readonly item: string;
  readonly topic: string;
  readonly meeting: string;
}
const entries = async (type: string) =>
  (await app.eventsOf(`roundtable-${given.table}`)).filter((event) => event.type === type);
const itemCalled = async (topic: string): Promise<Item> => {
  const added = await entries('RoundtableItemAdded');
  const found = added.find(({ data }) => (data['text'] as { topic: string }).topic === topic);
  return found?.data as unknown as Item;
};
const newest = async (type: string) => (await entries(type)).at(-1)?.data;
const seenBy = async (visitor: Visitor, ...parts: string[]) =>
  wordsOf(await visitor.get(at(...parts)));
const orderAt = async (path: string) => {
  const { text } = await team.get(path);
  return [...text.matchAll(/lang="de">\d\. ([^<]+)<\/a>/g)].map(([, topic]) => topic);
};

describe('the agenda of a meeting', () => {
  const add = (topic: string, fields = {}) =>
    team.fill(at('tagesordnung'), { topic, kind: 'PROPOSAL', ...fields });

  it('takes items with what is known before, in the order in which they come', async () => {
    expect(wordsOf(await team.get(at('tagesordnung')))).toContain('Noch steht nichts');
    await add('Radweg', { commonGround: 'Alle wollen sichere Wege.', broughtBy: given.club });
    await add('Bäume', { kind: 'FACT_CHECK' });
    await add('Parken');
    expect(await orderAt(at('tagesordnung'))).toEqual(['Radweg', 'Bäume', 'Parken']);
    expect(wordsOf(await team.get(at('tagesordnung')))).toContain('Radfreunde e. V.');
  });

  it('asks for a topic, and keeps what was typed', async () => {
    const refused = await add('', { text: 'Nicht vergessen' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-topic"');
    expect(refused.text).toContain('Nicht vergessen');
  });

  it('is put in order by steps, each of which leads back to the item', async () => {
    const { item } = await itemCalled('Parken');
    const moved = await team.send(at('tagesordnung', item, 'platz'), {
      direction: 'up',
    });
    expect(moved.headers.get('location')).toBe(`${at('tagesordnung')}#i-${item}`);
    expect(await orderAt(at('tagesordnung'))).toEqual(['Radweg', 'Parken', 'Bäume']);
  });

  it('hands an item on to the next meeting', async () => {
    const { item } = await itemCalled('Parken');
    await team.fill(at('tagesordnung', item, 'platz'), {});
    expect(await orderAt(at('tagesordnung'))).toEqual(['Radweg', 'Bäume']);
    const next = [work, given.table, 'termine', given.next, 'tagesordnung'].join('/');
    expect(await orderAt(next)).toEqual(['Parken']);
  });

  it('takes a better word for an item, with a reason', async () => {
    const { item } = await itemCalled('Bäume');
    const path = at('tagesordnung', item);
    expect((await team.fill(path, { topic: 'Stadtbäume' })).status).toBe(400);
    await team.fill(path, { topic: 'Stadtbäume', reason: 'Genauer' });
    expect(await orderAt(at('tagesordnung'))).toEqual(['Radweg', 'Stadtbäume']);
  });

  it('is not shown to those who have no part in the town', async () => {
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const stranger = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    expect((await stranger.get(at('tagesordnung'))).status).toBe(404);
    const elsewhere = at('tagesordnung').replace(given.meeting, given.table);
    expect((await team.get(elsewhere)).status).toBe(404);
  });
});

describe('a meeting that was held', () => {
  it('begins with those who said that they would come', async () => {
    const { text } = await team.get(at('durchfuehrung'));
    const chosen = [...text.matchAll(/<input[^>]*name="groups"[^>]*>/g)]
      .filter(([tag]) => tag.includes(' checked'))
      .map(([tag]) => /value="([^"]+)"/.exec(tag)?.[1]);
    expect(chosen).toEqual([given.club]);
    const groups = [given.club, given.office];
    await team.fill(at('durchfuehrung'), { groups, guests: '3', summary: 'Ein guter Abend.' });
    expect(await newest('RoundtableMeetingHeld')).toMatchObject({ groups, guests: 3 });
    expect(await seenBy(team, 'protokoll')).toContain('Ein guter Abend.');
  });

  it('is corrected with a reason', async () => {
    expect((await team.fill(at('durchfuehrung'), { guests: '4' })).status).toBe(400);
    await team.fill(at('durchfuehrung'), { guests: '4', reason: 'Nachgezählt' });
    expect(await seenBy(team, 'protokoll')).toContain('Dazu kamen 4 Gäste.');
  });
});

describe('the result of an item', () => {
  const conclude = async (topic: string, fields: Record<string, string | string[]>) =>
    team.fill(at('ergebnisse', (await itemCalled(topic)).item), fields);

  it('begins with the common ground, and comes with promises', async () => {
    const { item } = await itemCalled('Radweg');
    expect((await team.get(at('ergebnisse', item))).text).toContain('Alle wollen sichere Wege.');
    await conclude('Radweg', {
      result: 'CONSENSUS',
      text: 'Der Radweg soll kommen.',
      'promises.0.what': 'Karte zeichnen',
      'promises.0.actor': given.club,
      'promises.0.due': '1.3.2030',
    });
    expect(await newest('RoundtableItemConcluded')).toMatchObject({ item, result: 'CONSENSUS' });
    expect(await newest('RoundtableFollowUpAgreed')).toMatchObject({
      ...{ actor: given.club, item, meeting: given.meeting, due: '2030-03-01' },
      text: { what: 'Karte zeichnen' },
    });
  });

  it('comes with evidence, shown with it, and keeps what was there', async () => {
    const said = {
      evidenceTitle: 'Lageplan',
      evidenceUrl: 'https://beispiel.de/plan',
      reason: 'Plan',
    };
    await conclude('Radweg', said);
    await conclude('Radweg', {
      evidenceTitle: 'Foto der Kreuzung',
      evidenceKind: 'photo',
      reason: 'Foto',
    });
    const shown = await team.get(at('protokoll'));
    expect(shown.text).toMatch(/href="https:\/\/beispiel\.de\/plan"[^>]*>Lageplan/);
    expect(wordsOf(shown)).toContain('Foto der Kreuzung');
    expect(wordsOf(await team.get(at('text')))).toContain('Lageplan (<https://beispiel.de/plan>)');
    const wrong = await conclude('Radweg', { evidenceUrl: 'plan', reason: 'x' });
    expect([wrong.status, wrong.text.includes('href="#field-evidenceUrl"')]).toEqual([400, true]);
  });

  it('says at the fields what is missing, and writes nothing by halves', async () => {
    const before = await app.lastPosition();
    const refused = await conclude('Bäume', {
      result: 'DISSENT',
      'promises.0.what': 'Zählen',
      'promises.0.actor': '',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#field-promises.0.actor"');
    const nobody = await conclude('Bäume', { result: 'DISSENT' });
    expect(nobody.text).toContain('href="#field-dissent"');
    expect(await app.lastPosition()).toBe(before);
  });

  it('is a dissent until the groups it names release it', async () => {
    await conclude('Bäume', { result: 'DISSENT', dissent: [given.club], text: 'Streit.' });
    expect(await seenBy(team, 'protokoll')).toContain('Dieser Punkt ist intern');
    const { item } = await itemCalled('Bäume');
    expect((await team.fill(at('ergebnisse', item, 'dissens'), {})).status).toBe(400);
    await team.fill(at('ergebnisse', item, 'dissens'), { actors: given.club });
    const { id: conclusion } = (await entries('RoundtableItemConcluded')).at(-1)!;
    const release = { item, actor: given.club, conclusion };
    expect(await newest('RoundtableDissentReleased')).toMatchObject(release);
    expect(await seenBy(team, 'protokoll')).not.toContain('Dieser Punkt ist intern');
  });

  it('is internal again in other words, and once a release is taken back', async () => {
    const { item } = await itemCalled('Bäume');
    const isInternal = async () => {
      const page = await seenBy(team, 'protokoll');
      return page.includes('Dieser Punkt ist intern');
    };
    const undo = at('ergebnisse', item, 'dissens', 'zurueckziehen');
    expect((await team.get(at('protokoll'))).text).toContain(`href="${undo}"`);
    expect((await team.fill(undo, {})).status).toBe(400);
    await team.fill(undo, { reason: 'Es war ein anderer Verein' });
    expect(await isInternal()).toBe(true);
    expect((await team.get(at('protokoll'))).text).not.toContain(`href="${undo}"`);
    await team.fill(at('ergebnisse', item, 'dissens'), { actors: given.club });
    expect(await isInternal()).toBe(false);
    await conclude('Bäume', { text: 'Viel Streit.', reason: 'Genauer' });
    expect(await isInternal()).toBe(true);
    await team.fill(at('ergebnisse', item, 'dissens'), { actors: given.club });
    expect(await isInternal()).toBe(false);
  });

  it('is corrected with a reason; promises alone need none', async () => {
    const added = await conclude('Radweg', {
      'promises.0.what': 'Flyer drucken',
      'promises.0.actor': given.office,
    });
    expect(added.status).toBe(303);
    expect((await conclude('Radweg', { text: 'Er soll bald kommen.' })).status).toBe(400);
    await conclude('Radweg', { text: 'Er soll bald kommen.', reason: 'Genauer' });
    const page = await seenBy(team, 'protokoll');
    expect(page).toContain('Er soll bald kommen.');
    expect(page).not.toContain('Der Radweg soll kommen.');
    expect(page).toContain('Flyer drucken');
    expect(await entries('RoundtableItemConcluded')).toHaveLength(2);
    expect(wordsOf(await team.get('/de/arbeit'))).toContain('Ergebnis: Dissens');
  });

  it('becomes a measure in one step, for those who may record some', async () => {
    const { item } = await itemCalled('Radweg');
    expect((await team.get(at('protokoll'))).text).not.toContain('name="how" value="new"');
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: given.town });
    const page = await lead.get(at('protokoll'));
    expect(page.text).toContain('name="how" value="new"');
    const sent = await lead.send(at('ergebnisse', item, 'massnahme'), {
      how: 'new',
      title: 'Radweg',
    });
    expect(wordsOf(await lead.follow(sent))).toContain('Die Idee ist als Maßnahme angelegt');
    const { measure } = (await newest('RoundtableProposalTakenUp')) as { measure: string };
    const [recorded] = await app.eventsOf(`measure-${measure}`);
    expect(recorded?.data).toMatchObject({ origin: 'ROUND_TABLE', idea: true });
  });
});

describe('the minutes', () => {
  it('say what everybody will see, and what not', async () => {
    const page = await seenBy(team, 'protokoll');
    expect(page).toContain('Noch nichts.');
    expect(page).toContain('Der Runde Tisch selbst ist noch ein Entwurf');
    expect(page).toContain('Radfreunde e. V.');
  });

  it('can be copied as Markdown and taken home as a file', async () => {
    const { text, headers } = await team.get(at('protokoll.md'));
    expect(headers.get('content-type')).toContain('text/markdown');
    expect(text).toContain('## 1. Radweg');
    expect(text).toContain('- **Radfreunde e. V.:** Karte zeichnen (bis 1. März 2030)');
    expect((await Visitor.stranger(app).get(at('protokoll.md'))).text).not.toContain('Karte');
  });

  it('go further with a warning where an item has no result, which may be taken off the agenda', async () => {
    await team.fill(at('tagesordnung'), { topic: 'Spielplatz', kind: 'STATUS' });
    expect(await seenBy(team, 'abstimmen')).toMatch(/Ein Punkt hat noch kein Ergebnis Spielplatz/);
    const { item } = await itemCalled('Spielplatz');
    const strike = at('tagesordnung', item, 'herausnehmen');
    expect((await team.get(at('tagesordnung'))).text).toContain(`href="${strike}"`);
    expect((await team.fill(strike, {})).status).toBe(400);
    await team.fill(strike, { reason: 'Ist schon gebaut' });
    expect(await seenBy(team, 'abstimmen')).not.toContain('Spielplatz');
    expect(await orderAt(at('tagesordnung'))).toEqual(['Radweg', 'Stadtbäume']);
    const concluded = at('tagesordnung', (await itemCalled('Radweg')).item, 'herausnehmen');
    expect((await team.get(concluded)).status).toBe(404);
  });

  it('go to the participants with a period, and take what they ask to be changed', async () => {
    const sent = await team.fill(at('abstimmen'), {});
    expect(await newest('RoundtableProtocolCirculated')).toMatchObject({
      approvalUntil: dayFromNow(14),
    });
    const page = await team.follow(sent);
    expect(wordsOf(page)).toContain('Mail an die Teilnehmenden');
    expect(page.text).toContain('Betreff: Runder Tisch Wege, Entwurf des Protokolls');
    await team.fill(at('aenderungswunsch'), { actor: given.club, note: 'Vier Wege, nicht drei' });
    expect(await seenBy(team, 'protokoll')).toContain('Vier Wege, nicht drei');
  });

  it('are approved after the period, or once everybody agreed', async () => {
    const early = await team.fill(at('genehmigen'), {});
    expect(early.status).toBe(400);
    expect(early.text).toContain('href="#field-unanimous"');
    await team.fill(at('genehmigen'), { unanimous: 'yes' });
    expect(await seenBy(team, 'protokoll')).toContain('Genehmigt, aber noch intern.');
  });

  it('are published by a lead, and taken back with a reason', async () => {
    expect((await team.get(at('veroeffentlichen'))).status).toBe(403);
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: given.town });
    await lead.fill(at('veroeffentlichen'), {});
    expect(await seenBy(lead, 'protokoll')).toContain('Was genehmigt ist, können alle lesen.');
    expect((await lead.fill(at('verbergen'), {})).status).toBe(400);
    await lead.fill(at('verbergen'), { reason: 'Ein Name stand darin' });
    expect(await seenBy(lead, 'protokoll')).toContain('Genehmigt, aber noch intern.');
  });

  it('say that what is corrected or added later waits for the next approval', async () => {
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: given.town });
    await lead.fill(at('veroeffentlichen'), {});
    const path = at('ergebnisse', (await itemCalled('Radweg')).item);
    const approve = `href="${at('genehmigen')}"`;
    const isChanged = async () => {
      const { text } = await team.get(at('protokoll'));
      const table = await team.get([work, given.table].join('/'));
      return [
        text.includes('geändert seit'),
        text.includes(approve),
        table.text.includes('geändert seit'),
      ];
    };
    expect(await isChanged()).toEqual([false, false, false]);
    await team.fill(path, { text: 'Er soll nächstes Jahr kommen.', reason: 'Verhört' });
    expect(await isChanged()).toEqual([true, true, true]);
    await team.fill(at('genehmigen'), { unanimous: 'yes' });
    expect(await isChanged()).toEqual([false, false, false]);
    await team.fill(at('tagesordnung'), { topic: 'Nachtrag', kind: 'STATUS' });
    expect(await isChanged()).toEqual([true, true, true]);
  });

  it('say to everybody that those who did not agree are not named, where none may be', async () => {
    await given.say('publish-roundtable', {});
    await app.publish(given.town);
    await app.settle();
    const path = `/de/kommunen/musterstadt/runder-tisch/${given.table}/${dayFromNow(-7)}`;
    const words = wordsOf(await Visitor.stranger(app).get(path));
    expect(words).toContain('Wer nicht zugestimmt hat, wird nicht öffentlich genannt.');
    expect(words).not.toContain('Nicht zugestimmt haben');
  });
});
