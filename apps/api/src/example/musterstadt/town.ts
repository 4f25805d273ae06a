import type { ExampleStep } from '../example-step.js';
import { story } from '../example-step.js';
import { minutes, paper } from '../evidence.js';
import { musterstadtId } from './sheet.js';

const town = story('municipality:musterstadt', [
  {
    at: '2023-11-13T18:02:00.000Z',
    on: '2023-11-13',
    by: 'lead',
    command: 'found-municipality',
    data: { state: 'HE', text: { name: 'Musterstadt am Main' } },
  },
  {
    at: '2023-11-13T18:11:00.000Z',
    on: '2023-11-13',
    by: 'lead',
    command: 'describe-municipality',
    data: {
      population: 24_380,
      populationOn: '2022-12-31',
      text: {
        teaser: 'Kleine Stadt am Fluss mit Hafen, Stadtwald und dem Ortsteil Niederau.',
        description:
          'Musterstadt ist eine erfundene Stadt. Sie zeigt, wie eine Gruppe von Ehrenamtlichen einen kommunalen Klimaplan ' +
          'begleitet: vom Vorschlag über die Beratung in den Gremien bis zur Umsetzung.',
        website: 'https://example.org/musterstadt',
      },
    },
  },
  {
    at: '2023-11-13T18:16:00.000Z',
    on: '2023-11-13',
    by: 'lead',
    command: 'describe-observers',
    data: {
      relation: 'INDEPENDENT',
      text: {
        name: 'Klimagruppe Musterstadt',
        website: 'https://example.org/klimagruppe',
        contact: 'Briefkasten im Bürgerhaus Mitte, Fach 12',
        teaser: 'Ehrenamtliche, die Sitzungen besuchen, Unterlagen lesen und nachfragen.',
        description:
          'Die Gruppe entstand am Runden Tisch Klima und Energie. Sie gehört keiner Partei an und bekommt kein Geld von der Stadt.',
        method:
          'Jede Maßnahme wird mindestens zweimal im Jahr angesehen. Vor jeder Ampelrunde bekommt die Verwaltung die Texte zur Prüfung.',
        sources:
          'Drucksachen, Niederschriften, Ortstermine, Gespräche mit den Fachdiensten und die örtliche Presse.',
        supporters:
          'Fahrradverein Mainbogen, Energiegenossenschaft Niederau, Naturfreunde Lohbachtal',
        responsible: ['Sprecherkreis der Klimagruppe Musterstadt, Bürgerhaus Mitte'],
      },
    },
  },
  {
    at: '2023-11-20T19:00:00.000Z',
    on: '2023-11-20',
    by: 'lead',
    command: 'publish-municipality',
    data: {},
  },
  {
    at: '2023-12-15T09:05:00.000Z',
    on: '2023-12-14',
    by: 'monitor',
    command: 'set-target',
    data: {
      targetYear: 2035,
      resolvedOn: '2023-12-14',
      decision: '@decision:klimaplan',
      text: {
        note: 'Das Zieljahr steht im ersten Satz des Plans und wurde mit ihm beschlossen. Ein Zwischenziel gibt es nicht.',
        resolution: 'Grundsatzbeschluss zum Klima-Aktionsplan (AT-107)',
        evidence: [paper('AT-107', '1'), minutes('stvv', 23, 7)],
      },
    },
  },
  {
    at: '2024-01-08T17:20:00.000Z',
    on: '2024-01-08',
    by: 'lead',
    command: 'unpublish-municipality',
    data: {
      text: {
        reason:
          'Auf der Startseite stand ein Name aus einem Gesprächsprotokoll. Wir nehmen die Seiten herunter, bis alles durchgesehen ist.',
      },
    },
  },
  {
    at: '2024-01-10T18:45:00.000Z',
    on: '2024-01-10',
    by: 'lead',
    command: 'publish-municipality',
    data: {},
  },
  {
    at: '2025-11-03T18:30:00.000Z',
    on: '2025-11-03',
    by: 'lead',
    command: 'describe-municipality',
    data: {
      population: 24_615,
      populationOn: '2024-12-31',
      text: {
        teaser: 'Hafenstadt am Main mit Stadtwald, Lohbachtal und dem Ortsteil Niederau.',
        description:
          'Diese Stadt gibt es nicht; ihre Vorgänge sind ausgedacht. Musterstadt ist selbst Träger der Grundschulen und Kitas und hat ' +
          'eigene Stadtwerke. Die Stadtverordnetenversammlung hat 37 Sitze.',
        website: 'https://example.org/musterstadt',
        assessments: {
          administration:
            'Mit der Stabsstelle gibt es nun feste Ansprechpartner. Auskünfte kommen meist binnen zwei Wochen.',
          plan: 'Der Plan ist breit angelegt. Vielen Maßnahmen fehlen noch Zahlen zu Kosten und Einsparung.',
          status:
            'Was die Stadt selbst bauen kann, kommt voran. Wo andere zustimmen müssen, dauert es länger als gedacht.',
        },
      },
    },
  },
  {
    at: '2026-03-09T18:10:00.000Z',
    on: '2026-03-09',
    by: 'lead',
    command: 'describe-observers',
    data: {
      relation: 'INDEPENDENT',
      text: {
        name: 'Klimagruppe Musterstadt',
        website: 'https://example.org/klimagruppe',
        contact: 'Offener Abend im Bürgerhaus Mitte, Raum 3',
        teaser:
          'Zwölf Ehrenamtliche aus Kernstadt und Niederau, die dem Klimaplan auf der Spur bleiben.',
        description:
          'Wir besuchen Sitzungen, lesen Unterlagen und halten fest, was geschieht. Seit dem zweiten Jahr gibt es dazu einen festen Termin mit der Stabsstelle.',
        method:
          'Ampel im halbjährlichen Rhythmus, vorher Faktencheck mit der Verwaltung. Widerspricht die Stadt, steht ihre Sicht daneben.',
        sources: 'Sitzungsunterlagen, eigene Begehungen, Auskünfte der Stadtwerke, Lokalzeitung.',
        supporters:
          'Fahrradverein Mainbogen, Energiegenossenschaft Niederau, Naturfreunde Lohbachtal, Elternbeirat der Mainuferschule',
        responsible: ['Klimagruppe Musterstadt, Sprecherkreis, Bürgerhaus Mitte, Raum 3'],
      },
    },
  },
]);

const person = (
  alias: string,
  at: string,
  role: 'LEAD' | 'MONITOR' | 'ADMINISTRATION',
): readonly ExampleStep[] =>
  story(`person:${alias}`, [
    {
      at,
      on: at.slice(0, 10),
      by: 'lead',
      command: 'grant-role',
      data: { role, municipality: musterstadtId },
    },
  ]);

const people: readonly ExampleStep[] = [
  ...person('lead', '2023-11-13T18:03:00.000Z', 'LEAD'),
  ...person('monitor', '2023-11-13T18:40:00.000Z', 'MONITOR'),
  ...person('monitor2', '2023-11-21T17:30:00.000Z', 'MONITOR'),
  ...person('guest', '2024-02-19T17:45:00.000Z', 'MONITOR'),
  ...person('administration', '2024-10-07T08:15:00.000Z', 'ADMINISTRATION'),
  ...story('person:guest', [
    {
      at: '2024-07-29T16:05:00.000Z',
      on: '2024-07-29',
      by: 'lead',
      command: 'revoke-role',
      data: {
        role: 'MONITOR',
        municipality: musterstadtId,
        text: { reason: 'Praktikum beendet. Vielen Dank für fünf Monate Mitschreiben!' },
      },
    },
  ]),
];

/** The town itself, who watches it, and who may record. */
export const townSteps: readonly ExampleStep[] = [...town, ...people];
