import { Vault } from '@klimaspur/vault';
import { PER_ADDRESS } from '../../apps/api/src/web/notices/notice-limits.js';
import { TestApp } from '../api/app.js';
import { problemsIn } from './forms.js';
import { Visitor, wordsOf } from './visitor.js';

const form = '/de/barriere-melden';
const inbox = '/de/admin/barrieren';
const statement = '/de/barrierefreiheit';
const MARK = 'GEHEIMEBARRIERE';
const report = {
  text: `Die Auswahl ist stumm. ${MARK}`,
  source: '/de/kommunen',
  email: 'hannelore@geheim.example',
};

let app: TestApp;
let operator: Visitor;
beforeEach(async () => {
  app = await TestApp.start();
  operator = await Visitor.signedIn(app, { role: 'OPERATOR' }, 'Betrieb');
});
afterEach(() => app.stop());

const stranger = () => Visitor.stranger(app);
const kept = () => app.app.get(Vault).notices('barriers', 'open', 0, { limit: 100, offset: 0 });

describe('somebody who cannot get on', () => {
  it('finds the way from every page, which names itself, and from the statement', async () => {
    const { text } = await stranger().get('/de/kommunen');
    expect(text).toContain(`href="${form}?seite=%2Fde%2Fkommunen"`);
    expect((await stranger().get(statement)).text).toContain(`class="button" href="${form}"`);
    const filled = await stranger().get(`${form}?seite=%2Fde%2Fkommunen`);
    expect(filled.text).toMatch(/name="source"[^>]*value="\/de\/kommunen"/);
    expect(wordsOf(await stranger().get('/en/report-barrier'))).toContain('Report a barrier');
  });

  it('needs no account, gets no cookie, and is thanked', async () => {
    const sent = await stranger().fill(form, report);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${form}/danke`]);
    expect(sent.headers.getSetCookie()).toEqual([]);
    expect(wordsOf(await stranger().get(`${form}/danke`))).toContain('Danke für die Meldung');
    expect(await kept()).toMatchObject([report]);
  });

  it('gets back what was typed where something is wrong, or too much came', async () => {
    const refused = await stranger().fill(form, { ...report, text: '', email: 'nirgends' });
    expect([refused.status, problemsIn(refused.text)]).toEqual([400, ['text', 'email']]);
    expect(refused.text).toContain('value="nirgends"');
    for (let time = 0; time < PER_ADDRESS; time += 1) await stranger().fill(form, report);
    const late = await stranger().fill(form, report);
    expect([late.status, late.text.includes(MARK)]).toEqual([429, true]);
    expect(await kept()).toHaveLength(PER_ADDRESS);
  });

  it('can send a few sentences, and no book', async () => {
    const book = await stranger().send(form, { ...report, text: 'x'.repeat(70_000) });
    expect(book.status).toBe(413);
    const inEnglish = await stranger().send('/en/report-barrier', { text: 'x'.repeat(70_000) });
    expect(inEnglish.status).toBe(413);
    expect(await kept()).toEqual([]);
  });

  it('is not heard from another site', async () => {
    expect((await stranger().send(form, report, 'https://evil.example')).status).toBe(403);
    expect(await kept()).toEqual([]);
  });
});

describe('the operator', () => {
  it('sees how many came, reads them with the page they are about, settles and deletes them', async () => {
    await stranger().fill(form, report);
    expect(wordsOf(await operator.get('/de/arbeit'))).toMatch(/Gemeldete Barrieren \( ?1 offener/);
    const [{ id } = { id: '' }] = await kept();
    expect(wordsOf(await operator.get(inbox))).toContain(MARK);
    const detail = await operator.get(`${inbox}/${id}`);
    expect(detail.text).toContain('<a href="/de/kommunen">/de/kommunen</a>');
    expect(detail.text).toContain(`href="mailto:${report.email}"`);
    await operator.fill(`${inbox}/${id}`, { state: 'answered', note: 'Behoben.' });
    expect(wordsOf(await operator.get(`${inbox}?stand=answered`))).toContain(MARK);
    const done = await operator.follow(await operator.fill(`${inbox}/${id}/loeschen`, {}));
    expect(wordsOf(done)).toContain('Die Meldung ist gelöscht.');
    expect((await operator.get(`${inbox}/${id}`)).status).toBe(404);
  });

  it('alone sees them, and they stand in no entry', async () => {
    await stranger().fill(form, report);
    const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
    const lead = await Visitor.signedIn(app, { role: 'LEAD', municipality: town });
    expect((await lead.get(inbox)).status).toBe(403);
    expect((await stranger().get(inbox)).headers.get('location')).toContain('/de/anmelden');
    expect(JSON.stringify(await app.store.readAll(null, 100))).not.toContain(MARK);
  });

  it('names who helps where nobody answers, in the statement', async () => {
    expect(wordsOf(await stranger().get(statement))).toContain('Bisher ist keine genannt.');
    const office = 'Landeskompetenzzentrum, post@durchsetzung.example';
    await operator.fill('/de/admin/seiten/barrierefreiheit', { enforcementDe: office });
    const shown = await stranger().get(statement);
    expect(wordsOf(shown)).toContain('Landeskompetenzzentrum');
    expect(wordsOf(shown)).not.toContain('Bisher ist keine genannt.');
    expect(shown.text).toContain('href="mailto:post@durchsetzung.example"');
    expect(wordsOf(await stranger().get('/en/accessibility'))).toContain('Landeskompetenzzentrum');
  });
});
