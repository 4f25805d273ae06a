import { randomUUID } from 'node:crypto';
import {
  meetingPath,
  outcomePath,
  tableHistoryPath,
  tablePath,
  tablesPath,
  timelinePath,
} from '../../apps/api/src/web/roundtables/table-paths.js';
import { TestApp, type Answered } from '../api/app.js';
import { plain } from './example-pages.js';
import { Visitor } from './visitor.js';

/** Stands in everything that strangers must not read. */
const SECRET = 'Geheim';
const town = 'musterstadt';
const [first, second, later] = ['2024-03-01', '2024-04-12', '2024-05-17'];

let app: TestApp;
let team: Visitor;
let ids: Readonly<Record<'municipality' | 'table' | 'draft' | 'roofs', string>>;

const told = async (path: string, body: object) => {
  const { status, text } = await app.post(path, body);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
};

interface ItemTold {
  readonly topic: string;
  readonly result: string;
  readonly measure?: string;
  readonly more?: object;
}

/** A table that proposed three things at one meeting, and has two more whose minutes are not for all. */
const given = async () => {
  const municipality = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  const actor = async (name: string, kind: string) => {
    const id = await app.given('actors', { municipality, kind, text: { name } });
    await told(`actors/${id}/publish-actor`, {});
    return id;
  };
  const [office, club] = [
    await actor('Umweltamt', 'ADMINISTRATION'),
    await actor('Radfreunde', 'ASSOCIATION'),
  ];
  const table = async (name: string) =>
    app.given('roundtables', { municipality, format: 'ROUND_TABLE', text: { name } });
  const [open, draft] = [await table('Runder Tisch Wege'), await table(`${SECRET}tisch`)];
  const say = (command: string, body: object) => told(`roundtables/${open}/${command}`, body);
  await say('publish-roundtable', {});
  const roofs = await app.given('measures', { municipality, text: { title: 'Solardächer' } });
  await told(`measures/${roofs}/publish-measure`, {});
  const held = async (on: string, items: readonly ItemTold[]) => {
    const meeting = randomUUID();
    await say('convene-meeting', { meeting, on, text: { topic: 'Ein Abend' } });
    for (const [at, { topic, result, measure, more }] of items.entries()) {
      const item = randomUUID();
      const about = { item, meeting, kind: 'PROPOSAL', rank: at + 1 };
      await say('add-item', { ...about, ...(measure ? { measure } : {}), text: { topic } });
      await say('conclude-item', {
        ...{ occurredOn: on, item, meeting, result, ...more },
        text: { text: `Gesagt zu ${topic}` },
      });
    }
    await say('hold-meeting', { occurredOn: on, meeting, groups: [office, club], text: {} });
    return meeting;
  };
  const approve = async (meeting: string) => {
    await say('circulate-protocol', { occurredOn: second, meeting, approvalUntil: later });
    await say('approve-protocol', { meeting, unanimous: true });
  };
  const shown = await held(first, [
    { topic: 'Dächer der Schulen', result: 'CONSENSUS', measure: roofs },
    { topic: 'Brücke am Wehr', result: 'DROPPED' },
    {
      topic: 'Ampel am Markt',
      result: 'HANDED_OVER',
      more: { handedTo: 'ADMINISTRATION', recipient: office, answerBy: '2024-05-01' },
    },
    { topic: `${SECRET}er Streit`, result: 'DISSENT', more: { dissent: [club] } },
  ]);
  await approve(shown);
  await say('publish-protocol', { meeting: shown });
  await approve(await held(second, [{ topic: `${SECRET} genehmigt`, result: 'CONSENSUS' }]));
  await held(later, [{ topic: `${SECRET} im Entwurf`, result: 'CONSENSUS' }]);
  await told(`measures/${roofs}/decide`, {
    ...{ occurredOn: '2024-06-01', effect: 'ADOPTS', scope: 'FULL', final: true },
    text: {},
  });
  await told(`measures/${roofs}/start-implementation`, { occurredOn: '2024-09-01', text: {} });
  await app.publish(municipality);
  return { municipality, table: open, draft, roofs };
};

const get = (path: string): Promise<Answered> => app.ask({ path, token: null });
const page = async (path: string): Promise<string> => plain((await get(path)).text);

beforeAll(async () => {
  app = await TestApp.start();
  ids = await given();
  await app.settle();
  team = await Visitor.signedIn(app, { role: 'OPERATOR' });
});
afterAll(() => app.stop());

describe('what became of proposals', () => {
  it.each([
    ['of all tables', undefined],
    ['of one table', 'table'],
  ] as const)('is told %s, in numbers and each by its days', async (_, which) => {
    const text = await page(outcomePath('de', town, which && ids[which]));
    expect(text).toContain(
      '3 Vorschläge: 1 ging einem Beschluss voraus, 1 dem Beginn und 0 dem Abschluss einer Maßnahme. ' +
        '1 wartet noch, 1 wird nicht weiterverfolgt.',
    );
    expect(text).toMatch(
      /Dächer der Schulen Runder Tisch Wege , 1\. März 2024 Solardächer begonnen 1\. Juni 2024 92 Tage danach 1\. September 2024 184 Tage danach –/,
    );
    expect(text).toMatch(/Brücke am Wehr .*am Tisch fallen gelassen/);
    expect(text).toMatch(/wartet auf Antwort: Umweltamt Antwort erwartet bis 1\. Mai 2024/);
    expect(text).not.toContain('führte zu');
  });

  it('leads from each day to its entry in the history of the measure', async () => {
    const { text } = await get(outcomePath('de', town));
    const history = `/de/kommunen/${town}/massnahmen/${ids.roofs}/verlauf`;
    const links = [...text.matchAll(/href="([^"#]+)#(e-[0-9a-f-]+)"/g)];
    expect(links.map(([, path]) => path)).toEqual([history, history]);
    const entries = (await get(history)).text;
    for (const [, , anchor] of links) expect(entries).toContain(`id="${anchor}"`);
  });

  it('is there as a file for sheets and for programs', async () => {
    const lines = (await get(`${outcomePath('de', town)}.csv`)).text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.find((line) => line.includes('Dächer'))).toContain('2024-06-01;92;2024-09-01;184');
    const { items } = JSON.parse((await get(`${outcomePath('en', town)}.json`)).text) as {
      items: { item: { topic: string } }[];
    };
    expect(items.map(({ item }) => item.topic)).toContain('Brücke am Wehr');
  });
});

describe('the list of round tables', () => {
  it('is there as a file for sheets, with what the page says of each', async () => {
    const { text, headers } = await get(`${tablesPath('de', town)}.csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(await page(tablesPath('de', town))).toContain('CSV');
    const [heading, ...rows] = text.trim().split('\r\n');
    expect(heading).toContain('Schwerpunkt;Art;Plätze;Protokolle;Nächste Termine;beendet');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/^Runder Tisch Wege;.*;1;.*;/);
    expect(rows[0]).toContain(ids.table);
  });
});

describe('the way from the first round table', () => {
  it('tells meetings, proposals, decisions and begun work in their order', async () => {
    const text = await page(timelinePath('de', town));
    expect(text).toMatch(
      /1\. März 2024: Runder Tisch Wege .*Dächer der Schulen .*1\. Juni 2024: Beschluss .*1\. September 2024: Arbeit/,
    );
    expect(text).toContain('dass es das Spätere bewirkt hat, ist damit nicht gesagt');
  });
});

describe('the history of a round table', () => {
  it('tells each published entry with both days, what it is about, who, and a link of its own', async () => {
    const { text } = await get(tableHistoryPath('de', town, ids.table));
    expect(plain(text)).toMatch(
      /Ergebnis: Weitergegeben .*Ampel am Markt .*Umweltamt .*geschehen am 1\. März 2024 eingetragen am/,
    );
    const anchors = [...text.matchAll(/<li id="(e-[0-9a-f-]{36})"/g)].map(([, anchor]) => anchor);
    expect(anchors.length).toBeGreaterThan(8);
    for (const anchor of anchors) expect(text).toContain(`/verlauf#${anchor}"`);
  });

  it('is handed out as CSV, JSON and JSON Lines: each entry of the page once', async () => {
    const path = tableHistoryPath('de', town, ids.table);
    const { text } = await get(path);
    const shown = [...text.matchAll(/<li id="e-([0-9a-f-]{36})"/g)].map(([, id]) => id);
    for (const ending of ['csv', 'json', 'jsonl']) expect(text).toContain(`${path}.${ending}"`);
    const csv = await get(`${path}.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = csv.text.trim().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(/[;,]/)[0])).toEqual(shown);
    expect(csv.text).toContain('Ampel am Markt');
    const { items } = (await get(`${path}.json`)).json as { items: { id: string }[] };
    const lines = (await get(`${path}.jsonl`)).text.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(items);
    expect(items.map(({ id }) => id)).toEqual(shown);
  });

  it('keeps what was corrected, and leads to the correction', async () => {
    const { json } = await app.ask({ path: `/api/v1/roundtables/${ids.table}/history` });
    const entries = json['items'] as { id: string; type: string; data: { text?: object } }[];
    const founded = entries.find(({ type }) => type === 'RoundtableFounded')!;
    await told(`roundtables/${ids.table}/correct-entry`, {
      ...{ entry: founded.id, occurredOn: '2024-02-01' },
      replacement: { municipality: ids.municipality, format: 'ROUND_TABLE' },
      text: { reason: 'Tag nachgetragen', replacement: { name: 'Runder Tisch Wege' } },
    });
    await app.settle();
    const text = await page(tableHistoryPath('de', town, ids.table));
    expect(text).toMatch(
      /Runder Tisch angelegt Dieser Eintrag wurde berichtigt\. Zur Berichtigung/,
    );
    expect(text).toContain('Tag nachgetragen');
  });
});

describe('a meeting', () => {
  it('has a twin for programs that tells no more than its page', async () => {
    const path = meetingPath('de', town, ids.table, first!);
    expect((await get(path)).text).toContain(`href="${path}.json"`);
    const { json, status } = await get(`${path}.json`);
    expect(status).toBe(200);
    const all = (await app.ask({ path: `/api/v1/roundtables/${ids.table}`, token: null })).json;
    expect(json['roundtable']).toEqual({ id: ids.table, name: all['name'] });
    const meetings = all['meetings'] as { meeting: string; on: string }[];
    expect(json['meeting']).toEqual(meetings.find(({ on }) => on === first));
    const items = json['items'] as object[];
    expect(items.length).toBeGreaterThan(0);
    expect(all['items']).toEqual(expect.arrayContaining(items));
  });
});

describe('strangers', () => {
  it('read nothing of drafts, of minutes that are not published, and of a dissent that was not released', async () => {
    const { table } = ids;
    const paths = (['de', 'en'] as const).flatMap((lang) => [
      ...['', '.csv', '.json'].map((ending) => tablesPath(lang, town) + ending),
      ...['', '.json'].map((ending) => tablePath(lang, town, table) + ending),
      ...[first, second, later].map((day) => meetingPath(lang, town, table, day!)),
      ...['', '.csv', '.json'].flatMap((ending) => [
        outcomePath(lang, town) + ending,
        outcomePath(lang, town, table) + ending,
      ]),
      ...['', '.json'].map((ending) => tableHistoryPath(lang, town, table) + ending),
      timelinePath(lang, town),
      `${timelinePath(lang, town)}.json`,
    ]);
    for (const path of paths) {
      const { status, text } = await get(path);
      expect(`${path} ${status}`).toBe(`${path} 200`);
      expect([path, text.includes(SECRET)]).toEqual([path, false]);
    }
  });

  it('do not find the draft of a table', async () => {
    for (const path of [tablePath('de', town, ids.draft), outcomePath('de', town, ids.draft)]) {
      expect((await get(path)).status).toBe(404);
      expect((await team.get(path)).status).toBe(200);
    }
  });

  it('see the date of a meeting whose minutes are not published, and what it waits for', async () => {
    const text = await page(meetingPath('de', town, ids.table, second!));
    expect(text).toContain('Termin am 12. April 2024');
    expect(text).toContain('steht hier, wenn das Protokoll genehmigt und veröffentlicht ist');
    expect(text).not.toContain('Wer dabei war');
  });

  it('read the published minutes: who was there, the result, and to whom it was handed', async () => {
    const text = await page(meetingPath('de', town, ids.table, first!));
    expect(text).toMatch(/Wer dabei war Umweltamt Radfreunde/);
    expect(text).toMatch(/Dächer der Schulen .*Ergebnis: Konsens Gesagt zu Dächer der Schulen/);
    expect(text).toMatch(/Ampel am Markt .*Weitergegeben an: Verwaltung Umweltamt/);
  });
});

describe('the team', () => {
  it('sees what is internal, and reads that it is', async () => {
    const text = plain((await team.get(meetingPath('de', town, ids.table, later!))).text);
    expect(text).toContain(`${SECRET} im Entwurf`);
    expect(text).toContain('Nur das Team sieht, was hier steht.');
  });
});
