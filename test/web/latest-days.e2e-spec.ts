import { TestApp, token } from '../api/app.js';
import { formIn, post, problemsIn } from './forms.js';
import { wordsOf } from './visitor.js';

const sheet = [
  'Nr;Maßnahme;Status;Beendet am;Geplantes Ende',
  '1;Radweg;fertig;;2023-10',
  '2;Solardach;läuft;;',
  '3;Freibad;ruht;;',
  '4;Tram;abgebrochen;;',
  '5;Wärmenetz;fertig;29.02.2024;2023-10',
].join('\n');

let app: TestApp;
const ids = new Map<string, string>();

const edition = async (body: string, stand: string) => {
  const answer = await fetch(`${app.url}/api/v1/imports/measures?stand=${stand}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body,
  });
  expect(await answer.text()).toContain('"done":true');
  await app.settle();
};

beforeAll(async () => {
  app = await TestApp.start();
  const town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  await app.settle();
  await edition(
    sheet.replace(/fertig|läuft|ruht|abgebrochen/g, 'geplant').replace('29.02.2024', ''),
    '2023-06-30',
  );
  await edition(sheet, '2024-06-30');
  const { json } = await app.ask({ path: '/api/v1/measures' });
  for (const { id, title } of json['items'] as { id: string; title: string }[]) ids.set(title, id);
  for (const id of ids.values()) await app.post(`measures/${id}/publish-measure`, {});
  await app.publish(town);
  await app.settle();
});
afterAll(() => app.stop());

const pathOf = (title: string, rest = '') =>
  `/de/kommunen/teststadt/massnahmen/${ids.get(title)}${rest}`;
const words = async (path: string) => wordsOf(await app.ask({ path }));
const detail = async (title: string) =>
  (await app.ask({ path: `/api/v1/measures/${ids.get(title)}` })).json;

describe('a day by which something had happened', () => {
  it.each([
    ['Radweg', 'abgeschlossen (seit spätestens 30. Juni 2024)'],
    ['Solardach', 'in Umsetzung (seit spätestens 30. Juni 2024)'],
    ['Freibad', 'ruht (seit spätestens 30. Juni 2024)'],
    ['Tram', 'aufgegeben (seit spätestens 30. Juni 2024)'],
    ['Wärmenetz', 'abgeschlossen (seit 29. Februar 2024)'],
  ])('is told as the latest one: %s %s', async (title, said) => {
    expect(await words(pathOf(title))).toContain(said);
  });

  it('says of no measure that it was finished late, where nobody knows', async () => {
    expect(await words(pathOf('Radweg'))).not.toContain('Zu spät fertig');
    expect(await words(pathOf('Wärmenetz'))).toContain('Zu spät fertig');
    expect(await detail('Radweg')).toMatchObject({
      ...{ endedOn: null, endedBy: '2024-06-30', finishedLateDays: null },
      facts: { endedOn: { value: '2024-06-30', latest: true }, implementation: { latest: true } },
    });
    expect(await detail('Wärmenetz')).toMatchObject({
      ...{ endedOn: '2024-02-29', endedBy: null, finishedLateDays: 121 },
    });
  });

  it('is the latest one in the history, its table, the lists, and what is shared', async () => {
    expect(await words(pathOf('Radweg', '/verlauf'))).toContain(
      'geschehen spätestens am 30. Juni 2024',
    );
    const table = (await app.ask({ path: pathOf('Radweg', '/verlauf.csv') })).text;
    const [head = '', ...rows] = table.replace('\ufeff', '').trim().split('\r\n');
    const at = head.split(';').indexOf('Tag ist der späteste mögliche');
    expect(rows.map((row) => row.split(';').slice(at - 1, at + 1))).toContainEqual([
      ...['2024-06-30', 'ja'],
    ]);
    const town = await words('/de/kommunen/teststadt');
    expect(town).toContain('Radweg spätestens 30. Juni 2024');
    expect(town).toContain('Wärmenetz 29. Februar 2024');
    const shared = await words(pathOf('Radweg', '/teilen'));
    expect(shared).toContain('abgeschlossen. Spätestens 30. Juni 2024.');
    const english = await words(
      `/en/municipalities/teststadt/measures/${ids.get('Solardach')}/share`,
    );
    expect(english).toContain('30 June 2024 at the latest');
  });

  it('counts the days before it as they counted then', async () => {
    const then = await words(pathOf('Radweg', '?stand=2024-01-15'));
    expect(then).toContain('Das geplante Ende ist vorbei, ein Abschluss ist nicht bekannt');
  });
});

describe('the correction of such a day', () => {
  const form = async (title: string) => {
    const { json } = await app.ask({ path: `/api/v1/measures/${ids.get(title)}` });
    const { entry } = (json['facts'] as { implementation: { entry: string } }).implementation;
    const path = pathOf(title, `/berichtigen?eintrag=${entry}`);
    return { path, fields: formIn((await app.ask({ path })).text) };
  };
  const correct = async (title: string, typed: Readonly<Record<string, string>>) => {
    const { path, fields } = await form(title);
    expect(fields).toMatchObject({ dayIsLatest: 'yes' });
    const sent = await post(app, path, { ...fields, reason: 'nachgefragt', ...typed });
    expect(problemsIn(sent.text)).toEqual([]);
    await app.settle();
  };

  it('keeps what the day means as long as nobody says another thing', async () => {
    await correct('Solardach', { 'text.note': 'auf dem Rathaus' });
    expect(await detail('Solardach')).toMatchObject({ startedOn: null, startedBy: '2024-06-30' });
  });

  it('takes another day as the exact one', async () => {
    await correct('Radweg', { on: '2023-11-10' });
    expect(await detail('Radweg')).toMatchObject({ endedOn: '2023-11-10', finishedLateDays: 10 });
    expect(await words(pathOf('Radweg', '/verlauf'))).toContain('spätestens 30. Juni 2024');
  });

  it('takes the day itself as the exact one, where somebody says so', async () => {
    await correct('Tram', { dayIsLatest: '' });
    expect(await detail('Tram')).toMatchObject({ endedOn: '2024-06-30', endedBy: null });
  });
});
