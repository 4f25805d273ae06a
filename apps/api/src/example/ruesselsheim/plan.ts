import type { Evidence } from '../evidence.js';
import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import {
  at,
  day,
  goal,
  localMonitoring,
  statement,
  town,
  treesPage,
  withSource,
} from './sources.js';

const field = (minute: number, alias: string, rank: number, name: string): readonly ExampleStep[] =>
  withSource(
    'plan:aktionsplan',
    minute,
    `field-${alias}`,
    {
      at: at(minute),
      on: day,
      by: 'lead',
      command: 'add-field',
      data: { field: `@field:${alias}`, rank, text: { name } },
    },
    localMonitoring,
  );

const text = {
  title: 'Sofortiger Klima-Aktionsplan 2022',
  description:
    'Erarbeitet von RüsselsheimZero mit Bündnispartnern, Fachbereichen der Stadt und Fraktionen; eingebracht vom Stadtverordnetenvorsteher.',
};

/** The plan with its four areas. */
export const plan: readonly ExampleStep[] = [
  ...withSource(
    'plan:aktionsplan',
    30,
    'plan-drafted',
    {
      at: at(30),
      on: day,
      by: 'lead',
      command: 'draft-plan',
      data: {
        municipality: town,
        kind: 'CLIMATE_PROTECTION',
        origin: 'ALLIANCE',
        text,
      },
    },
    goal,
  ),
  ...field(31, 'overall', 1000, 'Übergreifend'),
  ...field(32, 'energy', 2000, 'Energie & Bau'),
  ...field(33, 'green', 3000, 'Stadtgrün'),
  ...field(34, 'mobility', 4000, 'Mobilität'),
  ...story('plan:aktionsplan', [
    { at: at(36), on: day, by: 'lead', command: 'publish-plan', data: {} },
  ]),
];

/** In November 2025 the administration only proposed, and of the motion alone: nobody decided, so no measure moves. */
export const proposedAsSettled: readonly ExampleStep[] = withSource(
  'plan:aktionsplan',
  37,
  'plan-described',
  {
    at: at(37),
    on: '2025-11',
    by: 'lead',
    command: 'describe-plan',
    data: {
      kind: 'CLIMATE_PROTECTION',
      origin: 'ALLIANCE',
      text: {
        ...text,
        description: `${text.description}\n\nIm November 2025 schlug die Verwaltung in einer Vorlage mit Sachstandsbericht vor, den Antrag AT-107/21-26 für erledigt zu erklären. Das ist ein Vorschlag, kein Beschluss, und er betrifft den Antrag: Die Maßnahmen laufen laut Stadt weiter. Eine Abstimmung darüber ist aus den Quellen nicht bekannt.`,
      },
    },
  },
  statement,
);

const measure = (
  minute: number,
  alias: string,
  inField: string,
  number: string,
  title: string,
  source: Evidence,
): readonly ExampleStep[] => [
  ...withSource(
    `measure:${alias}`,
    minute,
    `${alias}-recorded`,
    {
      at: at(minute),
      on: day,
      by: 'lead',
      command: 'record-measure',
      data: { municipality: town, origin: 'PLAN', text: { title } },
    },
    source,
  ),
  ...story(`measure:${alias}`, [
    {
      at: at(minute + 1),
      on: day,
      by: 'lead',
      command: 'describe-measure',
      data: { text: { title } },
    },
  ]),
  ...story('plan:aktionsplan', [
    {
      at: at(minute + 2),
      on: day,
      by: 'lead',
      command: 'place-measure',
      data: {
        measure: `@measure:${alias}`,
        field: `@field:${inField}`,
        rank: Number(number) * 100,
        text: { number },
      },
    },
  ]),
  ...story(`measure:${alias}`, [
    { at: at(minute + 3), on: day, by: 'lead', command: 'publish-measure', data: {} },
  ]),
];

/** The three measures whose number and title can be read in public. */
export const measures: readonly ExampleStep[] = [
  ...measure(
    40,
    'neutrality',
    'overall',
    '1',
    'Klimaneutralität bis 2035 erreichen',
    localMonitoring,
  ),
  ...measure(
    45,
    'responsibility',
    'overall',
    '2',
    'Übergreifende Klimaverantwortung stärken',
    localMonitoring,
  ),
  ...measure(50, 'trees', 'green', '12', 'Bäume klimaresilient pflanzen', treesPage),
];
