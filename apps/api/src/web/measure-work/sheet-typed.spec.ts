import {
  catalogue,
  checkData,
  climateEffects,
  durations,
  fundingStates,
  horizons,
  influences,
  priorities,
  quantities,
  savingQualities,
  stepStates,
} from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import fc from 'fast-check';
import { FormReader } from '../forms/form-reader.js';
import { typedIn } from '../forms/typed.js';
import { proseNames, readSheet, rowColumns, type Sheet, sheetAsTyped } from './sheet-typed.js';

/** Words as they are stored: nothing around them, one line, or several with something in each. */
const line = fc.stringMatching(/^[A-Za-zÄöü0-9„“.,%&<>"'\\/-]{1,12}( [a-zß€²-]{1,8})?$/);
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const date = fc.oneof(
  fc.constantFrom('2024', '2031-07', '2024-02-29', '1999-12'),
  fc.constantFrom('2030-12-31', '2026-01-01'),
);
const amount = fc.oneof(fc.nat(5_000), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { requiredKeys: [] });
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 4 });
const some = <T extends string>(codes: readonly T[]) => fc.subarray([...codes], { minLength: 1 });
const notEmpty = <T extends object>(object: fc.Arbitrary<T>) =>
  object.filter((value) => Object.keys(value).length > 0);

const texts = optional({
  ...Object.fromEntries(proseNames.map((name) => [name, lines])),
  targetGroups: list(line),
  steps: list(
    fc.record(
      { text: lines, start: date, end: date, state: fc.constantFrom(...stepStates) },
      { requiredKeys: ['text'] },
    ),
  ),
  indicators: list(
    fc.record({ name: line, unit: line, baseline: line, target: line }, { requiredKeys: ['name'] }),
  ),
  funding: list(
    fc.record(
      { source: line, amountCents: amount, state: fc.constantFrom(...fundingStates) },
      { requiredKeys: ['source'] },
    ),
  ),
  papers: list(
    fc.record(
      { number: line, title: line, url: fc.constant('https://example.org/a?b=c&d=ä') },
      { requiredKeys: ['number'] },
    ),
  ),
  classes: list(
    fc.record({ scheme: line, code: line, label: line }, { requiredKeys: ['scheme', 'code'] }),
  ),
});
const terms = optional({
  horizon: fc.constantFrom(...horizons),
  duration: fc.constantFrom(...durations),
  priority: fc.constantFrom(...priorities),
  feasibility: fc.integer({ min: 1, max: 5 }),
  impact: fc.integer({ min: 1, max: 5 }),
  influence: some(influences),
  climateEffect: fc.constantFrom(...climateEffects),
  effectFrom: date,
  notQuantified: some(quantities),
  cost: notEmpty(
    optional({ oneOffCents: amount, perYearCents: amount, staffHundredths: amount, asOf: date }),
  ),
});
const savings = notEmpty(
  optional({
    kgCo2ePerYear: amount,
    minKgCo2ePerYear: amount,
    maxKgCo2ePerYear: amount,
    kwhPerYear: amount,
    centsPerYear: amount,
    quality: fc.constantFrom(...savingQualities),
  }),
);
const budget = notEmpty(optional({ perYearCents: amount, totalCents: amount }));
const sheet = fc.record({
  title: line,
  texts,
  terms,
  budget: fc.option(budget),
  savings: fc.option(savings),
}) as fc.Arbitrary<Sheet>;

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

describe('the measure sheet as a form', () => {
  it('that is opened and sent says the same again, in both languages', () => {
    fc.assert(
      fc.property(sheet, fc.constantFrom('de', 'en'), (said, lang) => {
        const reader = new FormReader(typedIn(sheetAsTyped(said, lang)), messages(lang));
        const { title, texts: words, terms: codes, budget: money, savings: saved } = said;
        expect(plain(readSheet(reader))).toEqual(
          plain({
            ...codes,
            ...(money ? { budget: money } : {}),
            ...(saved ? { savings: saved } : {}),
            text: { title, ...words },
          }),
        );
        expect(reader.errors).toEqual([]);
      }),
    );
  });

  it('has a place for everything that the sheet can hold', () => {
    const { data, text } = catalogue.MeasureDescribed;
    const { imported: _imported, ...held } = data;
    const empty = sheetAsTyped(
      { title: '', texts: {}, terms: {}, budget: null, savings: null },
      'de',
    );
    const places = new Set([
      ...Object.keys(empty).map((name) => name.split('.')[0]),
      ...Object.keys(rowColumns),
    ]);
    expect(
      [...Object.keys(held), ...Object.keys(text)].filter((name) => !places.has(name)),
    ).toEqual([]);
  });

  it('names a row by its place, where the domain finds something wrong with it', () => {
    const reader = new FormReader(
      typedIn({ title: 'x', 'steps.3.end': '2027', 'papers.0.url': 'kein Link' }),
      messages('de'),
    );
    const paths = checkData(catalogue.MeasureDescribed, plain(readSheet(reader)) as never).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(
      expect.arrayContaining(['text.steps[0].text', 'text.papers[0].number', 'text.papers[0].url']),
    );
  });
});
