import type { Evidence } from './evidence.js';
import type { ExampleStep, StoryStep } from './example-step.js';
import { inOrder, story } from './example-step.js';

const town = '@municipality:ruesselsheim';
const day = '2026-11-20';
/** Everything was read on one day; the minutes only give the order. */
const at = (minute: number): string =>
  `${day}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;

const page = (title: string, url: string, kind: Evidence['kind'] = 'other'): Evidence => ({
  kind,
  title,
  url,
});
const statutes = page(
  'Hauptsatzung der Stadt Rüsselsheim am Main',
  'https://www.ruesselsheim.de/rathaus/ortsrecht/oeffentliche-bekanntmachungen/oeffentliche-bekanntmachungen/hauptsatzung',
);
const goal = page('RüsselsheimZero: Ziel', 'https://ruesselsheimzero.de/ziel/');
const localMonitoring = page(
  'RüsselsheimZero: Local Monitoring',
  'https://ruesselsheimzero.de/local-monitoring/',
);
const statement = page(
  'Stellungnahme der Stadt zum Klimaschutz',
  'https://www.ruesselsheim.de/presse/2025/2025-11-27-stellungnahme-der-stadt-zum-klimaschutz',
  'press',
);
const roundTables = page(
  'Journal LOKAL: Gemeinsam für mehr Klimaschutz',
  'https://journal-lokal.de/gemeinsam-fuer-mehr-klimaschutz',
  'press',
);
const treesPage = page(
  'LocalZero-Monitoring: Maßnahme 12',
  'https://monitoring.localzero.net/russelsheim/massnahmen//stadtgrun/12-baume-klimaresilient-pflanzen',
);

/** An entry, and at the same minute the source it was read from. */
const withSource = (
  stream: string,
  minute: number,
  name: string,
  entry: StoryStep,
  evidence: Evidence,
): readonly ExampleStep[] =>
  story(stream, [
    { ...entry, at: at(minute), name },
    {
      at: at(minute).replace(':00.000Z', ':30.000Z'),
      on: day,
      by: 'lead',
      command: 'add-evidence',
      data: { entry: `@entry:${name}`, text: { evidence: [evidence] } },
    },
  ]);

const organ = (
  minute: number,
  alias: string,
  kind: 'COUNCIL' | 'EXECUTIVE' | 'COMMITTEE' | 'DISTRICT' | 'ROUND_TABLE',
  name: string,
): readonly ExampleStep[] =>
  withSource(
    `organ:${alias}`,
    minute,
    `organ-${alias}`,
    {
      at: at(minute),
      on: day,
      by: 'lead',
      command: 'register-organ',
      data: {
        municipality: town,
        kind,
        decidesFinally: kind === 'COUNCIL',
        text: { name },
      },
    },
    kind === 'ROUND_TABLE' ? roundTables : statutes,
  );

const organs = [
  ...organ(10, 'stvv', 'COUNCIL', 'Stadtverordnetenversammlung'),
  ...organ(11, 'magistrat', 'EXECUTIVE', 'Magistrat'),
  ...organ(12, 'finanzen', 'COMMITTEE', 'Haupt- und Finanzausschuss'),
  ...organ(13, 'umwelt', 'COMMITTEE', 'Planungs-, Bau- und Umweltausschuss'),
  ...organ(14, 'soziales', 'COMMITTEE', 'Sozial-, Integrations- und Jugendausschuss'),
  ...organ(15, 'kultur', 'COMMITTEE', 'Kultur-, Schul- und Sportausschuss'),
  ...organ(16, 'koenigstaedten', 'DISTRICT', 'Ortsbeirat Königstädten'),
  ...organ(17, 'bauschheim', 'DISTRICT', 'Ortsbeirat Bauschheim'),
  ...organ(18, 'runder-tisch-energie', 'ROUND_TABLE', 'Runder Tisch Energie und Bau'),
  ...organ(19, 'runder-tisch-gruen', 'ROUND_TABLE', 'Runder Tisch Stadtgrün'),
  ...organ(20, 'runder-tisch-mobilitaet', 'ROUND_TABLE', 'Runder Tisch Mobilität'),
];

const municipality = [
  ...withSource(
    'municipality:ruesselsheim',
    0,
    'town-founded',
    {
      at: at(0),
      on: day,
      by: 'lead',
      command: 'found-municipality',
      data: { ags: '06433012', state: 'HE', text: { name: 'Rüsselsheim am Main' } },
    },
    statutes,
  ),
  ...story('municipality:ruesselsheim', [
    {
      at: at(2),
      on: day,
      by: 'lead',
      command: 'describe-municipality',
      data: {
        text: {
          teaser: 'Stadt im Kreis Groß-Gerau in Hessen.',
          description:
            'Die Stadtverordnetenversammlung hat 45 Sitze. Der Magistrat besteht aus dem Oberbürgermeister, dem Bürgermeister und neun Stadträten (Hauptsatzung vom 5. Juni 2025). Was hier steht, ist aus öffentlichen Seiten zusammengetragen und unvollständig.',
          website: 'https://www.ruesselsheim.de',
        },
      },
    },
    {
      at: at(3),
      on: day,
      by: 'lead',
      command: 'describe-observers',
      data: {
        relation: 'INDEPENDENT',
        text: {
          name: 'Beispiel aus öffentlichen Quellen',
          teaser: 'Nicht von RüsselsheimZero oder der Stadt gepflegt.',
          method:
            'Jeder Eintrag nennt die Seite, von der er stammt. Von den Maßnahmen des Plans sind nur die drei eingetragen, deren Nummer und Titel öffentlich zu lesen waren.',
          sources: [goal, localMonitoring, statement, statutes, roundTables, treesPage]
            .map(({ url }) => url)
            .join('\n'),
        },
      },
    },
    { at: at(5), on: day, by: 'lead', command: 'publish-municipality', data: {} },
  ]),
];

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

const plan = [
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
        text: {
          title: 'Sofortiger Klima-Aktionsplan 2022',
          description:
            'Erarbeitet von RüsselsheimZero mit Bündnispartnern, Fachbereichen der Stadt und Fraktionen; eingebracht vom Stadtverordnetenvorsteher.',
        },
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

const measures = [
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

const adopts = (alias: string) =>
  ({ measure: `@measure:${alias}`, effect: 'ADOPTS', scope: 'IN_PRINCIPLE' }) as const;

const decision = story('decision:aktionsplan', [
  {
    at: at(60),
    on: '2022-12-15',
    by: 'lead',
    command: 'record-decision',
    data: {
      municipality: town,
      organ: '@organ:stvv',
      outcome: 'ADOPTED',
      final: true,
      plan: { plan: '@plan:aktionsplan', scope: 'IN_PRINCIPLE' },
      effects: [adopts('neutrality'), adopts('responsibility'), adopts('trees')],
      text: {
        title: 'Sofortiger Klima-Aktionsplan „auf Verweis“',
        paper: 'AT-107/21-26',
        note: 'Nach Angabe der Gruppe einstimmig bis auf eine Stimme. „Auf Verweis“ heißt: Die Maßnahmen kommen als einzelne Beschlusssachen wieder. Genannt sind hier nur die drei bekannten; der Beschluss galt dem ganzen Plan.',
        evidence: [goal, localMonitoring],
      },
    },
  },
]);

const proposalOfTheAdministration = (
  minute: number,
  alias: string,
  note: string,
): readonly ExampleStep[] =>
  story(`measure:${alias}`, [
    {
      at: at(minute),
      on: '2025-11',
      by: 'lead',
      command: 'check-unchanged',
      data: { text: { note, evidence: [statement] } },
    },
  ]);

/** In November 2025 the administration only proposed; nobody decided, so nothing moves. */
const proposedAsSettled = [
  ...proposalOfTheAdministration(
    70,
    'neutrality',
    'Die Verwaltung schlägt in einer Vorlage mit Sachstandsbericht vor, den Antrag AT-107/21-26 für erledigt zu erklären. Das ist ein Vorschlag, kein Beschluss; die Maßnahmen laufen laut Stadt weiter.',
  ),
  ...proposalOfTheAdministration(
    71,
    'responsibility',
    'Auch hier gilt: Erledigt wäre nach dem Vorschlag der Verwaltung nur der Antrag, nicht die Maßnahme. Eine Abstimmung darüber ist aus den Quellen nicht bekannt.',
  ),
  ...proposalOfTheAdministration(
    72,
    'trees',
    'Vom Vorschlag der Verwaltung, den Antrag für erledigt zu erklären, bleibt diese Maßnahme unberührt.',
  ),
];

const treeStory = story('measure:trees', [
  {
    at: at(75),
    on: '2024',
    by: 'lead',
    command: 'report-progress',
    data: {
      text: {
        note: 'Im Jahr 2024 wurden 313 Bäume in der Stadt und rund 3.000 im Stadtwald gepflanzt, zum Teil als Ersatz.',
        evidence: [treesPage],
      },
    },
  },
  {
    at: at(76),
    on: null,
    by: 'lead',
    command: 'assess',
    data: {
      scale: 'TRAFFIC_LIGHT',
      rating: 'YELLOW',
      text: {
        group: 'RüsselsheimZero',
        achieved: 'Neue Bäume in Stadt und Stadtwald.',
        missing:
          'Geeignete Standorte in der dicht bebauten Mitte: Es fehlt an Platz, im Boden liegen Rohre und Kabel.',
        evidence: [treesPage, localMonitoring],
      },
    },
  },
]);

/** Rüsselsheim am Main as far as public pages tell; each entry with its source. Dates are absolute. */
export const ruesselsheim = inOrder([
  ...municipality,
  ...organs,
  ...plan,
  ...measures,
  ...decision,
  ...proposedAsSettled,
  ...treeStory,
]);
