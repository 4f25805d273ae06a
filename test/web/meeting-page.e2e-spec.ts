import { randomUUID } from 'node:crypto';
import { formatDay } from '@klimaspur/messages';
import { TestApp } from '../api/app.js';
import { dayFromNow, givenTable } from './given-table.js';
import { Visitor, wordsOf } from './visitor.js';

let app: TestApp;
let given: Awaited<ReturnType<typeof givenTable>>;
let team: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  given = await givenTable(app);
  await app.publish(given.town);
  team = await Visitor.signedIn(app, { role: 'LEAD', municipality: given.town });
});
afterAll(() => app.stop());

const minutes = () =>
  `/de/kommunen/musterstadt/bearbeiten/runde-tische/${given.table}/termine/${given.meeting}/protokoll`;
const words = async (path: string, visitor = team) => {
  await app.settle();
  return wordsOf(await visitor.get(path));
};
const hidden = 'Nicht zu sehen, weil der Dissens nicht freigegeben ist: Wege';

describe('the minutes of a meeting', () => {
  it('say what everybody will read, also where a dissent was corrected away', async () => {
    const { say, meeting, club } = given;
    const [item, occurredOn] = [randomUUID(), dayFromNow(-7)];
    await say('add-item', { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Wege' } });
    await say('hold-meeting', { meeting, occurredOn, groups: [club], text: {} });
    const said = { item, meeting, occurredOn };
    await say('conclude-item', { ...said, result: 'DISSENT', dissent: [club], text: {} });
    expect(await words(minutes())).toContain(hidden);
    const entry = (await app.eventsOf(`roundtable-${given.table}`)).at(-1)!.id;
    await say('correct-entry', {
      ...{ entry, occurredOn, replacement: { item, meeting, result: 'CONSENSUS' } },
      text: { reason: 'Verhört', replacement: {} },
    });
    expect(await words(minutes())).toContain(hidden);
    const release = minutes().replace('protokoll', `ergebnisse/${item}/dissens`);
    expect((await team.fill(release, { actors: club })).status).toBe(303);
    expect(await words(minutes())).not.toContain(hidden);
  });

  it('name the next date, and the page of the table who is a guest', async () => {
    const { say, office, table } = given;
    const next = `Nächster Termin: ${formatDay(dayFromNow(35), 'de')}`;
    expect(await words(minutes())).toContain(next);
    const guest = await app.given('actors', {
      ...{ municipality: given.town, kind: 'EXPERT', text: { name: 'Hochschule' } },
    });
    await say('add-seat', { seat: randomUUID(), actor: guest, kind: 'EXPERT', voting: false });
    for (const actor of [guest, office]) await app.post(`actors/${actor}/publish-actor`, {});
    await say('publish-roundtable', {});
    const page = await words(
      `/de/kommunen/musterstadt/runder-tisch/${table}`,
      Visitor.stranger(app),
    );
    expect(page).toContain('Hochschule (als Gast)');
    expect(page).not.toContain('Umweltamt (als Gast)');
  });
});
