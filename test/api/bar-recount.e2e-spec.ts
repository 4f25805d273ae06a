import { parse } from 'csv-parse/sync';
import { describeWith } from '../importers/real-files.js';
import { TestApp, token } from './app.js';

/**
 * The public bar counted once more from the words of real files, by the rules as they are written down and with no code of
 * the product: what the dashboard says must be the same.
 */
const stand = '2024-04-30';
const today = '2026-09-01';

interface Leaf {
  readonly town: string;
  readonly status: number;
  readonly plannedStart: string | null;
  readonly plannedEnd: string | null;
}

/** 0 nothing said · 2 under way · 4 done · 6 late or missing · 8 given up; a planned day that has passed is late. */
const wordOf = ({ status, plannedStart, plannedEnd }: Leaf): string => {
  if (status === 4) return 'completed';
  if (status === 8) return 'failed';
  if (status === 6) return 'delayed';
  const endPassed = plannedEnd !== null && plannedEnd < today;
  const startPassed = status === 0 && plannedStart !== null && plannedStart < today;
  if (endPassed || startPassed) return 'delayed';
  return status === 2 ? 'in-progress' : 'unknown';
};

const words = [
  'completed',
  'in-progress',
  'planned',
  'adopted',
  'in-consultation',
  'delayed',
  'failed',
  'rejected',
  'unknown',
];

const barOf = (leaves: readonly Leaf[]) =>
  Object.fromEntries(
    words.map((word) => [word, leaves.filter((leaf) => wordOf(leaf) === word).length]),
  );

interface ApiNode {
  readonly city: number;
  readonly execution_status: number;
  readonly planned_start?: string | null;
  readonly planned_completion?: string | null;
  readonly children: readonly ApiNode[];
}

/** Only what has nothing below it is a measure; a state of what has children is an opinion about a field. */
const leavesOf = (nodes: readonly ApiNode[]): Leaf[] =>
  nodes.flatMap((node) =>
    node.children.length > 0
      ? leavesOf(node.children)
      : [
          {
            town: String(node.city),
            status: node.execution_status,
            plannedStart: node.planned_start ?? null,
            plannedEnd: node.planned_completion ?? null,
          },
        ],
  );

interface DumpRecord {
  readonly model: string;
  readonly pk: number;
  readonly fields: {
    readonly name: string;
    readonly path: string;
    readonly city: number;
    readonly execution_status: number;
    readonly planned_start: string | null;
    readonly planned_completion: string | null;
  };
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

const imported = async (
  kind: 'localzero' | 'measures',
  bytes: Uint8Array,
  query: Readonly<Record<string, string>>,
): Promise<readonly string[]> => {
  const question = new URLSearchParams({ stand, ...query });
  const answer = await fetch(`${app.url}/api/v1/imports/${kind}?${question}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const last = JSON.parse((await answer.text()).trim().split('\n').at(-1)!) as {
    report: { towns: string[]; refused: unknown[]; done: boolean };
  };
  expect(last.report).toMatchObject({ refused: [], done: true });
  await app.settle();
  return last.report.towns;
};

/** What the dashboard of a town counts. */
const dashboard = async (town: string) => {
  const path = `/api/v1/municipalities/${town}/progress?asOf=${today}`;
  const { status, json } = await app.ask({ path });
  expect(status).toBe(200);
  const { byStatus, total } = json['counts'] as { byStatus: object; total: number };
  return { bar: byStatus, total };
};

const expectSame = async (town: string, leaves: readonly Leaf[]) => {
  expect(leaves.length).toBeGreaterThan(0);
  expect(await dashboard(town)).toEqual({ bar: barOf(leaves), total: leaves.length });
};

describeWith('localzero/test_database.sanitized.json', 'a LocalZero database', (bytes) => {
  it('has the bar that its own words give, town by town', async () => {
    const records = JSON.parse(Buffer.from(bytes).toString()) as DumpRecord[];
    const tasks = records.filter(({ model }) => model === 'cpmonitor.task');
    const isField = (path: string) =>
      tasks.some(({ fields }) => fields.path !== path && fields.path.startsWith(path));
    const leaves = tasks
      .filter(({ fields }) => !isField(fields.path))
      .map(({ fields }) => ({
        town: String(fields.city),
        status: fields.execution_status,
        plannedStart: fields.planned_start,
        plannedEnd: fields.planned_completion,
      }));
    const names = new Map(
      records
        .filter(({ model }) => model === 'cpmonitor.city')
        .map(({ pk, fields }) => [fields.name, String(pk)]),
    );
    let counted = 0;
    for (const town of await imported('localzero', bytes, { fileName: 'datenbank.json' })) {
      const { json } = await app.ask({ path: `/api/v1/municipalities/${town}` });
      const ofTown = leaves.filter((leaf) => leaf.town === names.get(json['name'] as string));
      counted += ofTown.length;
      if (ofTown.length > 0) await expectSame(town, ofTown);
    }
    expect(counted).toBe(leaves.length);
  });
});

describeWith('localzero/mainzzero_measure_tree.json', 'a tree of LocalZero', (bytes) => {
  it('has the bar that its own words give', async () => {
    const nodes = JSON.parse(Buffer.from(bytes).toString()) as ApiNode[];
    const [town = ''] = await imported('localzero', bytes, { fileName: 'baum.json' });
    await expectSame(town, leavesOf(nodes));
  });
});

describeWith('measures/mainzzero_measures.csv', 'a table of LocalZero', (bytes) => {
  it('has the bar that its own words give', async () => {
    const rows = parse(Buffer.from(bytes), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    const leaves = rows.map((row) => ({
      town: '',
      status: Number(row['execution_status']),
      plannedStart: row['planned_start'] || null,
      plannedEnd: row['planned_completion'] || null,
    }));
    const [town = ''] = await imported('measures', bytes, {
      ...{ fileName: 'tabelle.csv', newTown: 'Mainz (Tabelle)' },
    });
    await expectSame(town, leaves);
  });
});

describeWith('measures/karlsruhe_ksk2030_monitoring2022.csv', 'a list of a town', (bytes) => {
  it('says of no measure how far it is, and so does the bar', async () => {
    const rows = parse(Buffer.from(bytes), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    // It has reports, budgets and goals, and no column with a state or a planned day.
    const isState = /status$|stand|planned|beginn|ende|fortschritt/i;
    expect(Object.keys(rows[0] ?? {}).filter((heading) => isState.test(heading))).toEqual([]);
    const [town = ''] = await imported('measures', bytes, {
      ...{ fileName: 'liste.csv', newTown: 'Karlsruhe' },
    });
    const nothing = { town: '', status: 0, plannedStart: null, plannedEnd: null };
    await expectSame(
      town,
      rows.map(() => nothing),
    );
  });
});
