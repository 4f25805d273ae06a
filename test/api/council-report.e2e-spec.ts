import { addDays, berlinDay } from '@klimaspur/domain';
import { TestApp } from './app.js';

const TOWN = 'musterstadt-am-main';
const page = `/de/kommunen/${TOWN}/sachstandsbericht`;

interface Told {
  readonly summary: readonly string[];
  readonly official: boolean;
  readonly fields: readonly { readonly good: number; readonly bad: number }[];
  readonly changes: { readonly byKind: Readonly<Record<string, number>>; readonly items: unknown };
  readonly late: readonly { readonly id: string; readonly reason: string | null }[];
  readonly questions: readonly unknown[];
  readonly answers: readonly unknown[];
  readonly due: readonly { readonly plannedEnd: string }[];
}

let app: TestApp;
let today: string;
beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  await app.settle();
  today = berlinDay(new Date().toISOString());
});
afterAll(() => app.stop());

const ask = (path: string) => app.ask({ path, token: null });
const told = async (query = ''): Promise<Told> =>
  (await ask(`${page}.json${query}`)).json as unknown as Told;
const ago = (days: number) => addDays(today, -days);

describe('a report to a council', () => {
  it('counts what the lists and the comparison count', async () => {
    const since = ago(400);
    const report = await told(`?seit=${since}`);
    const { json: changes } = await ask(`/de/kommunen/${TOWN}/aenderungen.json?von=${since}`);
    expect(report.changes).toEqual(changes);
    const { json: late } = await ask(
      `/api/v1/measures?municipality=${TOWN}&status=delayed&limit=200`,
    );
    expect(report.late.map(({ id }) => id).sort()).toEqual(
      (late['items'] as { id: string }[]).map(({ id }) => id).sort(),
    );
    expect(report.late.some(({ reason }) => reason !== null)).toBe(true);
    const sum = (of: 'good' | 'bad') => report.fields.reduce((all, one) => all + one[of], 0);
    const kinds = (...names: string[]) =>
      names.reduce((all, name) => all + report.changes.byKind[name]!, 0);
    expect(sum('good')).toBe(kinds('decided', 'begun', 'finished', 'recovered'));
    expect(sum('bad')).toBe(kinds('rejected', 'paused', 'abandoned', 'delayed'));
    expect(report.official).toBe(false);
  });

  it('says whom it is by, of which day and since when, and that it is not official', async () => {
    const { text } = await ask(
      `${page}?stand=${ago(100)}&seit=${ago(500)}&kenntnisstand=${ago(90)}`,
    );
    for (const said of [
      'Keine amtliche Drucksache',
      'Klimagruppe Musterstadt',
      'Kenntnisstand',
      'Was sich seit dem',
      'Als Nächstes fällig',
      `seit=${ago(500)}`,
    ]) {
      expect(text).toContain(said);
    }
  });

  it('names the questions to the town, its answers and what is due next', async () => {
    const { questions, answers, due } = await told(`?seit=${ago(2000)}`);
    expect(questions.length).toBeGreaterThan(0);
    expect(answers.length).toBeGreaterThan(0);
    for (const { plannedEnd } of due)
      expect(plannedEnd >= today.slice(0, plannedEnd.length)).toBe(true);
    const { text } = await ask(`${page}?seit=${ago(2000)}`);
    expect(text).toContain('Rückmeldung der Stadt');
  });

  it('holds in its file every line that it could tell', async () => {
    const report = await told(`?seit=${ago(700)}`);
    const { text } = await ask(`${page}.csv?seit=${ago(700)}`);
    const changes = Object.values(report.changes.byKind).reduce((all, one) => all + one, 0);
    const lines = [report.late, report.questions, report.answers, report.due];
    const rows = lines.reduce((all, { length }) => all + length, 1 + changes);
    // Answers may have several lines in one cell.
    expect(text.trim().split('\r\n').length).toBe(rows);
  });

  it('says in its file what of the log was signed last, and cuts no list for a single line', async () => {
    await ask('/api/v1/exports/events?proofs=yes');
    const { text: note } = await ask('/checkpoint');
    const [origin, size, root] = note.split('\n');
    expect((await ask(`${page}.json`)).json['checkpoint']).toMatchObject({
      ...{ origin, size: Number(size), root },
    });
    for (const days of [100, 183, 400, 700]) {
      expect((await ask(`${page}?seit=${ago(days)}`)).text).not.toMatch(
        /und 1 weitere<span class="hidden">: (Neu|Begonnen|Abge|Aufg|Ruht|Verz|Nicht mehr|Termine)/,
      );
    }
  });

  it('tells of one plan, and refuses what is not there', async () => {
    const { text } = await ask(`/de/kommunen/${TOWN}`);
    const plan = /plaene\/([0-9a-f-]{36})/.exec(text)![1];
    const { summary } = await told(`?plan=${plan}`);
    expect(summary[0]).not.toBe((await told()).summary[0]);
    expect((await ask(`${page}?plan=nowhere`)).status).toBe(404);
    expect((await ask(`${page}?seit=2024`)).status).toBe(400);
    expect((await ask(`${page}?stand=2024-01-01&seit=2024-02-01`)).status).toBe(400);
  });

  it('says how to print it where no browser is at hand to do so', async () => {
    const { text } = await ask(page);
    expect(text).toContain('Als PDF speichern');
    expect(text).not.toContain('sachstandsbericht.pdf');
    const { status, json } = await ask(`${page}.pdf`);
    expect([status, json['code']]).toEqual([404, 'print/no-browser']);
    expect(json['detail']).toContain('Chromium');
  });
});
