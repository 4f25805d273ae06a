import { jest } from '@jest/globals';
import * as fc from 'fast-check';
import { measureState, publicBar, timeline, type Past } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  openEventStore,
  type EventStore,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { readImport } from '@klimaspur/importers';
import { workbook, type TestCell } from '@klimaspur/importers/testing';
import { runImport } from './run-import.js';
import { knownFromLog } from './testing/known-from-log.js';

jest.setTimeout(60_000);
const now = '2026-11-20T12:00:00.000Z';
const actor = (municipality: string) => ({
  person: '00000000-0000-7000-8000-000000000009',
  role: 'LEAD',
  municipality,
});

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const headings = ['Nr.', 'Maßnahme', 'Status', 'Fertigstellung geplant', 'Zuständig', 'Ziel'];
type Row = readonly TestCell[];

/** A file as it is sent, of the day that its sheet has. */
const importFile = (
  bytes: Uint8Array,
  fileName: string,
  stand: string | null,
  more: object = {},
) => {
  const document = readImport(bytes, { fileName, today: '2026-11-20', standOn: stand });
  const order = {
    document,
    bytes,
    actor,
    now,
    acceptGoodRows: false,
    publish: false,
    dryRun: false,
  };
  return runImport(store, knownFromLog(store), { ...order, ...more });
};
const importSheet = (stand: string | null, rows: readonly Row[], fileName: string) =>
  importFile(workbook({ name: 'Maßnahmen', rows }), fileName, stand);

/** One edition of the list. */
const edition = (stand: string | null, rows: readonly Row[], fileName = `liste_${stand}.xlsx`) =>
  importSheet(stand, [headings, ...rows], fileName);

const events = () => store.readAll(null, 100_000);
const past = (all: readonly RecordedEvent[], stream: string) =>
  all.filter((event) => event.stream === stream) as unknown as Past[];

/** How the measure of that number stood on that day. */
const stood = async (number: string, asOf: string) => {
  const all = await events();
  const placed = all.find(
    ({ type, data }) =>
      type === 'PlanMeasurePlaced' && (data['text'] as { number?: string })?.number === number,
  );
  const state = measureState(
    timeline(past(all, `measure-${String(placed?.data['measure'])}`), { asOf }),
  );
  return {
    word: publicBar(state, asOf).status,
    implementation: state.implementation.value,
    percent: state.percent,
    end: state.plannedEnd?.value ?? null,
    lead: state.responsible.find(({ responsibility }) => responsibility === 'LEAD')?.name ?? null,
    goal: state.described?.text?.goal ?? null,
  };
};

const first: readonly Row[] = [
  ['1', 'Radwege', 'geplant', '2025', 'Bauamt', 'zehn'],
  ['2', 'Solardächer', 'in Arbeit', '2024', 'Bauamt', 'hundert'],
  ['3', 'Beratung', 'läuft', null, 'Umweltamt', 'alle'],
  ['4', 'Fernwärme', 'in Planung', '2030', 'Stadtwerke', 'viel'],
];
const second: readonly Row[] = [
  ['1', 'Radwege', 'in Arbeit', '2025', 'Bauamt', 'zwölf'],
  ['2', 'Solardächer', 'in Arbeit, verzögert', '2026', 'Bauamt', 'hundert'],
  ['3', 'Beratung', 'läuft', null, 'Umweltamt', 'alle'],
  ['5', 'Bäume', 'noch nicht begonnen', null, 'Grünamt', '500'],
];
const third: readonly Row[] = [
  ['0', 'Vorspann', 'geplant', null, null, null],
  ['1', 'Radwege', 'erledigt', '2025', 'Tiefbauamt', 'zwölf'],
  ['2', 'Solardächer', '80 %', '2026', 'Bauamt', 'hundert'],
  ['3', 'Beratung', 'läuft', null, 'Umweltamt', 'alle'],
  ['5', 'Bäume', 'ruht', null, 'Grünamt', '500'],
];
const editions: readonly [
  Parameters<typeof edition>,
  Parameters<typeof edition>,
  Parameters<typeof edition>,
] = [
  ['2023-10-31', first],
  ['2024-04-30', second],
  ['2024-10-31', third],
];

const isRightOnEachDay = async () => {
  expect([
    await stood('1', '2023-10-31'),
    await stood('1', '2024-04-30'),
    await stood('1', '2024-10-31'),
  ]).toEqual([
    {
      word: 'planned',
      implementation: 'PLANNED',
      percent: null,
      end: '2025',
      lead: 'Bauamt',
      goal: 'zehn',
    },
    {
      word: 'in-progress',
      implementation: 'IN_PROGRESS',
      percent: null,
      end: '2025',
      lead: 'Bauamt',
      goal: 'zwölf',
    },
    {
      word: 'completed',
      implementation: 'COMPLETED',
      percent: null,
      end: '2025',
      lead: 'Tiefbauamt',
      goal: 'zwölf',
    },
  ]);
  expect([
    await stood('2', '2024-01-01'),
    await stood('2', '2024-04-30'),
    await stood('2', '2024-10-31'),
  ]).toMatchObject([
    { word: 'in-progress', end: '2024' },
    { word: 'delayed', implementation: 'IN_PROGRESS', end: '2026' },
    { word: 'in-progress', percent: 80, end: '2026' },
  ]);
  expect(await stood('3', '2024-12-31')).toMatchObject({ word: 'in-progress' });
  expect([await stood('5', '2024-04-30'), await stood('5', '2024-10-31')]).toMatchObject([
    { word: 'planned' },
    { word: 'delayed', implementation: 'PAUSED' },
  ]);
  expect(await stood('4', '2024-12-31')).toMatchObject({ implementation: 'PLANNED' });
};

describe('three editions of one sheet', () => {
  it('tell on each day what held then, in one plan, and what changed between them', async () => {
    const reports = [];
    for (const [stand, rows] of editions) reports.push(await edition(stand, rows));
    await isRightOnEachDay();
    const all = await events();
    expect(all.filter(({ type }) => type === 'PlanDrafted')).toHaveLength(1);
    expect(all.filter(({ type }) => type === 'MunicipalityFounded')).toHaveLength(1);
    const told = all.filter(
      ({ stream }) =>
        stream ===
        all.find(({ data }) => (data['text'] as { title?: string })?.title === 'Beratung')?.stream,
    );
    expect(told.map(({ type }) => type)).toEqual([
      'MeasureRecorded',
      'MeasureDescribed',
      'MeasureResponsibleBodyAssigned',
      'MeasureImplementationStarted',
    ]);
    expect(reports.map(({ new: added, changed }) => [added, changed])).toEqual([
      [5, 0],
      [1, 2],
      [1, 3],
    ]);
    expect(reports[1]?.findings).toContainEqual(
      expect.objectContaining({ code: 'import/row-gone', params: { title: '4 Fernwärme' } }),
    );
    expect(reports[2]?.findings.filter(({ code }) => code === 'import/row-gone')).toHaveLength(1);
  });

  it('tell the same in whatever order they are imported, and however often', async () => {
    const orders = [
      [2, 1, 0],
      [1, 0, 2],
      [0, 2, 1],
      [2, 0, 1],
    ];
    for (const order of orders) {
      store = await openEventStore('sqlite::memory:');
      for (const index of [...order, ...order]) await edition(...editions[index]!);
      await isRightOnEachDay();
      const before = (await events()).length;
      for (const index of [0, 1, 2]) {
        expect(await edition(...editions[index]!)).toMatchObject({ new: 0, changed: 0 });
      }
      expect(await events()).toHaveLength(before);
      await store.close();
    }
    store = await openEventStore('sqlite::memory:');
  });

  it('let older ones change nothing of today', async () => {
    await edition(...editions[0]);
    await edition(...editions[2]);
    const today = await stood('1', '2026-11-20');
    const report = await edition(...editions[1]);
    expect(await stood('1', '2026-11-20')).toEqual(today);
    expect(report.findings.filter(({ code }) => code === 'import/row-gone')).toEqual([]);
  });

  it('leave what a person told in between, as long as they say the same as before', async () => {
    await edition(...editions[0]);
    await edition(...editions[1]);
    const { stream } = (await events()).find(
      ({ data }) => (data['text'] as { title?: string })?.title === 'Beratung',
    )!;
    await handle(store, {
      stream,
      mode: 'additive',
      commandId: newCommandId(Date.parse(now)),
      actor: actor('x'),
      now,
      decide: () => [
        {
          type: 'MeasureImplementationCompleted',
          data: { text: { note: 'Gesehen' } },
          occurredOn: '2024-06-01',
          schemaVersion: 1,
        },
      ],
    });
    await edition(...editions[2]);
    expect(await stood('3', '2024-04-30')).toMatchObject({ word: 'in-progress' });
    expect(await stood('3', '2024-10-31')).toMatchObject({ word: 'completed' });
  });

  it('take their day from the sheet, or from the row', async () => {
    const rows: TestCell[][] = [
      ['Sachstand Klimaschutz (Stand: 30.04.2024)'],
      [],
      ['Nr.', 'Maßnahme', 'Status', 'Letzte Aktualisierung'],
      ['1', 'Radwege', 'in Arbeit', { date: '2024-03-15' }],
      ['2', 'Bäume', 'in Arbeit', null],
    ];
    const bytes = workbook({ name: 'Blatt', rows });
    const document = readImport(bytes, { fileName: 'liste.xlsx', today: '2026-11-20' });
    expect(document.standOn).toBe('2024-04-30');
    const [one, other] = document.municipalities[0]!.plan.measures;
    expect([one?.entries[0]?.occurredOn, other?.entries[0]?.occurredOn]).toEqual([
      '2024-03-15',
      '2024-04-30',
    ]);
  });
});

describe('the day of an edition', () => {
  const list = (stand: string, ...rows: readonly Row[]) =>
    importSheet(stand, [['Nr.', 'Maßnahme', 'Status', 'Beendet am'], ...rows], `${stand}.xlsx`);
  const ended = async () => {
    const all = await events();
    const { stream } = all.find(({ type }) => type === 'MeasureRecorded')!;
    const { endedOn } = measureState(timeline(past(all, stream)));
    return [endedOn?.value, endedOn?.latest];
  };
  const done = (on: TestCell = null): Row => ['1', 'Radwege', 'fertig', on];
  const running: Row = ['1', 'Radwege', 'in Arbeit', null];

  it('is the latest on which something happened; an earlier edition brings it closer', async () => {
    await list('2024-10-31', done());
    expect(await ended()).toEqual(['2024-10-31', true]);
    await list('2024-04-30', done());
    expect(await ended()).toEqual(['2024-04-30', true]);
    await list('2025-04-30', done());
    expect(await ended()).toEqual(['2024-04-30', true]);
  });

  it('gives way to the day that a later edition names', async () => {
    await list('2024-04-30', done());
    await list('2024-10-31', done({ date: '2023-11-10' }));
    expect(await ended()).toEqual(['2023-11-10', undefined]);
  });

  it('is the latest one again, where an older edition said otherwise', async () => {
    await list('2023-10-31', done());
    await list('2024-10-31', done());
    await list('2024-04-30', running);
    expect(await ended()).toEqual(['2024-10-31', true]);
  });
});

/** How the measure that came with this title was called on that day. */
const called = async (first: string, asOf: string) => {
  const all = await events();
  const { stream } = all.find(
    ({ type, data }) =>
      type === 'MeasureRecorded' && (data['text'] as { title?: string }).title === first,
  )!;
  const { described, recorded } = measureState(timeline(past(all, stream), { asOf }));
  return described?.text?.title ?? recorded?.text?.title;
};
const counted = async (type: string) =>
  (await events()).filter((each) => each.type === type).length;

describe('a title that changed alone', () => {
  const titles = (stand: string | null, ...rows: readonly (readonly [string, string])[]) =>
    importSheet(stand, [['Nr.', 'Maßnahme'], ...rows], `${stand}.xlsx`);
  const stands = [
    ['2024-04-30', 'Radwege'],
    ['2024-10-31', 'Radwege bauen'],
    ['2025-04-30', 'Radwege bauen und pflegen'],
  ] as const;

  it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])(
    'is described as of the day of its edition, in whatever order they come: %j',
    async (order) => {
      for (const at of [...order, ...order]) {
        const [stand, title] = stands[at]!;
        await titles(stand, ['1', title], ['2', 'Bäume']);
      }
      const first = stands[order[0]!]![1];
      for (const [stand, title] of stands) expect(await called(first, stand)).toBe(title);
      expect(await called(first, '2024-08-01')).toBe('Radwege');
      expect(await counted('MeasureRecorded')).toBe(2);
      expect(await counted('PlanDrafted')).toBe(1);
    },
  );

  it('changes in the edition of a day not told, too, and nothing when it comes again', async () => {
    await titles(null, ['1', 'Radwege']);
    expect(await titles(null, ['1', 'Radwege bauen'])).toMatchObject({ new: 0, changed: 1 });
    expect(await called('Radwege', '2026-11-20')).toBe('Radwege bauen');
    expect(await titles(null, ['1', 'Radwege bauen'])).toMatchObject({ new: 0, changed: 0 });
  });

  it('leaves the other words that an earlier edition gave the measure', async () => {
    await edition('2024-04-30', [['1', 'Radwege', null, null, null, 'zehn']]);
    await titles('2024-10-31', ['1', 'Radwege bauen']);
    expect(await called('Radwege', '2024-10-31')).toBe('Radwege bauen');
    expect(await stood('1', '2024-10-31')).toMatchObject({ goal: 'zehn' });
  });

  it('is perhaps another name, where rows have no numbers: the old and the new are named', async () => {
    const list = (...rows: readonly string[]) =>
      importText(['Maßnahme', ...rows].join('\n'), 'liste.csv');
    await list('Radwege', 'Bäume pflanzen', 'Solardächer');
    const report = await list('Radwege bauen', 'Bäume pflanzen', 'Fernwärme');
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        where: 'row 2',
        code: 'import/maybe-renamed',
        params: { title: 'Radwege bauen', was: 'Radwege' },
      }),
    );
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'import/row-gone', params: { title: 'Solardächer' } }),
    );
    expect(report).toMatchObject({ new: 2 });
  });
});

const importText = (text: string, fileName: string, more: object = {}) =>
  importFile(new TextEncoder().encode(text), fileName, null, more);

describe('the plan of an edition', () => {
  const list = (fileName: string, rows: readonly string[], more: object = {}) =>
    importText(['Nr.;Handlungsfeld;Maßnahme', ...rows].join('\n'), fileName, more);
  const rows = (...titles: readonly string[]) =>
    titles.map((title, index) => `${index + 1};Energie;${title}`);
  const old = ['Radwege', 'Bäume', 'Solardächer', 'Beratung'] as const;

  it('is found by the titles of now, when nothing is left of the first ones', async () => {
    await list('a.csv', rows('Radwege', 'Bäume', 'Beratung'));
    await list(
      'b.csv',
      rows('Radwege und Fahrradstraßen', 'Bäume und Grünflächen', 'Beratung und Förderung'),
    );
    await list('c.csv', rows('Fahrradstraßen', 'Grünflächen', 'Förderung'));
    expect(await counted('PlanDrafted')).toBe(1);
    expect(await counted('MeasureRecorded')).toBe(3);
    await list('d.csv', rows('Radwege', 'Bäume', 'Beratung'));
    expect(await counted('PlanDrafted')).toBe(1);
    expect(await counted('MeasureRecorded')).toBe(3);
  });

  it('is found where the numbers are new, and the measures with it', async () => {
    await list('a.csv', rows(...old));
    const report = await list(
      'b.csv',
      old.map((title, index) => `E${index};Energie;${title}`),
    );
    expect(report).toMatchObject({ new: 0 });
    expect(await counted('MeasureRecorded')).toBe(4);
  });

  it('is found where the list grew to many times its length', async () => {
    await list('a.csv', rows(...old));
    const more = Array.from({ length: 30 }, (_, index) => `Vorhaben mit Buchstaben ${index}`);
    expect(await list('b.csv', rows(...old, ...more))).toMatchObject({ new: 30 });
    expect(await counted('PlanDrafted')).toBe(1);
  });

  it('is its own, also where another plan has a field of the same name', async () => {
    const heat = ['Wärmenetz', 'Tiefe Geothermie', 'Abwärme nutzen'];
    await list('klima.csv', rows(...old));
    const begun = await list('waerme.csv', rows(...heat));
    expect(begun.findings).toContainEqual(
      expect.objectContaining({
        code: 'import/plan-new',
        params: { title: 'Waerme', plans: '„Klima“' },
      }),
    );
    const next = await list('waerme_2.csv', [...rows(...heat), '4;Energie;Speicher']);
    expect(next).toMatchObject({ refused: [], done: true, new: 1, plans: begun.plans });
    expect(await counted('PlanDrafted')).toBe(2);
  });

  it('is asked for in words where two fit as well', async () => {
    await list('klima.csv', rows(...old), { plan: { newTitle: 'Klimaplan' } });
    await list('klima.csv', rows(...old), { plan: { newTitle: 'Zweiter Plan' } });
    await expect(list('andere.csv', rows(...old))).rejects.toMatchObject({
      code: 'import/plan-ambiguous',
      details: { params: { town: 'Klima', count: 2, plans: '„Klimaplan“, „Zweiter Plan“' } },
    });
    expect(await counted('PlanDrafted')).toBe(2);
    const named = await list('andere.csv', rows(...old), { plan: { plan: 'Zweiter Plan' } });
    expect(named).toMatchObject({ new: 0, changed: 0, refused: [] });
  });

  it('that is new has the title that was asked for, and the town its name', async () => {
    const more = { plan: { newTitle: 'Klimaschutzplan 2030' }, newTown: 'Teststadt' };
    await list('liste_2024-04.csv', rows(...old), more);
    const named = (await events()).filter(({ type }) =>
      /^(MunicipalityFounded|PlanDrafted)$/.test(type),
    );
    expect(named.map(({ data }) => data['text'])).toMatchObject([
      { name: 'Teststadt' },
      { title: 'Klimaschutzplan 2030' },
    ]);
  });
});

const words = [
  'geplant',
  'in Arbeit',
  'verzögert',
  'ruht',
  'erledigt',
  'eingestellt',
  '40 %',
  '',
] as const;
const meant: Readonly<Record<(typeof words)[number], object>> = {
  geplant: { implementation: 'PLANNED' },
  'in Arbeit': { implementation: 'IN_PROGRESS' },
  verzögert: {},
  ruht: { implementation: 'PAUSED' },
  erledigt: { implementation: 'COMPLETED' },
  eingestellt: { implementation: 'ABANDONED' },
  '40 %': { implementation: 'IN_PROGRESS', percent: 40 },
  '': {},
};

describe('any editions', () => {
  it('imported oldest first give on each day the word of that edition', async () => {
    const order = ['geplant', 'in Arbeit', '40 %', 'ruht', 'erledigt'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 6 }),
        async (said) => {
          // A sheet that calls work „geplant“ after it had begun contradicts itself; the log keeps that it began.
          const story = said.filter(
            (word, index) =>
              word !== 'geplant' || said.slice(0, index).every((w) => w === 'geplant'),
          );
          store = await openEventStore('sqlite::memory:');
          for (const [index, word] of story.entries()) {
            await edition(`2024-0${index + 1}-15`, [['1', 'Radwege', word, null, null, null]]);
          }
          for (const [index, word] of story.entries()) {
            expect(await stood('1', `2024-0${index + 1}-15`)).toMatchObject(meant[word]);
          }
          await store.close();
        },
      ),
      { numRuns: 40 },
    );
    store = await openEventStore('sqlite::memory:');
  });
});

describe('editions imported twice', () => {
  const again = async (story: readonly string[], order: readonly number[]) => {
    const say = (index: number) =>
      edition(`2024-0${index + 1}-15`, [['1', 'Radwege', story[index]!, null, null, null]]);
    for (const index of story.keys()) await say(index);
    const before = (await events()).map(({ type }) => type);
    for (const index of order) expect(await say(index)).toMatchObject({ new: 0, changed: 0 });
    expect((await events()).map(({ type }) => type)).toEqual(before);
  };

  it('change nothing where one calls delayed what ran before and after', async () => {
    await again(['in Umsetzung', 'verzögert', 'in Umsetzung'], [0, 1, 2, 0, 1, 2]);
    expect(await counted('MeasureDelayReported')).toBe(1);
  });

  it('change nothing, whatever they say and in whatever order they come again', async () => {
    const texts = [...words, 'in Arbeit, verzögert', 'in Arbeit: Vergabe läuft'];
    const stories = fc
      .array(fc.constantFrom(...texts), { minLength: 2, maxLength: 5 })
      .chain((story) =>
        fc.tuple(
          fc.constant(story),
          fc.shuffledSubarray([...story.keys()], { minLength: story.length }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(stories, async ([story, order]) => {
        await store.close();
        store = await openEventStore('sqlite::memory:');
        await again(story, order);
      }),
      {
        numRuns: 40,
        examples: [
          [
            [
              ['in Arbeit', 'geplant'],
              [0, 1],
            ],
          ],
          [
            [
              ['in Arbeit, verzögert', 'ruht', 'in Arbeit'],
              [1, 0, 2],
            ],
          ],
        ],
      },
    );
  });
});

describe('progress in an edition', () => {
  it.each([
    ['in Arbeit', '80 %', ['MeasureImplementationStarted', 'MeasureProgressReported']],
    ['in Arbeit', 'in Arbeit, verzögert', ['MeasureImplementationStarted', 'MeasureDelayReported']],
  ])('of a measure that runs is one entry of its day: %s, then %s', async (was, is, types) => {
    await edition('2024-06-30', [['1', 'Radwege', was, null, null, null]]);
    await edition('2024-12-31', [['1', 'Radwege', is, null, null, null]]);
    const told = (await events()).filter(({ type }) =>
      /^Measure(Implementation|Progress|Delay)/.test(type),
    );
    expect(told.map(({ type }) => type)).toEqual(types);
  });
});

describe('a decision', () => {
  const votes = async (rows: readonly Row[], stand: string) => {
    const head = ['Nr.', 'Maßnahme', 'Beschlossen am', 'Gremium'];
    const bytes = workbook({ name: 'Maßnahmen', rows: [head, ...rows] });
    const fileName = 'beschluesse.xlsx';
    const document = readImport(bytes, { fileName, today: '2026-11-20', standOn: stand });
    const wanted = { acceptGoodRows: false, publish: false, dryRun: false };
    await runImport(store, knownFromLog(store), { document, bytes, actor, now, ...wanted });
    return (await events()).filter(({ type }) => type === 'MeasureDecided');
  };

  it('becomes final with the edition that names its body, and is told no third time', async () => {
    const day = { date: '2022-12-15' };
    const half = await votes([['1', 'Solarkataster', day, null]], '2023');
    expect(half.map(({ data }) => data['final'])).toEqual([false]);
    const whole = await votes([['1', 'Solarkataster', day, 'Gemeinderat']], '2024');
    expect(whole.map(({ data }) => data['final'])).toEqual([false, true]);
    expect(await votes([['1', 'Solarkataster', day, 'Gemeinderat']], '2025')).toHaveLength(2);
  });
});
