import { TestApp } from '../api/app.js';
import { givenTable } from './given-table.js';
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

  it('is not shown to those who have no part in the town', async () => {
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const stranger = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    expect((await stranger.get(at('tagesordnung'))).status).toBe(404);
    const elsewhere = at('tagesordnung').replace(given.meeting, given.table);
    expect((await team.get(elsewhere)).status).toBe(404);
  });
});
