import ical, { type VEvent } from 'node-ical';
import { Vault } from '@klimaspur/vault';
import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor } from './visitor.js';

const link = 'https://konferenz.example/geheim';
const path = '/de/kommunen/teststadt/runder-tisch';

let app: TestApp;
let town: string;
let shown: string;
let draft: string;
let lead: Visitor;
const meeting = crypto.randomUUID();

const table = (name: string) =>
  app.given('roundtables', { municipality: town, format: 'ROUND_TABLE', text: { name } });
const command = async (of: string, name: string, body: object) => {
  const answer = await app.post(`roundtables/${of}/${name}`, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
};
const get = (address: string, headers: Record<string, string> = {}) =>
  app.ask({ path: address, token: null, headers });
const eventsIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((it) => it?.type === 'VEVENT') as VEvent[];
const summaries = (text: string) =>
  eventsIn(text)
    .map(({ summary }) => summary)
    .toSorted();

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.publish(town);
  [shown, draft] = [await table('Energie'), await table('Entwurf')];
  const first = {
    meeting,
    on: '2099-01-12',
    time: '18:00',
    online: true,
    text: { topic: 'Dächer' },
  };
  await command(shown, 'convene-meeting', first);
  await command(draft, 'convene-meeting', { meeting: crypto.randomUUID(), on: '2099-02-01' });
  await command(shown, 'publish-roundtable', {});
  await app.app.get(Vault).meetingNotes.keep({
    ...{ meeting, municipality: town, joinUrl: link, text: 'Notiz GEHEIM', changedAt: 0 },
  });
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

describe('the calendar of a town', () => {
  it('has the dates of published tables for everybody, and says how to join to nobody', async () => {
    for (const address of [`${path}.ics`, '/en/municipalities/teststadt/round-table.ics']) {
      const answer = await get(address);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'text/calendar; charset=utf-8',
      ]);
      expect(summaries(answer.text)).toEqual(['Energie: Dächer']);
      expect(answer.text).not.toMatch(/konferenz|GEHEIM/);
      const again = { 'if-none-match': answer.headers.get('etag') ?? '' };
      expect((await get(address, again)).status).toBe(304);
    }
    const [event] = eventsIn((await get(`${path}/${shown}.ics`)).text);
    expect(event).toMatchObject({ uid: `${meeting}@klimaspur`, url: `${app.url}${path}/${shown}` });
    expect((await get(`${path}/${draft}.ics`)).status).toBe(404);
    expect((await get(`/de/kommunen/nirgends/runder-tisch.ics`)).status).toBe(404);
  });

  it('has all dates and links for the team, signed in', async () => {
    const { text, headers } = await lead.get(`${path}.ics`);
    expect(summaries(text)).toEqual(['Energie: Dächer', 'Entwurf']);
    expect(text).toContain(link);
    expect(text).not.toContain('GEHEIM');
    expect(headers.get('cache-control')).toContain('private');
    const other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    const theirs = (await neighbour.get(`${path}.ics`)).text;
    expect(summaries(theirs)).toEqual(['Energie: Dächer']);
    expect(theirs).not.toContain(link);
  });

  it('is handed on by somebody signed in as everybody may read it', async () => {
    const { text, headers } = await lead.get(`${path}.ics?for=everybody`);
    expect(summaries(text)).toEqual(['Energie: Dächer']);
    expect(text).not.toMatch(/konferenz/);
    expect(headers.get('cache-control')).not.toContain('private');
  });

  it('has a file for one meeting, to attach to an invitation', async () => {
    const one = `${path}/${shown}/2099-01-12.ics`;
    expect((await get(one)).text).not.toContain(link);
    const { text } = await lead.get(one);
    expect(text).toContain(link);
    expect(eventsIn(text)).toMatchObject([
      { uid: `${meeting}@klimaspur`, summary: 'Energie: Dächer' },
    ]);
    expect((await get(`${path}/${shown}/2099-01-13.ics`)).status).toBe(404);
    expect((await get(`${path}/${draft}/2099-02-01.ics`)).status).toBe(404);
  });

  it('moves an entry under its UID, and says that it was called off', async () => {
    const one = crypto.randomUUID();
    await command(draft, 'convene-meeting', { meeting: one, on: '2099-03-01' });
    await command(draft, 'move-meeting', { meeting: one, on: '2099-03-08' });
    await app.settle();
    const found = async () =>
      eventsIn((await lead.get(`${path}/${draft}.ics`)).text).find((it) => it.uid.startsWith(one));
    expect(String((await found())?.sequence)).toBe('1');
    await command(draft, 'cancel-meeting', { meeting: one });
    await app.settle();
    expect((await found())?.status).toBe('CANCELLED');
  });

  it('is subscribed to with an address that is somebody’s own, as long as they work here', async () => {
    const page = await lead.get('/de/kommunen/teststadt/bearbeiten/runde-tische/kalender');
    const address = String(fieldsOf(page.text)['team']).replace(app.url, '');
    const mine = await get(address);
    expect(summaries(mine.text)).toContain('Entwurf');
    expect(mine.text).toContain(link);
    const again = { 'if-none-match': mine.headers.get('etag') ?? '' };
    expect((await get(address, again)).status).toBe(304);
    for (const wrong of [`${address}x`, address.slice(0, -1), `${path}.ics?key=1`]) {
      const theirs = (await get(wrong)).text;
      expect(summaries(theirs)).toEqual(['Energie: Dächer']);
      expect(theirs).not.toContain(link);
    }
    await lead.send('/de/kommunen/teststadt/bearbeiten/runde-tische/kalender', {});
    expect((await get(address)).text).not.toContain(link);
    const renewed = await lead.get('/de/kommunen/teststadt/bearbeiten/runde-tische/kalender');
    const mineNow = String(fieldsOf(renewed.text)['team']).replace(app.url, '');
    expect((await get(mineNow)).text).toContain(link);
    const [person = ''] = new URL(address, app.url).searchParams.get('key')!.split('.');
    await app.app.get(Vault).forget(person, 9);
    expect((await get(mineNow)).text).not.toContain(link);
  });
});
