import type { Evidence } from '../evidence.js';
import type { ExampleStep, StoryStep } from '../example-step.js';
import { story } from '../example-step.js';

export const town = '@municipality:ruesselsheim';
export const day = '2026-11-20';
/** Everything was read on one day; the minutes only give the order. */
export const at = (minute: number): string =>
  `${day}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;

const page = (title: string, url: string, kind: Evidence['kind'] = 'other'): Evidence => ({
  kind,
  title,
  url,
});
export const statutes = page(
  'Hauptsatzung der Stadt Rüsselsheim am Main',
  'https://www.ruesselsheim.de/rathaus/ortsrecht/oeffentliche-bekanntmachungen/oeffentliche-bekanntmachungen/hauptsatzung',
);
export const goal = page('RüsselsheimZero: Ziel', 'https://ruesselsheimzero.de/ziel/');
export const localMonitoring = page(
  'RüsselsheimZero: Local Monitoring',
  'https://ruesselsheimzero.de/local-monitoring/',
);
export const statement = page(
  'Stellungnahme der Stadt zum Klimaschutz',
  'https://www.ruesselsheim.de/presse/2025/2025-11-27-stellungnahme-der-stadt-zum-klimaschutz',
  'press',
);
export const roundTables = page(
  'Journal LOKAL: Gemeinsam für mehr Klimaschutz',
  'https://journal-lokal.de/gemeinsam-fuer-mehr-klimaschutz',
  'press',
);
export const treesPage = page(
  'LocalZero-Monitoring: Maßnahme 12',
  'https://monitoring.localzero.net/russelsheim/massnahmen//stadtgrun/12-baume-klimaresilient-pflanzen',
);

/** Where the town's council information system gives its data to machines. */
export const oparl = 'https://rim.ekom21.de/ruesselsheim/webservice/oparl/v1.1/system';

/** An entry, and at the same minute the source it was read from. */
export const withSource = (
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
