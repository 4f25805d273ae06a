import { addDays, berlinDay } from '@klimaspur/domain';
import type { JsonObject } from '@klimaspur/event-store';
import { Checkpoints } from '../../apps/api/src/proofs/checkpoints.js';
import { TestApp } from '../api/app.js';
import { chromiumPath } from './chromium.js';

const MEASURES = 200;
const FIELDS = 20;
const id = (n: number) => `0197c0de-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const [town, plan] = [id(1), id(2)];
const field = (n: number) => id(0x100 + n);
const long = (n: number) =>
  `${n}. Maßnahme mit einem sehr langen Namen, wie ihn Verwaltungen gern vergeben, mit Nebensatz und Klammer (Teil ${n})`;

let app: TestApp;
let today: string;
let written = 0x10000;
beforeAll(async () => {
  app = await TestApp.start({ KLIMASPUR_CHROMIUM: chromiumPath });
  today = berlinDay(new Date().toISOString());
  await given();
  await app.settle();
  // Else some seconds after the last entry.
  await app.app.get(Checkpoints).sealOf().upToDate();
});
afterAll(() => app.stop());

interface Said {
  readonly type: string;
  readonly data?: object;
  /** Days ago; absent: not said. */
  readonly ago?: number;
}

/** Straight into the log: a door would take a minute for so many. */
const write = async (stream: string, said: readonly Said[]) => {
  const events = said.map(({ type, data = {}, ago }) => ({
    id: id(written++),
    type,
    data: data as JsonObject,
    metadata: {
      actor: { person: id(9), role: 'MONITOR' },
      commandId: id(8),
      occurredOn: ago === undefined ? null : addDays(today, -ago),
      recordedAt: `${addDays(today, -800)}T12:00:00.000Z`,
      schemaVersion: 1,
      ...('text' in data ? { salt: '00112233445566778899aabbccddeeff' } : {}),
    },
  }));
  // Two years ago all of them were recorded; what happened later was recorded on its day.
  const onItsDay = events.map((event, n) => {
    const { ago } = said[n]!;
    const recordedAt =
      ago === undefined ? event.metadata.recordedAt : `${addDays(today, -ago)}T12:00:00.000Z`;
    return { ...event, metadata: { ...event.metadata, recordedAt } };
  });
  await app.store.append(stream, onItsDay, 'no_stream');
};

const decided = (effect: string, ago: number): Said => ({
  type: 'MeasureDecided',
  data: { effect, scope: 'FULL', final: true },
  ago,
});
const work = (name: string, ago: number, data: object = {}): Said => ({
  type: `Measure${name}`,
  data,
  ago,
});

/** One story for each kind of change, and a date that was moved in each of them. */
const stories: readonly (readonly Said[])[] = [
  [decided('ADOPTS', 100)],
  [decided('REJECTS', 100)],
  [decided('ADOPTS', 500), work('ImplementationStarted', 90)],
  [work('ImplementationStarted', 500), work('ImplementationPaused', 80)],
  [work('ImplementationStarted', 500), work('ImplementationCompleted', 70)],
  [work('ImplementationStarted', 500), work('ImplementationAbandoned', 60, { reason: 'FUNDING' })],
  [work('DelayReported', 500, { reason: 'STAFF' }), work('ProgressReported', 50)],
  [work('ImplementationStarted', 500), work('DelayReported', 40, { reason: 'PROCUREMENT' })],
];

const given = async () => {
  await write(`municipality-${town}`, [
    { type: 'MunicipalityFounded', data: { text: { name: 'Musterstadt an der langen Brücke' } } },
    { type: 'MunicipalityPublished' },
  ]);
  await write(`plan-${plan}`, [
    {
      type: 'PlanDrafted',
      data: { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Klimaplan' } },
    },
    ...Array.from({ length: FIELDS }, (_, n) => ({
      type: 'PlanFieldAdded',
      data: {
        field: field(n),
        rank: n,
        text: { name: `Handlungsfeld ${n}, das alles umfasst, was sonst nirgends hingehört` },
      },
    })),
    ...Array.from({ length: MEASURES }, (_, n) => ({
      type: 'PlanMeasurePlaced',
      data: {
        measure: id(0x1000 + n),
        field: field(n % FIELDS),
        rank: n,
        text: { number: `A${n}` },
      },
    })),
    { type: 'PlanPublished' },
  ]);
  for (let n = 0; n < MEASURES; n++) {
    const due = addDays(today, 100 + n).slice(0, 7);
    await write(`measure-${id(0x1000 + n)}`, [
      { type: 'MeasureRecorded', data: { municipality: town, text: { title: long(n) } } },
      { type: 'MeasurePublished' },
      work('Rescheduled', 600, { plannedEnd: `${Number(due.slice(0, 4)) - 1}-12` }),
      work('Rescheduled', 150, { plannedEnd: due }),
      ...stories[n % stories.length]!,
    ]);
  }
};

const printed = async (path: string) => {
  const { status, headers, bytes } = await app.bytes({ path, token: null });
  return { status, type: headers.get('content-type'), pdf: Buffer.from(bytes).toString('latin1') };
};

/** Text in a PDF is Latin, or else UTF-16 in hexadecimal digits. */
const holds = (pdf: string, words: string): boolean =>
  pdf.includes(words) ||
  pdf.includes(
    [...words]
      .map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'))
      .join('')
      .toUpperCase(),
  );

describe('the printed report', () => {
  it.each([
    ['/de/kommunen/musterstadt-an-der-langen-bruecke/sachstandsbericht', 'de', 'Sachstandsbericht'],
    [
      '/en/municipalities/musterstadt-an-der-langen-bruecke/council-report',
      'en',
      'Progress report',
    ],
  ])('of 200 measures that all changed fits four sheets, tagged: %s', async (path, lang, title) => {
    const { text: html } = await app.ask({ path, token: null });
    expect(html).toContain(`${path}.pdf`);
    const { status, type, pdf } = await printed(`${path}.pdf`);
    expect([status, type]).toEqual([200, 'application/pdf']);
    const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThan(5);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain(`/Lang (${lang})`);
    expect(holds(pdf, `${title}: Musterstadt`)).toBe(true);
    // What goes out names the state that was signed last.
    expect((await app.ask({ path, token: null })).text).toMatch(/Prüfstand: |Checkpoint: /);
    // What is left out is counted, and leads to where it stands.
    expect(html.match(lang === 'de' ? /und 21 weitere/g : /and 21 more/g)?.length).toBeGreaterThan(
      6,
    );
  });

  it('is the same file when it is asked for again', async () => {
    const path = '/de/kommunen/musterstadt-an-der-langen-bruecke/sachstandsbericht.pdf';
    const first = await printed(path);
    expect((await printed(path)).pdf).toBe(first.pdf);
  });
});
