import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Failed: the ground did not allow it. */
export const geothermal: readonly ExampleStep[] = [
  ...listed('18:09', {
    measure: 'geothermal',
    recorded: { origin: 'ADMINISTRATION' },
    field: 'energy',
    number: 'B6',
    rank: 2600,
    described: {
      text: {
        title: 'Erdwärme für das Hallenbad',
        teaser: 'Prüfen, ob tiefe Sonden das Bad heizen können.',
        description:
          'Eine Probebohrung auf dem Parkplatz klärt, wie warm das Gestein ist und ob Grundwasser im Weg liegt. Danach entscheidet sich, ob ein Sondenfeld lohnt.',
        obstacles: 'Das Bad liegt am Rand eines Wasserschutzgebiets.',
      },
    },
  }),
  ...story('measure:geothermal', [
    {
      at: '2024-09-23T17:25:00.000Z',
      on: '2024-09-09',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Der Bohrtrupp richtet sich auf dem Parkplatz ein.',
          evidence: [seen('site-visit', 'Besuch an der Bohrstelle')],
        },
      },
    },
    {
      at: '2024-12-16T17:10:00.000Z',
      on: '2024-12',
      by: 'monitor2',
      command: 'report-progress',
      data: { percent: 30, text: { note: 'Sechzig Meter gebohrt, die Temperatur passt.' } },
    },
    {
      at: '2025-03-03T18:00:00.000Z',
      on: '2025-02-26',
      by: 'monitor',
      command: 'report-delay',
      data: {
        reason: 'LEGAL',
        text: {
          note: 'Die Wasserbehörde stoppt die Bohrung, bis ein hydrologisches Gutachten vorliegt.',
        },
      },
    },
    {
      at: '2025-07-28T16:40:00.000Z',
      on: '2025-07-23',
      by: 'monitor',
      command: 'abandon-implementation',
      data: {
        reason: 'NOT_FEASIBLE',
        text: {
          note: 'Unter dem Bad liegt ein zweites Grundwasserstockwerk; eine Genehmigung ist ausgeschlossen.',
          evidence: [
            paper('DS-196', '4'),
            seen(
              'press',
              '„Bad bleibt vorerst am Gas“, Mainbogen-Anzeiger',
              'presse/bad-bleibt-am-gas',
            ),
          ],
        },
      },
    },
    {
      at: '2025-09-19T07:40:00.000Z',
      on: '2025-09-18',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'NOTES',
        scope: 'FULL',
        outcome: 'NOTED',
        final: true,
        organ: '@organ:stvv',
        text: {
          paper: 'DS-196',
          result: 'Bericht zur Kenntnis genommen',
          note: 'Der Vorsitzende dankt den Stadtwerken für die klaren Worte.',
          evidence: [minutes('stvv', 35, 10)],
        },
      },
    },
    {
      at: '2025-10-20T18:20:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'DARK_GREY',
        factChecked: true,
        text: {
          achieved: 'Sauber geprüft und offen berichtet.',
          missing: 'Eine andere klimafreundliche Wärme für das Bad; die Nahwärme soll sie liefern.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
  ]),
];
