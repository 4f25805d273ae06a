import { TestApp } from '../api/app.js';
import { formIn, problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

const MARK = 'Geheimname';

let app: TestApp;
let town: string;
let measure: string;
let entry: string;
let lead: Visitor;

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  measure = await app.given('measures', { municipality: town, text: { title: 'Bäume' } });
  const { json } = await app.post(`measures/${measure}/start-implementation`, {
    occurredOn: '2024-03-01',
    text: { note: `Sagt ${MARK}` },
  });
  entry = (json['events'] as string[])[0]!;
  const published = await app.post(`measures/${measure}/publish-measure`, {});
  expect(published.status).toBe(200);
  await app.publish(town);
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Leitung');
  await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Radgruppe');
  await app.settle();
});
afterAll(() => app.stop());

const history = () => `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`;
const form = () => `/de/kommunen/teststadt/bearbeiten/text-entfernen/${entry}`;
const hrefTo = (html: string) => html.includes(`href="${form()}"`);

describe('taking a text out in the browser', () => {
  it('is offered in the history, to a lead of the town alone', async () => {
    expect(hrefTo((await lead.get(history())).text)).toBe(true);
    const monitor = await Visitor.signedIn(app, { role: 'MONITOR', municipality: town }, 'Wald');
    await app.settle();
    expect(hrefTo((await monitor.get(history())).text)).toBe(false);
    expect((await monitor.get(form())).status).toBe(403);
    expect((await monitor.send(form(), { reason: 'x', confirmed: 'yes' })).status).toBe(403);
    expect(hrefTo((await Visitor.stranger(app).get(history())).text)).toBe(false);
  });

  it('is offered for what was said of the town, a plan or an organisation in its history', async () => {
    const organ = await app.given('organs', {
      ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
      text: { name: `Versammlung ${MARK}` },
    });
    const plan = await app.given('plans', {
      ...{ municipality: town, kind: 'HEAT' },
      text: { title: `Plan ${MARK}` },
    });
    await app.settle();
    const at = '/de/kommunen/teststadt';
    for (const [stream, path] of [
      [`municipality-${town}`, `${at}/verlauf`],
      [`organ-${organ}`, `${at}/verlauf`],
      [`plan-${plan}`, `${at}/verlauf`],
      [`plan-${plan}`, `${at}/plaene/${plan}/verlauf`],
    ] as const) {
      const [first] = await app.eventsOf(stream);
      const href = `href="${form().replace(entry, first!.id)}"`;
      expect([path, (await lead.get(path)).text.includes(href)]).toEqual([path, true]);
      const { status } = await lead.get(form().replace(entry, first!.id));
      expect([stream, status]).toEqual([stream, 200]);
      const stranger = (await Visitor.stranger(app).get(`${at}/verlauf`)).text;
      expect(stranger).not.toContain('text-entfernen');
    }
  });

  it('does not know entries of other towns, or those without text', async () => {
    const foreign = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
    const [first] = await app.eventsOf(`municipality-${foreign}`);
    for (const id of [first!.id, 'none']) {
      expect((await lead.get(form().replace(entry, id))).status).toBe(404);
    }
    const bare = (await app.eventsOf(`measure-${measure}`)).find(
      ({ type }) => type === 'MeasurePublished',
    );
    expect((await lead.get(form().replace(entry, bare!.id))).status).toBe(409);
  });

  it('needs a reason, asks once more, and only then takes it out', async () => {
    const before = await app.lastPosition();
    const opened = formIn((await lead.get(form())).text);
    const refused = await lead.send(form(), { ...opened, reason: '' });
    expect([refused.status, ...problemsIn(refused.text)]).toEqual([400, 'reason']);

    const [, person = ''] = /<option value="([^"]+)">Radgruppe/.exec(
      (await lead.get(form())).text,
    )!;
    const asked = await lead.send(form(), { ...opened, reason: 'Privater Name', agreedBy: person });
    expect(asked.status).toBe(200);
    expect(wordsOf(asked)).toContain('Text endgültig entfernen?');
    expect(await app.lastPosition()).toBe(before);

    const done = await lead.send(form(), formIn(asked.text));
    expect([done.status, done.headers.get('location')]).toEqual([303, `${history()}#e-${entry}`]);
    const stranger = Visitor.stranger(app);
    const shown = wordsOf(await stranger.get(history()));
    expect(shown).not.toContain(MARK);
    expect(shown).toMatch(/\[entfernt am \d\d\.\d\d\.\d{4}\]/);
    expect(shown).toContain('Text entfernt');
    expect(shown).toContain('Privater Name');
    expect(shown).toContain('Zweite Person Radgruppe');
    const english = await stranger.get(
      history()
        .replace('/de/kommunen', '/en/municipalities')
        .replace('massnahmen', 'measures')
        .replace('verlauf', 'history'),
    );
    expect(wordsOf(english)).toMatch(/\[removed on \d+ \w+ \d{4}\]/);
  });

  it('is told by nobody who says to have been two', async () => {
    const me = JSON.parse((await lead.get('/api/v1/me')).text) as { person: string };
    const first = (await app.eventsOf(`measure-${measure}`))[0]!.id;
    const sent = await lead.send(form().replace(entry, first), {
      ...{ reason: 'x', agreedBy: me.person, confirmed: 'yes' },
    });
    expect([sent.status, ...problemsIn(sent.text)]).toEqual([400, 'agreedBy']);
  });
});
