import {
  catalogue,
  decisionStates,
  implementationStates,
  isPublished,
  measureState,
  publicBar,
  sourceEvents,
  timeline,
  type EventData,
  type Past,
} from '@klimaspur/domain';
import { definedBy, withIds } from './aliases.js';
import type { ExampleStep } from './example-step.js';
import { draftMarker, musterstadt } from './musterstadt/musterstadt.js';
import { pictures } from './musterstadt/pictures.js';
import { ruesselsheim } from './ruesselsheim.js';
import { retell } from './testing/retell.js';
import { proseOf, textsOf } from './testing/texts.js';

const repeated = (values: readonly string[]) => {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
};

/** Aliases in `data` that no step before has brought into being. */
const danglingAliases = (steps: readonly ExampleStep[]): string[] => {
  const known = new Set<string>();
  return steps.flatMap((step) => {
    const own = new Set(definedBy(step));
    const dangling: string[] = [];
    withIds(step.data, (alias) => {
      const isThere = known.has(alias) || own.has(alias) || alias in pictures;
      if (!isThere) dangling.push(`${step.stream} → ${alias}`);
      return alias;
    });
    own.forEach((alias) => known.add(alias));
    return dangling;
  });
};

describe.each([
  ['Musterstadt', musterstadt],
  ['Rüsselsheim', ruesselsheim],
])('the example %s', (_name, steps) => {
  it('is told in the order in which it was recorded, each step at its own instant', () => {
    const instants = steps.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort());
    expect(repeated(instants)).toEqual([]);
    expect(instants.filter((at) => new Date(at).toISOString() !== at)).toEqual([]);
  });

  it('names nothing before it exists, and no two entries alike', () => {
    expect(danglingAliases(steps)).toEqual([]);
    expect(repeated(steps.flatMap(({ name }) => name ?? []))).toEqual([]);
  });

  it('is accepted by the deciders, step by step, and each step says something', () => {
    expect(retell(steps).refused).toEqual([]);
  });
});

describe('Musterstadt am Main', () => {
  const { streams } = retell(musterstadt);
  const today = '2026-11-15';
  const measures = [...streams].filter(([alias]) => alias.startsWith('measure:'));
  const shown = measures.filter(([, history]) => isPublished(history));
  const counted = shown.filter(([, history]) => measureState(timeline(history)).recorded !== null);

  it('shows every kind of event, and a published thing taken down and put up again', () => {
    const types = new Set([...streams.values()].flatMap((history) => history.map((e) => e.type)));
    const missing = Object.keys(catalogue).filter((type) => !types.has(type));
    // It neither came from another server, nor will it go to one.
    expect(missing).toEqual(['MunicipalityMoved', ...Object.keys(sourceEvents)]);
    for (const subject of ['municipality', 'plan', 'measure']) {
      const commands = musterstadt.map(({ command }) => command);
      const down = commands.indexOf(`unpublish-${subject}` as ExampleStep['command']);
      expect(
        commands.indexOf(`publish-${subject}` as ExampleStep['command'], down),
      ).toBeGreaterThan(down);
    }
  });

  const stateOf = (history: readonly Past[]) => measureState(timeline(history, { asOf: today }));
  const wordsOf = (measures: typeof counted) => {
    const words: Record<string, number> = {};
    for (const [, history] of measures) {
      const { status } = publicBar(stateOf(history), today);
      if (status !== null) words[status] = (words[status] ?? 0) + 1;
    }
    return words;
  };
  const named = (plan: string, command: 'place-measure' | 'remove-measure') =>
    new Set(
      musterstadt.flatMap((step) =>
        step.stream === plan && step.command === command ? [step.data.measure] : [],
      ),
    );

  it('has a whole plan in six fields, each word of the bar for three or more', () => {
    const placed = named('plan:klimaplan', 'place-measure');
    const removed = named('plan:klimaplan', 'remove-measure');
    const inPlan = counted.filter(
      ([alias]) => placed.has(`@${alias}`) && !removed.has(`@${alias}`),
    );
    expect(wordsOf(inPlan)).toEqual({
      completed: 11,
      'in-progress': 15,
      planned: 5,
      adopted: 5,
      'in-consultation': 8,
      delayed: 6,
      failed: 3,
      rejected: 5,
      unknown: 2,
    });
    const fields = musterstadt.filter(
      ({ stream, command }) => stream === 'plan:klimaplan' && command === 'add-field',
    );
    expect(fields).toHaveLength(6);
  });

  it('has a second plan of four measures, which holds one of the first too', () => {
    const placed = named('plan:waermeplan', 'place-measure');
    const first = named('plan:klimaplan', 'place-measure');
    const twice = [...placed].filter((measure) => first.has(measure));
    expect([placed.size, twice]).toEqual([5, ['@measure:heat-network']]);
  });

  it('shows every state of decision and of implementation', () => {
    const states = counted.map(([, history]) => stateOf(history));
    const decisions = new Set(states.map(({ decision }) => decision.value));
    const implementations = new Set(states.map(({ implementation }) => implementation.value));
    expect(decisionStates.filter((state) => !decisions.has(state))).toEqual([]);
    expect(implementationStates.filter((state) => !implementations.has(state))).toEqual([]);
  });

  it('counts no more votes than a body has seats, and holds each sitting on one day', () => {
    const seats: Record<string, number> = { '@organ:stvv': 37, '@organ:ortsbeirat': 7 };
    const days = new Map<string, Set<string | null>>();
    for (const { data, on, command } of musterstadt) {
      if (!['deliberate', 'decide', 'record-decision'].includes(command)) continue;
      const { votes, organ, text } = data as EventData<'MeasureDecided'>;
      const { yes = 0, no = 0, abstain = 0 } = votes ?? {};
      expect(yes + no + abstain).toBeLessThanOrEqual(seats[organ ?? ''] ?? 11);
      for (const { title } of text?.evidence ?? []) {
        const [sitting] = /(?<=Niederschrift der ).*(?=, TOP)/.exec(title ?? '') ?? [];
        if (sitting) days.set(sitting, (days.get(sitting) ?? new Set()).add(on));
      }
    }
    expect([...days].filter(([, on]) => on.size > 1)).toEqual([]);
  });

  it('says of the imported list how many fields and measures it held', () => {
    const at = musterstadt.findIndex(({ command }) => command === 'complete-import');
    const before = musterstadt.slice(0, at).map(({ command }) => command);
    expect(musterstadt[at]?.data).toMatchObject({
      fields: before.filter((command) => command === 'add-field').length,
      measures: before.filter((command) => command === 'record-measure').length,
    });
  });

  it('moves nothing when the motion is declared settled', () => {
    const day = (on: string) =>
      counted.map(([alias, history]) => {
        const state = measureState(timeline(history, { asOf: on }));
        return [alias, state.decision.value, state.implementation.value];
      });
    const settled = musterstadt.find(({ stream }) => stream === 'decision:motion-settled');
    expect(settled?.on).toBe('2026-02-12');
    expect(day('2026-02-12')).toEqual(day('2026-02-11'));
  });

  it('repeats no text', () => {
    expect(repeated(proseOf(musterstadt).map(({ value }) => value))).toEqual([]);
  });

  it('mentions no year, month, season or weekday, because the loader moves its days', () => {
    const dated =
      /\b(19|20)\d\d\b|\b(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|(Mon|Diens|Donners|Frei|Sams|Sonn)tags?\b|Mittwoch|Sonnabend|Frühjahr|Frühling|\bSommer\b|Herbst|\bWinter\b|Weihnacht|\bOster/;
    expect(textsOf(musterstadt).filter(({ value }) => dated.test(value))).toEqual([]);
  });

  it('speaks as a town in Hesse does, and leads to no real address', () => {
    const texts = textsOf(musterstadt);
    expect(
      texts.filter(({ value }) =>
        /\bRats?\b|Stadtrat|Gemeinderat|Ratssitzung|@(?!file:)/.test(value),
      ),
    ).toEqual([]);
    expect(
      texts.filter(
        ({ value }) => /https?:/.test(value) && !value.startsWith('https://example.org/'),
      ),
    ).toEqual([]);
  });

  it('keeps the marked draft out of everything published', () => {
    const marked = textsOf(musterstadt).filter(({ value }) => value.includes(draftMarker));
    expect(new Set(marked.map(({ stream }) => stream))).toEqual(new Set(['measure:butterfly']));
    expect(shown.map(([alias]) => alias)).not.toContain('measure:butterfly');
  });
});

describe('Rüsselsheim am Main', () => {
  it('gives every fact its source, and counts the proposal to settle the motion as no decision', () => {
    const { streams } = retell(ruesselsheim);
    const decided = [...streams.values()].flat().filter(({ type }) => type === 'MeasureDecided');
    expect(decided.map(({ metadata }) => metadata.occurredOn)).toEqual(Array(3).fill('2022-12-15'));
    const sources = ruesselsheim.filter(({ data }) => JSON.stringify(data).includes('"evidence"'));
    const ofTown = 1 + 1;
    const ofOrgans = 12 + 4;
    expect(sources).toHaveLength(ofTown + ofOrgans + 5 + 1 + 3 + 1 + 2);
  });

  it('tells of no check that nobody is known to have made', () => {
    const types = [...retell(ruesselsheim).streams.values()].flat().map(({ type }) => type);
    expect(types).not.toContain('MeasureCheckedUnchanged');
  });

  it.each([
    'Ältestenrat',
    'Stadtverordnetenvorsteherin',
    'ADFC',
    'BUND',
    'Forstbetriebsgemeinschaft Rhein-Main',
    'im April und im Oktober',
    'gleicht die Fakten vorher mit der Stadt und ihren Gesellschaften ab',
    'Energiemanagement',
    'https://rim.ekom21.de/ruesselsheim/webservice/oparl/v1.1/system',
    'AT-107/21-26 für erledigt',
  ])('tells what is known in public: %s', (fact) => {
    expect(textsOf(ruesselsheim).some(({ value }) => value.includes(fact))).toBe(true);
  });
});
