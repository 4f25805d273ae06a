import { catalogue, type Field, type Fields } from '@klimaspur/domain';
import { fieldWords, reasonWords } from './field-words.js';
import {
  anotherState,
  goneRow,
  goneUnknown,
  keptWord,
  maybeRenamed,
  newPlanBeside,
  takenBackWord,
} from './import-findings.js';

/** What a list can bring, with all its fields. */
const types = [
  'MeasureDescribed',
  'MeasureResponsibleBodyAssigned',
  'PlanMeasurePlaced',
  'MunicipalityDescribed',
  'MunicipalityObserversDescribed',
  'MunicipalityTargetSet',
] as const;

const paths = (fields: Fields, above: string): string[] =>
  Object.entries(fields).flatMap(([name, field]: [string, Field]) => [
    above + name,
    ...(field.kind === 'object' ? paths(field.fields, `${above}${name}.`) : []),
  ]);

const kept = types.flatMap((type) =>
  [...paths(catalogue[type].data, ''), ...paths(catalogue[type].text, 'text.')].map((path) =>
    keptWord('row 4', type, path),
  ),
);
const row = { number: 'A1', title: 'Radweg' };
const found = [
  ...kept,
  anotherState('row 4'),
  takenBackWord('row 4', 'MeasureDescribed'),
  goneRow(row),
  goneUnknown(1, 'refused'),
  goneUnknown(2, 'older'),
  maybeRenamed({ where: 'row 4', ...row }, row),
  newPlanBeside('Klimaplan', ['Masterplan']),
];

/** Letters of a path, a name of an event, or a constant. */
const codeLike =
  /[A-Z]{3,}_[A-Z]|\b[a-z]+[A-Z]|(?<!Stadt|Klima)[a-z][A-Z]|\btext\.|\b[a-z]+\.[a-z]|\{|\}|undefined/;
const english = /\b(?:row|the|was changed|here and)\b/;

describe('what an import finds beside what is there', () => {
  it.each(found.map((each) => [each.code, each.words] as const))(
    '%s is said in words: %j',
    (_, { de, en }) => {
      expect(de.replace(/Klimaspur|kWh/g, '')).not.toMatch(codeLike);
      expect(en.replace(/Klimaspur|kWh/g, '')).not.toMatch(codeLike);
      expect(de).not.toMatch(english);
      expect(de).not.toBe(en);
    },
  );

  it('names a field as the pages do', () => {
    expect(fieldWords('MeasureDescribed', 'text.goal')).toEqual({ de: 'Ziel', en: 'Goal' });
    expect(fieldWords('MeasureDescribed', 'text.steps[2].text').de).not.toContain('[');
    expect(fieldWords('MeasureResponsibleBodyAssigned', 'text.name').de).toBe('Federführung');
  });

  it('gives a reason in words, with its numbers', () => {
    expect(reasonWords('field/too-long', { max: 300 }).de).toBe(
      'Das ist zu lang: höchstens 300 Zeichen.',
    );
    expect(reasonWords('no/such-code', {}).en).toBe('This cannot be recorded like this.');
  });
});
