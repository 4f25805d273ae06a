import type { ExampleStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { kept, letGo } from './later.js';
import { meeting } from './meeting.js';
import { table } from './table.js';

/** One hot evening about shade. */
export const shade: readonly ExampleStep[] = [
  ...table({
    table: 'shade',
    at: '2023-11-29T17:00:12.000Z',
    published: '2023-12-04T18:02:02.000Z',
    on: '2022-06-30',
    described: {
      format: 'ROUND_TABLE',
      mandate: 'INFORMAL',
      convenor: '@actor:naturfreunde',
      openToPublic: true,
      approvalDays: 14,
      text: {
        name: 'Runder Tisch Schatten',
        topic: 'Wohin gehen, wenn der Asphalt weich wird?',
        description:
          'Begann mit einem Thermometer auf dem Schulhof und endete unter der einzigen Linde am Markt.',
        rules: 'Gesprochen wird im Gehen. Wer eine kühle Stelle findet, darf sie benennen.',
        moderation: 'Naturfreunde Lohbachtal',
        place: 'Unter der Linde am Markt',
      },
    },
    seats: {
      ADMINISTRATION: ['gruen'],
      ASSOCIATION: ['naturfreunde', 'kirche'],
      CITIZENS: ['eltern'],
      EXPERT: ['hochschule'],
    },
    guests: ['hochschule'],
  }),
  ...story('roundtable:shade', [
    ...meeting({
      meeting: 'shade-1',
      on: '2022-06-30',
      time: '17:00',
      minutes: 180,
      place: 'Treffpunkt Mainuferschule, Ende unter der Linde',
      topic: 'Hitzespaziergang mit vier Halten',
      desk: '17:30',
      archived: '2023-11-29T17:05:12.000Z',
      items: [
        {
          item: 'shade-yard',
          kind: 'FACT_CHECK',
          topic: 'Wie heiß wird ein Schulhof?',
          about: 'schoolyards',
          broughtBy: 'eltern',
          result: 'CONSENSUS',
          ground: 'Barfuß stand hier keiner länger als vier Sekunden.',
          said: 'Gemessen: 51 Grad auf Asphalt, 29 im Gras daneben. Das Institut bestätigt, dass sein Gerät nicht übertreibt.',
        },
        {
          item: 'shade-trees',
          kind: 'PROPOSAL',
          topic: 'Bäume dort, wo Menschen warten',
          about: 'trees',
          broughtBy: 'gruen',
          result: 'CONSENSUS',
          ground: 'Haltestellen, Schulwege, Plätze, in dieser Reihenfolge.',
          said: 'Nicht die Zahl der Bäume zählt, sondern die Größe der Grube. Zwölf Kubikmeter, darunter wird nicht gepflanzt.',
        },
        {
          item: 'shade-wells',
          kind: 'PROPOSAL',
          topic: 'Trinkwasser ohne Kassenzettel',
          about: 'fountains',
          broughtBy: 'kirche',
          result: 'CONSENSUS',
          ground: 'Durst fragt nicht nach Kleingeld.',
          said: 'Vier Orte, an denen ohnehin eine Leitung liegt. Der fünfte Wunsch, Niederau, wandert auf einen Merkzettel.',
        },
        {
          item: 'shade-sails',
          kind: 'PROPOSAL',
          topic: 'Sonnensegel über der Fußgängerzone',
          broughtBy: 'eltern',
          result: 'DROPPED',
          ground: 'Schatten sofort, das wünschen sich alle.',
          said: 'Die Feuerwehr braucht die Höhe. Damit war das Segel nach zehn Minuten eingeholt.',
        },
      ],
      groups: ['gruen', 'naturfreunde', 'kirche', 'eltern', 'hochschule'],
      guests: 31,
      summary: 'Drei Stunden zu Fuß, zwei Liter Wasser je Kopf. Die Linde hatte es am schönsten.',
      promises: [
        {
          promise: 'shade-list',
          by: 'gruen',
          what: 'Baumarten nennen, die auch noch in fünfzig Jahren hier wachsen.',
          due: '2022-09-15',
          item: 'shade-trees',
          about: 'trees',
        },
        {
          promise: 'shade-film',
          by: 'eltern',
          what: 'Aus den Aufnahmen einen kurzen Film schneiden.',
          item: 'shade-yard',
          about: 'schoolyards',
        },
      ],
    }),
    kept(
      ['2023-11-29T17:20:12.000Z', '2022-09-02'],
      'shade-list',
      'Vierzehn Arten, darunter eine, die keiner aussprechen konnte.',
    ),
    letGo(
      ['2023-11-29T17:21:12.000Z', '2023-03-31'],
      'shade-film',
      'Die Speicherkarte blieb im Bach.',
    ),
    {
      at: '2024-07-15T16:40:12.000Z',
      on: '2024-07-11',
      by: 'monitor',
      command: 'agree-follow-up',
      data: {
        followUp: '@promise:shade-again',
        actor: '@actor:hochschule',
        due: '2025-08-31',
        measure: '@measure:trees',
        text: {
          what: 'Denselben Weg drei Jahre später noch einmal messen.',
          note: 'Am Rand der Baumzählung verabredet.',
        },
      },
    },
    kept(
      ['2025-09-01T16:42:12.000Z', '2025-08-20'],
      'shade-again',
      'Am Markt zwei Grad weniger als damals, auf dem Schulhof elf.',
    ),
  ]),
];
