import { decide } from './decide.js';
import { newerIn, schemaVersionOf, Upcasters, withoutNewer } from './evolution.js';
import { timeline, type Past } from './timeline.js';

type Data = Record<string, unknown>;

/** Three versions of a type that only this test knows: a name becomes two, and then a list of them. */
const steps = [
  {
    type: 'TreePlanted',
    from: 2,
    upcast: ({ first, last, ...data }: Data) => ({ ...data, names: [first, last] }),
  },
  {
    type: 'TreePlanted',
    from: 1,
    upcast: ({ text, ...data }: Data) => {
      const [first, last] = String((text as { name?: string })?.name ?? ' ').split(' ');
      return { ...data, first, last, ...(text === undefined ? {} : { text: { said: 'so' } }) };
    },
  },
] as const;

const event = (type: string, data: Data, schemaVersion?: number, id = 'a') => ({
  ...{ id, type, data },
  metadata: { occurredOn: null, recordedAt: '2024-01-01T12:00:00.000Z', schemaVersion },
});

describe('stored events of older versions', () => {
  const {
    event: raise,
    stream,
    versionOf,
  } = {
    ...new Upcasters(steps),
    versionOf: (type: string) => new Upcasters(steps).versionOf(type),
  };

  it('come in the form of today, step by step, from each version', () => {
    expect(versionOf('TreePlanted')).toBe(3);
    const wanted = { names: ['Quercus', 'robur'] };
    for (const [version, data] of [
      [1, { text: { name: 'Quercus robur' } }],
      [2, { first: 'Quercus', last: 'robur', text: { said: 'so' } }],
      [3, { names: ['Quercus', 'robur'], text: { said: 'so' } }],
    ] as const) {
      const raised = raise(event('TreePlanted', data, version));
      expect(raised.data).toMatchObject(wanted);
      expect(raised.metadata.schemaVersion).toBe(3);
    }
  });

  it('of the first version may say no version; others stay as they are', () => {
    expect(raise(event('TreePlanted', { text: { name: 'A b' } })).data).toMatchObject({
      names: ['A', 'b'],
    });
    const other = event('TreeFelled', { names: 5 }, 7);
    expect(raise(other)).toBe(other);
  });

  it('keep the commitment where a text was taken out', () => {
    const text = { '#': 'aa' };
    expect(raise(event('TreePlanted', { where: 1, text }, 1)).data).toEqual({
      ...{ where: 1, names: ['', ''], text },
    });
  });

  it('are corrected by what is raised as well, by the version that the correction says', () => {
    const correction = event(
      'EntryCorrected',
      { entry: 'a', replacement: {}, text: { reason: 'slip', replacement: { name: 'Acer b' } } },
      1,
      'b',
    );
    const [, raised] = stream([event('TreePlanted', { text: { name: 'x y' } }, 1), correction]);
    expect(raised).toMatchObject({
      data: {
        replacement: { names: ['Acer', 'b'] },
        text: { reason: 'slip', replacement: { said: 'so' } },
      },
      metadata: { schemaVersion: 3 },
    });
  });

  it('need a way from each version to the next', () => {
    expect(() => new Upcasters(steps.slice(0, 1))).toThrow('no way from version 1');
  });
});

describe('events of a newer program', () => {
  const recorded = event('MeasureRecorded', { municipality: 'm', text: { title: 'T' } }, 1, 'r');
  const started = (version: number) => event('MeasureImplementationStarted', {}, version, 's');
  const history = (...events: ReturnType<typeof event>[]) =>
    events.map((one, revision) => ({ ...one, revision })) as unknown as Past[];

  it.each([
    ['an unknown type', event('MeasureMoodNoted', {}, 1, 's')],
    ['a higher version', started(schemaVersionOf('MeasureImplementationStarted') + 1)],
    ['a version that is none', event('MeasureImplementationStarted', {}, 'x' as never, 's')],
  ])('are told apart: %s', (_what, odd) => {
    const past = history(recorded, odd);
    expect(newerIn(past)).toEqual([past[1]]);
    expect(timeline(past).map(({ type }) => type)).toEqual(['MeasureRecorded']);
    expect(withoutNewer(past)).toEqual([past[0]]);
  });

  it('are none of ours', () => {
    const past = history(recorded, started(1));
    expect(newerIn(past)).toEqual([]);
    expect(withoutNewer(past)).toBe(past);
  });

  it.each(['MeasureImplementationStarted', 'EntryVoided', 'TextRedacted', 'EvidenceAdded'])(
    'make their stream read-only: %s is refused',
    (type) => {
      const data = {
        MeasureImplementationStarted: {},
        EvidenceAdded: { entry: uuid, text: { evidence: [{ kind: 'paper' }] } },
      }[type] ?? { entry: uuid, text: { reason: 'why' } };
      const past = history({ ...recorded, id: uuid }, event('MeasureMoodNoted', {}, 1, 's'));
      const command = { category: 'measure' as const, type, data, occurredOn: null };
      const facts = { now: '2024-02-01T12:00:00.000Z', references: new Map() };
      expect(() => decide(command, past, facts)).toThrow('log/upgrade-needed');
    },
  );
});

const uuid = '0197c0de-0000-7000-8000-000000000001';
