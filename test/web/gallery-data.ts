import type { Status } from '@klimaspur/domain';
import type { MovedMeasure, StagePoint } from '@klimaspur/read-models';
import type { Counts } from '../../apps/api/src/web/charts/counts.js';
import type { FieldCounts } from '../../apps/api/src/web/charts/field-bars.js';
import type { DayCounts } from '../../apps/api/src/web/charts/time-steps.js';
import type { MeasureListItem } from '../../apps/api/src/web/components/measure-list.js';
import type { TimelineEntry } from '../../apps/api/src/web/components/timeline-item.js';
import { statuses } from '../../apps/api/src/web/charts/palette.js';

/** Numbers in the order of the statuses. */
const of = (...numbers: number[]): Counts =>
  Object.fromEntries(statuses.map((status, index) => [status, numbers[index] ?? 0])) as Counts;

export const counts = of(57, 121, 46, 38, 29, 108, 19, 12, 70);

export const fields: FieldCounts[] = [
  { name: 'Energie und Strom', href: '#', counts: of(6, 16, 6, 4, 4, 12, 3, 2, 9) },
  { name: 'Wärme und Gebäude', href: '#', counts: of(4, 14, 5, 3, 4, 14, 2, 0, 12) },
  { name: 'Mobilität und Verkehr', href: '#', counts: of(8, 12, 5, 6, 3, 16, 4, 1, 7) },
  { name: 'Wirtschaft und Industrie', href: '#', counts: of(10, 18, 4, 4, 2, 13, 1, 1, 10) },
  {
    name: 'Landnutzung, Wald und Anpassung an den Klimawandel',
    href: '#',
    counts: of(5, 15, 5, 4, 3, 14, 3, 1, 12),
  },
  { name: 'Verwaltung und Beschaffung', href: '#', counts: of(8, 10, 3, 2, 1, 13, 1, 3, 14) },
  { name: 'Bildung', href: '#', counts: of(0, 1, 0, 0, 0, 0, 0, 0, 0) },
  { counts: of(0, 0, 0, 0, 1, 0, 0, 0, 3) },
];

const share = (from: number, to: number, at: number) => Math.round(from + (to - from) * at);

/** Five years in which unknown measures become known and some of them done. */
export const days: DayCounts[] = Array.from({ length: 64 }, (_, index) => {
  const at = index / 63;
  const known = of(
    share(2, 57, at * at),
    share(30, 121, at),
    share(12, 46, at),
    share(90, 38, at),
    share(20, 29, Math.sin(at * 3)),
    share(5, 108, at * at),
    share(1, 19, at),
    share(0, 12, at),
    0,
  );
  const sum = Object.values(known).reduce((all, number) => all + number, 0);
  const total = share(320, 500, Math.floor(at * 4) / 4 + 0.001);
  const day = new Date(Date.UTC(2021, 6, 1) + at * 1940 * 86_400_000).toISOString().slice(0, 10);
  return { day, counts: { ...known, unknown: Math.max(0, total - sum) } };
});

const stagePoint = (day: string, decided: number, begun: number, finished: number) => ({
  ...{ day, total: 500, decided, begun, finished },
  ...{ givenUp: 4, begunUndecided: 12, decisionUnknown: 30 },
});
export const stagePoints: StagePoint[] = [
  stagePoint('2023-12-31', 0, 0, 0),
  ...Array.from({ length: 11 }, (_, n) =>
    stagePoint(`20${24 + (n >> 1)}-${n % 2 === 0 ? '06-30' : '12-31'}`, 90 + n * 20, n * 17, n * 5),
  ),
];

export const farthest: MovedMeasure[] = [
  {
    ...{ id: '1', title: 'Kommunale Wärmeplanung aufstellen' },
    ...{ first: '2024', now: '2026-06-30', times: 3, days: 546 },
  },
  {
    ...{ id: '2', title: 'Solaranlagen auf allen geeigneten Schuldächern' },
    ...{ first: '2027-06', now: '2028', times: 1, days: 549 },
  },
];

const measure = (
  number: string,
  title: string,
  status: Status,
  field: string,
  more: Partial<MeasureListItem> = {},
): MeasureListItem => ({ href: '#', number, title, status, field, ...more });

export const measures: MeasureListItem[] = [
  measure('A1.1', 'Kommunale Wärmeplanung aufstellen', 'delayed', 'Wärme und Gebäude', {
    responsible: 'Stadtwerke Musterstadt',
    plannedEnd: '2026-06-30',
    lateDays: 123,
  }),
  measure(
    'A1.2',
    'Solaranlagen auf allen geeigneten Schuldächern',
    'in-progress',
    'Energie und Strom',
    {
      responsible: 'Amt für Gebäudewirtschaft',
      plannedEnd: '2028',
    },
  ),
  measure('B2.4', 'Takt der Buslinie 12 verdichten', 'in-consultation', 'Mobilität und Verkehr', {
    responsible: 'Magistrat',
    stale: true,
  }),
  measure(
    'B3.1',
    'Radschnellweg zum Bahnhof mit beleuchteter Unterführung und gesicherten Abstellanlagen',
    'adopted',
    'Mobilität und Verkehr',
    {
      responsible: 'Tiefbauamt',
      plannedEnd: '2029-04',
    },
  ),
  measure('C1.7', 'Blühstreifen an allen Feldwegen', 'completed', 'Landnutzung und Wald'),
  measure('C2.1', 'Windpark im Stadtwald', 'rejected', 'Energie und Strom'),
];

const entry = (
  number: number,
  title: string,
  occurredOn: string | null,
  recordedAt: string,
  more: Partial<TimelineEntry> = {},
): TimelineEntry => ({
  id: `e-${number}`,
  href: `#e-${number}`,
  title,
  occurredOn,
  effectiveOn: (occurredOn ?? recordedAt).slice(0, 10),
  recordedAt,
  actor: 'Lokalteam, Monitor 3',
  evidence: [],
  ...more,
});

export const entries: TimelineEntry[] = [
  entry(8, 'Verzögerung gemeldet', '2026-09-17', '2026-09-18T06:12:00Z', {
    from: 'in-progress',
    to: 'delayed',
    note: 'Der Förderbescheid des Landes steht noch aus. Die Ausschreibung verschiebt sich auf das Frühjahr.',
    facts: [{ term: 'Neues Ende', value: '31. Dezember 2027 (zuvor Ende 2026)' }],
    evidence: [
      {
        kind: 'minutes',
        title: 'Niederschrift des Umweltausschusses vom 17. September 2026',
        url: 'https://ris.musterstadt.example/to010?id=4711',
        page: '6',
        quote:
          'Die Verwaltung teilt mit, dass der Zuwendungsbescheid nicht vor Februar zu erwarten ist.',
      },
    ],
    actions: [{ href: '#', label: 'Berichtigen' }],
  }),
  entry(7, 'Rücknahme eines Eintrags', '2026-05-02', '2026-05-02T09:00:00Z', {
    evidence: undefined,
    replaces: { href: '#e-6', day: '2026-05-01', by: 'voiding' },
    note: 'Doppelt eingetragen.',
  }),
  entry(6, 'Fortschritt gemeldet', '2026-05-01', '2026-05-01T18:30:00Z', {
    standing: 'voided',
    replacedBy: { href: '#e-7', day: '2026-05-02' },
    note: 'Die ersten Module liegen auf dem Dach der Grundschule.',
  }),
  entry(5, 'Umsetzung begonnen', '2026-04', '2026-05-01T18:20:00Z', {
    from: 'adopted',
    to: 'in-progress',
    note: 'Baubeginn bei einem Ortstermin bestätigt.',
    evidence: [{ kind: 'site-visit', title: 'Ortstermin an der Grundschule' }],
  }),
  entry(
    4,
    'Von der Stadtverordnetenversammlung beschlossen',
    '2024-03-14',
    '2024-03-15T07:45:00Z',
    {
      from: 'in-consultation',
      to: 'adopted',
      actor: 'Verwaltung, Amt für Klimaschutz',
      evidence: [{ kind: 'paper', url: 'https://ris.musterstadt.example/vo020?id=74' }],
      source: { href: '#', label: 'Beschluss über den Klimaaktionsplan' },
      findings: ['Widerspruch: Die Umsetzung war schon vor dem Beschluss gemeldet.'],
    },
  ),
  entry(3, 'Im Ausschuss vertagt', '2024', '2024-02-01T12:00:00Z', {
    standing: 'corrected',
    replacedBy: { href: '#e-4', day: '2024-02-02' },
  }),
  entry(2, 'Eingebracht', null, '2023-11-20T12:00:00Z', {
    from: 'unknown',
    to: 'in-consultation',
    redactedOn: '2024-01-09',
  }),
  entry(1, 'Aus Bestandsdaten übernommen', null, '2023-11-01T12:00:00Z', {
    to: 'unknown',
    evidence: undefined,
  }),
];
