import ical, { type VEvent } from 'node-ical';
import { TestApp } from '../api/app.js';
import { fieldsOf, Visitor } from './visitor.js';

const base = '/de/kommunen/teststadt';
const path = `${base}/termine.ics`;

let app: TestApp;
let town: string;
let plan: string;
let roofs: string;
let draft: string;
let table: string;
let lead: Visitor;

const said = async (of: string, body: object): Promise<string> => {
  const { status, json, text } = await app.post(of, { text: {}, ...body });
  if (status !== 200) throw new Error(`${of}: ${text}`);
  await app.settle();
  return (json['events'] as string[])[0]!;
};
const get = (address: string, headers: Record<string, string> = {}) =>
  app.ask({ path: address, token: null, headers });
const eventsIn = (text: string) =>
  Object.values(ical.sync.parseICS(text)).filter((it) => it?.type === 'VEVENT') as VEvent[];
const summaries = (text: string) =>
  eventsIn(text)
    .map(({ summary }) => summary)
    .toSorted();
const dayOf = ({ start }: VEvent) =>
  [start.getFullYear(), start.getMonth() + 1, start.getDate()].join('-');
const oneOf = async (kind: string, address = path) => {
  const found = eventsIn((await get(address)).text).find(({ uid }) => uid.includes(kind))!;
  return { day: dayOf(found), status: found.status, sequence: Number(found.sequence), found };
};

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  plan = await app.given('plans', {
    ...{ municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Klimaplan' } },
  });
  const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
  [roofs, draft] = [await measure('Dächer'), await measure('GEHEIM')];
  for (const [rank, id] of [roofs, draft].entries()) {
    await said(`plans/${plan}/place-measure`, { measure: id, rank: rank + 1 });
    await said(`measures/${id}/plan-implementation`, {
      ...{ plannedStart: '2031-03-10', plannedEnd: '2031-11' },
    });
  }
  await said(`measures/${roofs}/publish-measure`, {});
  await said(`plans/${plan}/publish-plan`, {});
  table = await app.given('roundtables', {
    ...{ municipality: town, format: 'ROUND_TABLE', text: { name: 'Energie' } },
  });
  const meeting = crypto.randomUUID();
  await said(`roundtables/${table}/convene-meeting`, { meeting, on: '2031-01-12' });
  await said(`roundtables/${table}/publish-roundtable`, {});
  await app.publish(town);
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
});
afterAll(() => app.stop());

describe('the dates of a town, a plan, a measure', () => {
  it('are planned starts and ends, and meetings; of a month the last day', async () => {
    const { text, headers } = await get(path);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(summaries(text)).toEqual([
      'Energie',
      'Geplanter Beginn: Dächer',
      'Geplantes Ende: Dächer (November 2031)',
    ]);
    const end = await oneOf(`${roofs}-end`);
    expect(end).toMatchObject({ day: '2031-11-30', status: 'TENTATIVE' });
    expect(end.found).toMatchObject({
      ...{ datetype: 'date', transparency: 'TRANSPARENT' },
      url: `${app.url}${base}/massnahmen/${roofs}`,
    });
    expect(summaries((await get('/en/municipalities/teststadt/dates.ics')).text)).toContain(
      'Planned start: Dächer',
    );
    for (const part of [`plaene/${plan}`, `massnahmen/${roofs}`]) {
      const ofPart = await get(`${base}/${part}/termine.ics`);
      expect(summaries(ofPart.text)).toHaveLength(2);
      expect(ofPart.text).not.toContain('GEHEIM');
    }
    expect((await get(`${base}/massnahmen/${draft}/termine.ics`)).status).toBe(404);
    const again = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await get(path, again)).status).toBe(304);
  });

  it('are found on the pages they belong to', async () => {
    const pages = [
      [base, path],
      [`${base}/plaene/${plan}`, `${base}/plaene/${plan}/termine.ics`],
      [`${base}/massnahmen/${roofs}/verlauf`, `${base}/massnahmen/${roofs}/termine.ics`],
    ] as const;
    for (const [page, address] of pages) {
      expect((await get(page)).text).toContain(`href="${address}"`);
    }
  });

  it('are moved under the same UID, each time with a higher number', async () => {
    const before = await oneOf(`${roofs}-start`);
    await said(`measures/${roofs}/reschedule`, { plannedStart: '2031-05-02' });
    const after = await oneOf(`${roofs}-start`);
    expect([before.day, after.day]).toEqual(['2031-3-10', '2031-5-2']);
    expect(after.found.uid).toBe(before.found.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it('are called off when they are dropped, and come again', async () => {
    const entry = await said(`measures/${draft}/publish-measure`, {});
    expect(entry).toBeDefined();
    const [, planned] = await app.eventsOf(`measure-${draft}`);
    const before = await oneOf(`${draft}-end`);
    await said(`measures/${draft}/void-entry`, {
      ...{ entry: planned!.id, text: { reason: 'Nie geplant' } },
    });
    const dropped = await oneOf(`${draft}-end`);
    expect(dropped).toMatchObject({ day: before.day, status: 'CANCELLED' });
    expect(dropped.sequence).toBeGreaterThan(before.sequence);
    await said(`measures/${draft}/reschedule`, { plannedEnd: '2032' });
    const again = await oneOf(`${draft}-end`);
    expect(again).toMatchObject({ day: '2032-12-31', status: 'TENTATIVE' });
    expect(again.sequence).toBeGreaterThan(dropped.sequence);
    await said(`measures/${draft}/abandon-implementation`, { reason: 'NOT_FEASIBLE' });
    expect(await oneOf(`${draft}-end`)).toMatchObject({ day: '2032-12-31', status: 'CANCELLED' });
    await said(`measures/${draft}/unpublish-measure`, { text: { reason: 'Versehen' } });
    expect((await get(path)).text).not.toContain(draft);
  });

  it('stay as they were when the measure is finished', async () => {
    const before = await oneOf(`${roofs}-end`);
    await said(`measures/${roofs}/complete-implementation`, {});
    expect(await oneOf(`${roofs}-end`)).toMatchObject({ day: before.day, status: 'TENTATIVE' });
  });

  it('hold promises for those alone who look after them, by a key of their own', async () => {
    const actor = await app.given('actors', {
      ...{ municipality: town, kind: 'ASSOCIATION', text: { name: 'Solarverein' } },
    });
    const followUp = crypto.randomUUID();
    const agreed = { followUp, actor, due: '2031-06-30', text: { what: 'Zahlen liefern' } };
    await said(`roundtables/${table}/agree-follow-up`, agreed);
    const { text } = await lead.get(`${base}/bearbeiten/runde-tische/kalender`);
    const address = String(fieldsOf(text)['team-dates']).slice(app.url.length);
    const mine = eventsIn((await get(address)).text);
    const promise = mine.find(({ uid }) => uid === `${followUp}-due@klimaspur`)!;
    expect(promise).toMatchObject({
      summary: 'Zusage fällig: Zahlen liefern',
      description: 'Solarverein',
    });
    expect(dayOf(promise)).toBe('2031-6-30');
    expect((await get(path)).text).not.toContain('Zahlen liefern');
    expect((await get(`${path}?key=${town}.falsch`)).text).not.toContain('Zahlen liefern');
    expect((await lead.get(`${path}?for=everybody`)).text).not.toContain('Zahlen liefern');
    await said(`roundtables/${table}/reschedule-follow-up`, { followUp, due: '2031-07-31' });
    const moved = eventsIn((await get(address)).text).find(({ uid }) => uid === promise.uid)!;
    expect([dayOf(moved), String(moved.sequence)]).toEqual(['2031-7-31', '1']);
    await said(`roundtables/${table}/drop-follow-up`, { followUp });
    const off = eventsIn((await get(address)).text).find(({ uid }) => uid === promise.uid)!;
    expect(off.status).toBe('CANCELLED');
  });
});
