import { catalogue, checkData, type EventType } from '@klimaspur/domain';
import type { ImportDocument, ImportedMunicipality } from '@klimaspur/importers';
import { describeWith, importing, today } from './real-files.js';
import { stateAfter } from './told.js';

/** A node as the test itself reads it from the file: nothing here comes from the importer. */
interface Node {
  key: string;
  town: string;
  parent: string | undefined;
  title: string;
  status: number;
  children: number;
}

interface ApiNode {
  id: number;
  city: number;
  title: string;
  execution_status: number;
  children: ApiNode[];
}

const nodesOfTree = (list: readonly ApiNode[], parent?: string): Node[] =>
  list.flatMap((node) => [
    {
      key: String(node.id),
      town: String(node.city),
      parent,
      title: node.title,
      status: node.execution_status,
      children: node.children.length,
    },
    ...nodesOfTree(node.children, String(node.id)),
  ]);

interface DumpRecord {
  model: string;
  pk: number;
  fields: { path: string; city: number; title: string; execution_status: number; name: string };
}

const nodesOfDump = (records: readonly DumpRecord[]): Node[] => {
  const tasks = records.filter(({ model }) => model === 'cpmonitor.task');
  const at = (path: string) => tasks.find(({ fields }) => fields.path === path);
  return tasks
    .toSorted((a, b) => a.fields.path.localeCompare(b.fields.path, 'en'))
    .map(({ pk, fields }) => ({
      key: String(pk),
      town: String(fields.city),
      parent: at(fields.path.slice(0, -4))?.pk.toString(),
      title: fields.title,
      status: fields.execution_status,
      children: tasks.filter(
        (other) => other.fields.path !== fields.path && other.fields.path.startsWith(fields.path),
      ).length,
    }));
};

/** The tree that came out, read back in its order. */
const outline = ({ plan }: ImportedMunicipality, parent?: string): object[] =>
  [
    ...plan.fields
      .filter((field) => field.parent === parent)
      .map((field) => ({
        order: field.order,
        item: {
          key: field.source.key,
          title: field.name,
          below: outline({ plan } as ImportedMunicipality, field.source.key),
        },
      })),
    ...plan.measures
      .filter((measure) => measure.field === parent)
      .map((measure) => ({
        order: measure.order,
        item: { key: measure.source.key, title: measure.recorded.text?.title },
      })),
  ]
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);

const expectedOutline = (nodes: readonly Node[], parent?: string): object[] =>
  nodes
    .filter((node) => node.parent === parent)
    .map(({ key, title, children }) => ({
      key,
      title: title.trim(),
      ...(children > 0 ? { below: expectedOutline(nodes, key) } : {}),
    }));

const words: Record<number, [string, boolean]> = {
  0: ['UNKNOWN', false],
  2: ['IN_PROGRESS', false],
  4: ['COMPLETED', false],
  6: ['UNKNOWN', true],
  8: ['ABANDONED', false],
};

const id = '00000000-0000-4000-8000-000000000000';
const check = (type: EventType, data: object) =>
  expect(checkData(catalogue[type], data as Record<string, unknown>)).toEqual([]);

const holdsForEveryFile = (document: ImportDocument, nodes: readonly Node[]) => {
  const { municipalities, refused } = document;
  const fields = municipalities.flatMap(({ plan }) => plan.fields);
  const measures = municipalities.flatMap(({ plan }) => plan.measures);
  const leaves = nodes.filter(({ children }) => children === 0);

  it('brings every node in, as field or measure', () => {
    expect(refused).toEqual([]);
    expect(fields.length + measures.length).toBe(nodes.length);
    expect(measures.map(({ source }) => source.key).toSorted()).toEqual(
      leaves.map(({ key }) => key).toSorted(),
    );
  });

  it('keeps order and depth', () => {
    for (const municipality of municipalities) {
      const own = nodes.filter(({ town }) => town === municipality.source.key);
      expect(outline(municipality)).toEqual(expectedOutline(own));
    }
  });

  it.each(['2024-04-30', '2024', null])(
    "axis C and the reported delay are the file's words, when it speaks for %s",
    (standOn) => {
      const entriesOf = new Map(measures.map((measure) => [measure.source.key, measure]));
      for (const { key, status } of leaves) {
        const measure = entriesOf.get(key)!;
        const entries = measure.entries.map((entry) =>
          entry.occurredOn === '2024-04-30' ? { ...entry, occurredOn: standOn } : entry,
        );
        const state = stateAfter(
          { ...measure, entries } as typeof measure,
          `${today}T08:00:00.000Z`,
        );
        expect([key, state.implementation.value, state.delay !== null]).toEqual([
          key,
          ...words[status]!,
        ]);
      }
    },
  );

  it('lists every „verzögert / fehlt“ to be clarified', () => {
    const listed = document.findings.filter(({ code }) => code === 'to-clarify');
    expect(listed.map(({ where }) => where).toSorted()).toEqual(
      leaves
        .filter(({ status }) => status === 6)
        .map(({ key }) => `task ${key}`)
        .toSorted(),
    );
  });

  it('keeps the word of a field as an opinion', () => {
    const said = new Map(nodes.map(({ key, status }) => [key, status]));
    const ratings: Record<number, string> = {
      2: 'AS_PLANNED',
      4: 'DONE',
      6: 'DELAYED',
      8: 'FAILED',
    };
    for (const { source, assessment } of fields) {
      const word = said.get(source.key)!;
      expect(assessment?.rating ?? 'UNKNOWN').toBe(ratings[word] ?? 'UNKNOWN');
    }
  });

  it('gives data that our own rules accept', () => {
    for (const { described, observers, target } of municipalities) {
      if (described) check('MunicipalityDescribed', described);
      if (observers) check('MunicipalityObserversDescribed', observers);
      if (target) check(target.type, target.data);
    }
    for (const { scale, rating, text } of fields.flatMap(({ assessment }) => assessment ?? [])) {
      check('PlanFieldAssessed', { field: id, scale, rating, text });
    }
    for (const { recorded, described, responsible, entries } of measures) {
      check('MeasureRecorded', { municipality: id, ...recorded });
      if (described) check('MeasureDescribed', described);
      if (responsible) check('MeasureResponsibleBodyAssigned', responsible);
      for (const { type, data } of entries) check(type, data);
    }
  });

  it('holds no e-mail address', () => {
    expect(JSON.stringify(document)).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
  });
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describeWith('localzero/test_database.sanitized.json', "LocalZero's test database", (bytes) => {
  const records = JSON.parse(text(bytes)) as DumpRecord[];
  const document = importing(bytes, 'test_database.json');
  holdsForEveryFile(document, nodesOfDump(records));

  it('brings every town in, by its name', () => {
    expect(document.municipalities.map(({ name }) => name)).toEqual(
      records.filter(({ model }) => model === 'cpmonitor.city').map(({ fields }) => fields.name),
    );
  });

  it('brings the local group in', () => {
    expect(document.municipalities.map(({ observers }) => observers?.text?.name)).toEqual([
      'BeispielLos',
      undefined,
      undefined,
    ]);
  });

  it('names every other model with its count', () => {
    const counts = new Map<string, number>();
    for (const { model } of records) counts.set(model, (counts.get(model) ?? 0) + 1);
    for (const read of ['cpmonitor.city', 'cpmonitor.task', 'cpmonitor.localgroup']) {
      counts.delete(read);
    }
    for (const [what, count] of counts) {
      expect(document.notTaken).toContainEqual({ what, count, reason: 'not-yet' });
    }
  });

  it('publishes no draft, and nothing below one', () => {
    const byKey = new Map(
      document.municipalities.flatMap(({ plan }) =>
        [...plan.fields, ...plan.measures].map((thing) => [thing.source.key, thing.published]),
      ),
    );
    const tasks = records.filter(({ model }) => model === 'cpmonitor.task') as unknown as {
      pk: number;
      fields: { path: string; draft_mode: boolean };
    }[];
    for (const { pk, fields } of tasks) {
      const chain = tasks.filter((other) => fields.path.startsWith(other.fields.path));
      const shown = chain.every((other) => !other.fields.draft_mode);
      expect([pk, byKey.get(String(pk))]).toEqual([pk, shown]);
    }
  });
});

describeWith('localzero/mainzzero_measure_tree.json', 'the tree of MainzZero', (bytes) => {
  const document = importing(bytes, 'mainzzero_measure_tree.json');
  holdsForEveryFile(document, nodesOfTree(JSON.parse(text(bytes)) as ApiNode[]));

  it('leaves the town to be named by the user', () => {
    expect(document.municipalities).toMatchObject([{ named: false, source: { key: '17' } }]);
  });
});
