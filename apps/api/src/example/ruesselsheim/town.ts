import type { EventData } from '@klimaspur/domain';
import type { Evidence } from '../evidence.js';
import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import {
  at,
  day,
  goal,
  localMonitoring,
  oparl,
  roundTables,
  statement,
  statutes,
  town,
  treesPage,
  withSource,
} from './sources.js';

const organ = (
  minute: number,
  alias: string,
  kind: 'COUNCIL' | 'EXECUTIVE' | 'COMMITTEE' | 'DISTRICT' | 'ROUND_TABLE' | 'OTHER',
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

/** Bodies by the Hauptsatzung, and the round tables. */
export const organs: readonly ExampleStep[] = [
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
  ...organ(21, 'aeltestenrat', 'OTHER', 'Ältestenrat'),
];

const described = (
  minute: number,
  alias: string,
  data: EventData<'OrganDescribed'>,
  source: Evidence,
): readonly ExampleStep[] =>
  withSource(
    `organ:${alias}`,
    minute,
    `organ-${alias}-described`,
    { at: at(minute), on: day, by: 'lead', command: 'describe-organ', data },
    source,
  );

const atTheTable = (minute: number, alias: string, name: string): readonly ExampleStep[] =>
  described(
    minute,
    alias,
    {
      kind: 'ROUND_TABLE',
      decidesFinally: false,
      text: {
        name,
        note: 'Von der Stadt kommen zu den Runden Tischen das Klimaschutz-Team, die Grünplanung, der Naturschutz, die Abteilung Mobilität und das Energiemanagement. Welche Stelle an welchem der drei Tische sitzt, sagt die Quelle nicht.',
      },
    },
    roundTables,
  );

/** Who leads the council, by office and not by name, and who comes to the round tables from the town. */
export const organNotes: readonly ExampleStep[] = [
  ...described(
    22,
    'stvv',
    {
      kind: 'COUNCIL',
      decidesFinally: true,
      seats: 45,
      text: {
        name: 'Stadtverordnetenversammlung',
        note: 'Den Vorsitz führt die Stadtverordnetenvorsteherin oder der Stadtverordnetenvorsteher; bei der Lenkung der Arbeit hilft der Ältestenrat.',
      },
    },
    statutes,
  ),
  ...atTheTable(23, 'runder-tisch-energie', 'Runder Tisch Energie und Bau'),
  ...atTheTable(24, 'runder-tisch-gruen', 'Runder Tisch Stadtgrün'),
  ...atTheTable(25, 'runder-tisch-mobilitaet', 'Runder Tisch Mobilität'),
];

/** The town, and who tells of it here: neither the group nor the town itself. */
export const municipality: readonly ExampleStep[] = [
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
            'Die Stadtverordnetenversammlung hat 45 Sitze. Der Magistrat besteht aus dem Oberbürgermeister, dem Bürgermeister und neun weiteren Mitgliedern (Hauptsatzung vom 5. Juni 2025). Was hier steht, ist aus öffentlichen Seiten zusammengetragen und unvollständig.',
          website: 'https://www.ruesselsheim.de',
        },
      },
    },
  ]),
  ...withSource(
    'municipality:ruesselsheim',
    3,
    'observers-described',
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
            'Jeder Eintrag nennt die Seite, von der er stammt. Von den Maßnahmen des Plans sind nur die drei eingetragen, deren Nummer und Titel öffentlich zu lesen waren.\n\nDie Bewertungen stammen von RüsselsheimZero. Die Gruppe bewertet im April und im Oktober in den Farben einer Ampel und gleicht die Fakten vorher mit der Stadt und ihren Gesellschaften ab.',
          sources: [
            ...[goal, localMonitoring, statement, statutes, roundTables, treesPage].map(
              ({ url }) => url,
            ),
            `Sitzungen und Vorlagen der Gremien über OParl (SD.NET RIM bei ekom21, laut Endpunktliste von oparl-cli erreichbar am 15. September 2026, hier nicht abgefragt): ${oparl}`,
          ].join('\n'),
          supporters:
            'Bündnispartner von RüsselsheimZero, nicht dieses Beispiels: Naturfreunde Rüsselsheim, Energiewende e. V., Bürgerenergiegenossenschaft Untermain eG, Bio SoLaWi, ADFC, BUND und Forstbetriebsgemeinschaft Rhein-Main.',
        },
      },
    },
    localMonitoring,
  ),
  ...story('municipality:ruesselsheim', [
    { at: at(5), on: day, by: 'lead', command: 'publish-municipality', data: {} },
  ]),
];
