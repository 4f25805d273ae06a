import { Vault } from '@klimaspur/vault';
import { PER_ADDRESS } from '../../apps/api/src/web/notices/notice-limits.js';
import { TestApp } from '../api/app.js';
import { readPaths } from '../api/read-routes.js';
import { problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

const MARK = 'GEHEIMHINWEIS';
const email = 'hannelore@geheim.example';

let app: TestApp;
let town: string;
let other: string;
let measure: string;
let draft: string;
let entry: string;
let lead: Visitor;
const slug = 'teststadt';
const page = () => `/de/kommunen/${slug}/massnahmen/${measure}`;
const form = () => `${page()}/hinweis`;
const inbox = `/de/kommunen/${slug}/bearbeiten/hinweise`;

beforeEach(async () => {
  app = await TestApp.start({ KLIMASPUR_NOTICE_DAYS: '90' });
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  other = await app.given('municipalities', { text: { name: 'Nebenstadt' } });
  const given = (title: string) => app.given('measures', { municipality: town, text: { title } });
  measure = await given('Bäume pflanzen');
  draft = await given('Noch geheim');
  const { json } = await app.post(`measures/${measure}/report-progress`, {
    occurredOn: '2026-01-10',
    percent: 40,
    text: { note: 'Zwanzig Bäume' },
  });
  entry = (json['events'] as string[])[0]!;
  await app.publish(town);
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.settle();
  lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town }, 'Radgruppe');
});
afterEach(() => app.stop());

const notice = { text: `Es waren dreißig. ${MARK}`, source: `Amtsblatt ${MARK}`, email };
const stranger = () => Visitor.stranger(app);
const sendRaw = (headers: Readonly<Record<string, string>>, fields: object = notice) =>
  app.ask({
    method: 'POST',
    path: form(),
    token: null,
    body: new URLSearchParams(fields as Record<string, string>).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const kept = (state: 'open' | 'answered' | 'set-aside' = 'open', of = town) =>
  app.app.get(Vault).notices(of, state, Date.now(), { limit: 100, offset: 0 });
const aboutEntry = async () => {
  await stranger().fill(`${form()}?eintrag=${entry}`, notice);
  return (await kept())[0]!.id;
};

describe('a stranger', () => {
  it('finds the form at the measure and at each entry, in both languages', async () => {
    const { text } = await stranger().get(page());
    expect(text).toContain(`href="${form()}"`);
    const history = await stranger().get(`${page()}/verlauf`);
    expect(history.text).toContain(`href="${form()}?eintrag=${entry}"`);
    const english = await stranger().get(
      `/en/municipalities/${slug}/measures/${measure}/notice?entry=${entry}`,
    );
    expect(wordsOf(english)).toContain('the entry “Progress reported: 40 %”');
  });

  it('is thanked, without a cookie, and the group can read it', async () => {
    const sent = await stranger().fill(`${form()}?eintrag=${entry}`, notice);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${form()}/danke`]);
    expect(sent.headers.getSetCookie()).toEqual([]);
    expect(wordsOf(await stranger().get(`${form()}/danke`))).toContain('Danke für den Hinweis');
    expect(await kept()).toMatchObject([{ ...notice, municipality: town, measure, entry }]);
  });

  it('records once what is sent twice', async () => {
    const key = crypto.randomUUID();
    for (let time = 0; time < 2; time += 1) await stranger().send(form(), { ...notice, key });
    expect(await kept()).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['nothing', { text: '' }, ['text']],
    ['only spaces', { text: '  \n ' }, ['text']],
    ['too much', { text: 'x'.repeat(4001) }, ['text']],
    ['a source without end', { source: 'x'.repeat(501) }, ['source']],
    ['what is no e-mail address', { email: 'hannelore' }, ['email']],
    ['two addresses', { email: 'a@b.example, c@d.example' }, ['email']],
    ['what only a program fills in', { homepage: 'https://spam.example' }, ['homepage']],
  ])('gets back all that was typed with %s, and nothing is kept', async (_what, wrong, fields) => {
    const refused = await stranger().send(form(), { ...notice, source: 'Zeitung', ...wrong });
    expect([refused.status, problemsIn(refused.text)]).toEqual([400, fields]);
    if (wrong['source'] === undefined) expect(refused.text).toContain('value="Zeitung"');
    expect(await kept()).toEqual([]);
  });

  it('cannot send a whole book, nor fields in other shapes', async () => {
    const book = await stranger().send(form(), { text: 'x'.repeat(70_000) });
    expect(book.status).toBe(413);
    const twice = await stranger().send(form(), { text: ['a', 'b'] });
    expect([twice.status, problemsIn(twice.text)]).toEqual([400, ['text']]);
    expect(await kept()).toEqual([]);
  });

  it('is not heard from another site, nor from a program that does not say where it comes from', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', origin: app.url },
      { 'sec-fetch-site': 'same-site' },
      {},
    ];
    for (const headers of foreign) expect((await sendRaw(headers)).status).toBe(403);
    expect(await kept()).toEqual([]);
    expect((await sendRaw({ origin: app.url })).status).toBe(303);
    expect((await sendRaw({ 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  it('is asked to come back tomorrow after many, with everything still there', async () => {
    for (let time = 0; time < PER_ADDRESS; time += 1) await stranger().fill(form(), notice);
    const refused = await stranger().fill(form(), notice);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(refused.text).toContain(MARK);
    expect(wordsOf(refused)).toContain(`schon ${PER_ADDRESS} Hinweise`);
    expect(await kept()).toHaveLength(PER_ADDRESS);
  });

  it('learns nothing of drafts, of entries of others, or of the inbox', async () => {
    for (const path of [
      form().replace(measure, draft),
      `${form()}?eintrag=${crypto.randomUUID()}`,
      form().replace(measure, 'nothing'),
    ]) {
      expect((await stranger().get(path)).status).toBe(404);
      expect((await stranger().send(path, notice)).status).toBe(404);
    }
    for (const path of [inbox, `${inbox}/${crypto.randomUUID()}`]) {
      const { headers } = await stranger().get(path);
      expect(headers.get('location')).toContain('/de/anmelden');
    }
  });
});

describe('the inbox', () => {
  it('shows what came in to everybody with a role in the town, as text', async () => {
    await stranger().fill(form(), { ...notice, text: `<script>alert(1)</script> ${MARK}` });
    for (const role of ['MONITOR', 'ADMINISTRATION', 'LEAD']) {
      const visitor = await Visitor.signedIn(app, { role, municipality: town });
      const { status, text } = await visitor.get(inbox);
      expect(status).toBe(200);
      expect(text).toContain(`&lt;script>alert(1)&lt;/script> ${MARK}`);
      expect(text).not.toContain('<script>alert');
    }
    expect(wordsOf(await lead.get(`/de/kommunen/${slug}/bearbeiten`))).toContain('1 offener');
  });

  it('is closed to those of other towns', async () => {
    await stranger().fill(form(), notice);
    const { id } = (await kept())[0]!;
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    const their = '/de/kommunen/nebenstadt/bearbeiten/hinweise';
    expect((await neighbour.get(inbox)).status).toBe(403);
    expect((await neighbour.get(`${inbox}/${id}`)).status).toBe(403);
    expect((await neighbour.get(`${their}/${id}`)).status).toBe(404);
    expect((await neighbour.send(`${their}/${id}`, { state: 'answered' })).status).toBe(404);
    expect((await neighbour.send(`${their}/${id}/loeschen`, {})).status).toBe(404);
    expect(await kept()).toHaveLength(1);
  });

  it('settles a notice with a note of its own, and takes it up again', async () => {
    const id = await aboutEntry();
    const detail = await lead.get(`${inbox}/${id}`);
    expect(detail.text).toContain(`href="mailto:${email}"`);
    const settled = await lead.fill(`${inbox}/${id}`, { state: 'set-aside', note: 'Steht so da.' });
    expect(settled.headers.get('location')).toBe(inbox);
    const list = wordsOf(await lead.get(`${inbox}?stand=set-aside`));
    expect(list).toContain('beiseitegelegt (1)');
    expect(wordsOf(await lead.get(`${inbox}/${id}`))).toMatch(
      /Steht so da\..*beiseitegelegt am .* von Radgruppe/,
    );
    await lead.fill(`${inbox}/${id}`, { state: 'open' });
    expect(await kept()).toMatchObject([{ id, note: 'Steht so da.', state: 'open' }]);
    const wrong = await lead.send(`${inbox}/${id}`, { state: 'burnt', note: 'x'.repeat(2001) });
    expect([wrong.status, problemsIn(wrong.text)]).toEqual([400, ['state', 'note']]);
  });

  it('deletes a notice for good, after asking', async () => {
    const id = await aboutEntry();
    const path = `${inbox}/${id}/loeschen`;
    expect(wordsOf(await lead.get(path))).toContain('Endgültig löschen');
    expect(await kept()).toHaveLength(1);
    const done = await lead.follow(await lead.fill(path, {}));
    expect(wordsOf(done)).toContain('Der Hinweis ist gelöscht.');
    expect(await kept()).toEqual([]);
    expect((await lead.get(`${inbox}/${id}`)).status).toBe(404);
  });

  it('leads to the correction, which is the only thing the public sees of it', async () => {
    const id = await aboutEntry();
    const detail = await lead.get(`${inbox}/${id}`);
    const [, href = ''] = /href="([^"]*berichtigen[^"]*)"/.exec(detail.text) ?? [];
    const path = href.replaceAll('&amp;', '&');
    expect(path).toContain(`hinweis=${id}`);
    const sent = await lead.fill(path, { percent: '60', reason: 'Nachgezählt' });
    expect(sent.status).toBe(303);
    expect(await kept('answered')).toMatchObject([{ id }]);
    const events = await app.eventsOf(`measure-${measure}`);
    expect(events.at(-1)?.data).toMatchObject({ dueToNotice: true });
    await app.settle();
    const history = await stranger().get(`${page()}/verlauf`);
    expect(history.text.match(/Korrigiert aufgrund eines Hinweises/g)).toHaveLength(2);
  });

  it('leads to taking back; without the mark nothing is said of a notice', async () => {
    const id = await aboutEntry();
    const path = `${page()}/ruecknahme?eintrag=${entry}&hinweis=${id}`;
    expect((await lead.get(path)).text).toMatch(/name="dueToNotice"[^>]*checked/);
    const { dueToNotice: _mark, ...fields } = { dueToNotice: '', reason: 'Doppelt' };
    await lead.send(path, fields);
    expect(await kept('answered')).toEqual([]);
    await app.settle();
    const history = await stranger().get(`${page()}/verlauf`);
    expect(history.text).not.toContain('Korrigiert aufgrund eines Hinweises');
  });

  it('leads from a notice about the whole measure to its history', async () => {
    await stranger().fill(form(), notice);
    const { id } = (await kept())[0]!;
    expect((await lead.get(`${inbox}/${id}`)).text).toContain(`href="${page()}/verlauf"`);
  });

  it('forgets a notice when its time is over', async () => {
    const id = await aboutEntry();
    const { receivedAt, expiresAt } = (await kept())[0]!;
    expect(expiresAt - receivedAt).toBe(90 * 86_400_000);
    await app.app.get(Vault).tidy(expiresAt);
    expect(await app.app.get(Vault).notice(id, receivedAt)).toBeUndefined();
  });
});

describe('what a stranger wrote', () => {
  it('stands in no public answer, in no answer to others, in no entry and in no file', async () => {
    const id = await aboutEntry();
    await lead.fill(`${inbox}/${id}`, { state: 'open', note: `Notiz ${MARK}` });
    const neighbour = await Visitor.signedIn(app, { role: 'LEAD', municipality: other });
    const gaps = [[slug, measure, id], [slug, id], [measure], [town]];
    for (const path of readPaths(app, gaps, id)) {
      for (const visitor of [stranger(), neighbour]) {
        const { text } = await visitor.get(path);
        expect([path, text.includes(MARK) || text.includes(email)]).toEqual([path, false]);
      }
    }
    const log = JSON.stringify(await app.store.readAll(null, 1_000));
    expect(log).not.toContain(MARK);
    expect(log).not.toContain(email);
    const events = await app.ask({ path: '/api/v1/exports/events' });
    expect(events.text).not.toContain(MARK);
  });
});
