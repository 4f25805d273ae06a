import { parse } from 'csv-parse/sync';
import { draftMarker } from '../../apps/api/src/example/musterstadt/musterstadt.js';
import { TestApp } from './app.js';
import { aTown } from './requests.js';

interface Line {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

let app: TestApp;

/** The example is told entry by entry, each of them durable. */
const PATIENCE_MS = 60_000;

const publicly = (path: string) => app.ask({ path: `/api/v1/exports/${path}`, token: null });
const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

describe('files of the example', () => {
  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
  }, PATIENCE_MS);
  afterAll(() => app.stop());

  it('hold the measures that the same question lists', async () => {
    for (const question of [
      '',
      'municipality=musterstadt-am-main',
      'status=completed,delayed',
      'q=rad',
    ]) {
      const listed = await app.ask({
        path: `/api/v1/measures?limit=200&${question}`,
        token: null,
      });
      // Over all towns a file has an order of its own.
      const shown = (ids: readonly (string | undefined)[]) =>
        question.includes('municipality') ? ids : ids.toSorted();
      const expected = shown((listed.json['items'] as { id: string }[]).map(({ id }) => id));
      expect(expected.length).toBeGreaterThan(0);
      const asJson = await publicly(`measures?format=json&${question}`);
      const inJson = JSON.parse(asJson.text) as { id: string }[];
      expect(shown(inJson.map(({ id }) => id))).toEqual(expected);
      const asCsv = await publicly(`measures?${question}`);
      const [, ...rows] = parse(asCsv.text, { delimiter: ';', bom: true });
      expect(shown(rows.map(([id]) => id))).toEqual(expected);
    }
  });

  it('are named, typed, and in the language that was asked for', async () => {
    const german = await publicly('measures?municipality=musterstadt-am-main');
    expect(german.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(german.headers.get('content-disposition')).toMatch(
      /^attachment; filename="musterstadt-am-main-massnahmen-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(german.text).toContain('Klimaspur-ID;Kommune;Plan;Art des Plans;Nummer;Handlungsfeld');
    expect(german.text).toContain(';grundsätzlich beschlossen – Einzelbeschluss steht aus;');
    expect(german.text).not.toContain('ADOPTED');
    // Where its page lies is another thing elsewhere.
    const address = '/de/kommunen/musterstadt-am-main/massnahmen/';
    expect(german.text).not.toContain(address);
    const json = await publicly('measures?format=json&municipality=musterstadt-am-main');
    expect(json.text).toContain(address);
    const english = await publicly('measures?lang=en&limit=1');
    expect(english.text).toContain('Klimaspur ID;Municipality;Plan;Kind of plan;Number;Field');
    expect(english.text.trim().split('\r\n')).toHaveLength(2);
  });

  it('hold no word of a draft, unless for those who may see it', async () => {
    for (const path of ['measures', 'measures?format=json', 'events']) {
      expect((await publicly(path)).text).not.toContain(draftMarker);
      expect((await app.ask({ path: `/api/v1/exports/${path}` })).text).toContain(draftMarker);
    }
  });

  it.each([
    ['measures?format=ods', 'format', 'field/unknown-code'],
    ['measures?status=done', 'status[0]', 'field/unknown-code'],
    ['measures?municipal=x', 'municipal', 'field/unknown'],
    ['events?type=x', 'type', 'field/unknown'],
  ])('refuse %s by name', async (path, field, code) => {
    const { status, json } = await publicly(path);
    expect([status, json['code']]).toEqual([400, 'query/invalid']);
    expect(json['errors']).toMatchObject([{ field, code }]);
  });

  it('say that there is no such town', async () => {
    const { status, json } = await publicly('measures?municipality=nowhere');
    expect([status, json['code']]).toEqual([404, 'municipality/unknown']);
  });
});

describe('the log as a file', () => {
  const post = async (path: string, body: unknown) => {
    const { status, text } = await app.post(path, body);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  };
  const publish = (...streams: readonly string[]) =>
    Promise.all(
      streams.map((stream) => {
        const [collection, id] = stream.split('/');
        const one = { municipalities: 'municipality', plans: 'plan', measures: 'measure' }[
          collection!
        ];
        return post(`${collection}/${id}/publish-${one}`, {});
      }),
    );

  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  /** Somebody who got a role. */
  const somebody = async (municipality: string) => {
    const { json } = await app.post('login-links', { role: 'MONITOR', municipality });
    const code = new URL(json['url'] as string).searchParams.get('code');
    const headers = { origin: app.url };
    await app.post('sessions', { code, label: 'Anna' }, headers);
  };

  it('is whole for the operator, line by line as it is stored', async () => {
    const { municipality } = await aTown(app);
    await somebody(municipality!);
    await app.settle();
    const { text, headers } = await app.ask({ path: '/api/v1/exports/events' });
    expect(headers.get('content-type')).toContain('application/x-ndjson');
    const stored = await app.store.readAll(null, 1_000);
    expect(linesOf(text).map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
    expect(linesOf(text).some(({ stream }) => stream.startsWith('person-'))).toBe(true);
  });

  it('tells the public of published things only, and of no vote or place of a draft', async () => {
    const { municipality, organ, plan, measure } = await aTown(app);
    const hidden = await app.given('measures', { municipality, text: { title: 'Geheim Wal' } });
    for (const [which, number] of [
      [measure, '1'],
      [hidden, 'Geheim-2'],
    ] as const) {
      await post(`plans/${plan}/place-measure`, { measure: which, rank: 1, text: { number } });
    }
    const placed = (await app.eventsOf(`plan-${plan}`)).at(-1)!;
    await post(`plans/${plan}/add-evidence`, {
      entry: placed.id,
      text: { evidence: [{ kind: 'press', title: 'Geheim im Blatt' }] },
    });
    const vote = (measures: readonly string[], title: string) =>
      app.given('decisions', {
        municipality,
        organ,
        outcome: 'ADOPTED',
        final: true,
        occurredOn: '2024-05-01',
        effects: measures.map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'FULL' })),
        text: { title },
      });
    const open = await vote([measure!], 'Offener Beschluss');
    const closed = await vote([measure!, hidden], 'Sammelbeschluss');
    const ofDraft = await vote([hidden], 'Geheimer Beschluss');
    await somebody(municipality!);
    await app.allowPublishing(municipality!);
    await publish(`municipalities/${municipality}`, `plans/${plan}`, `measures/${measure}`);
    await app.settle();

    const { text } = await publicly('events');
    const streams = new Set(linesOf(text).map(({ stream }) => stream));
    for (const shown of [
      `municipality-${municipality}`,
      `organ-${organ}`,
      `plan-${plan}`,
      `measure-${measure}`,
      `decision-${open}`,
    ]) {
      expect(streams).toContain(shown);
    }
    const told = linesOf(text).find(({ stream }) => stream === `decision-${closed}`);
    expect(told?.data).toMatchObject({ effects: [{ measure }] });
    expect([...streams].filter((stream) => stream.startsWith('person-'))).toEqual([]);
    expect(streams).not.toContain(`decision-${ofDraft}`);
    expect(text).not.toContain(hidden);
    expect(text).not.toContain('Geheim');

    await publish(`measures/${hidden}`);
    await app.settle();
    const after = await publicly('events');
    expect(after.text).toContain('Geheim im Blatt');
    expect(after.text).toContain('Geheimer Beschluss');
    expect(after.text).toContain('Geheim Wal');
  });

  /** Entries that lines speak about, by what they are called there. */
  const spokenOf = (data: Line['data']): string[] =>
    Object.entries(data).flatMap(([name, value]) => {
      if (name === 'entry' || name === 'source') return [String(value)];
      return name === 'replacement' ? spokenOf(value as Line['data']) : [];
    });

  it('names no entry to strangers that it does not hold, and changes nothing by votes and splits over drafts', async () => {
    const { municipality, organ, plan, measure } = await aTown(app);
    const draft = async () => app.given('measures', { municipality, text: { title: 'Geheim' } });
    const heir = await app.given('measures', { municipality, text: { title: 'Erbe' } });
    const gone = await app.given('measures', { municipality, text: { title: 'Ging auf' } });
    for (const each of [measure, heir, gone])
      await post(`plans/${plan}/place-measure`, { measure: each, rank: 1, text: {} });
    const vote = (...measures: readonly string[]) => ({
      ...{ municipality, organ, outcome: 'ADOPTED', final: true },
      effects: measures.map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'FULL' })),
      text: { title: 'Beschluss' },
    });
    const decision = await app.given('decisions', vote(measure!, await draft()));
    const into = [heir, await draft()];
    for (const one of into.slice(1))
      await post(`plans/${plan}/place-measure`, { measure: one, rank: 2, text: {} });
    await post(`plans/${plan}/split-measure`, { measure, into, text: {} });
    await post(`plans/${plan}/merge-measures`, { measures: [gone, into[1]], into: heir, text: {} });
    await app.allowPublishing(municipality!);
    await publish(`municipalities/${municipality}`, `plans/${plan}`);
    await publish(...[measure, heir, gone].map((id) => `measures/${id}`));
    await app.settle();

    const before = (await publicly('events')).text;
    const lines = linesOf(before);
    const held = new Set(lines.map(({ id }) => id));
    const spoken = lines.flatMap(({ data }) => spokenOf(data));
    expect(spoken.length).toBeGreaterThanOrEqual(3);
    expect(spoken.filter((id) => !held.has(id))).toEqual([]);
    expect(lines.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['MeasureDecided', 'MeasureSplit', 'MeasureMerged']),
    );
    expect(
      lines.filter(({ stream, revision }) => /^(plan|decision)-/.test(stream) && revision),
    ).toEqual([]);

    const [recorded] = await app.eventsOf(`decision-${decision}`);
    const { text: title, ...terms } = vote(measure!, await draft());
    await post(`decisions/${decision}/correct-entry`, {
      entry: recorded!.id,
      ...{ occurredOn: null, replacement: terms },
      text: { reason: 'Noch eine Maßnahme', replacement: title },
    });
    await app.settle();
    expect((await publicly('events')).text).toBe(before);
  });

  it('says nothing of a town that is a draft', async () => {
    await aTown(app);
    await app.settle();
    expect((await publicly('events')).text).toBe('');
    expect(JSON.parse((await publicly('measures?format=json')).text)).toEqual([]);
  });
});
