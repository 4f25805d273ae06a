import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { seen } from '../../../evidence.js';
import { assessed } from '../../rounds.js';
import { listed } from '../../sheet.js';

/** Given up for want of demand, then begun anew by a cooperative. */
export const carsharing: readonly ExampleStep[] = [
  ...listed('18:13', {
    measure: 'carsharing',
    recorded: { origin: 'ROUND_TABLE' },
    field: 'mobility',
    number: 'C4',
    rank: 3400,
    described: {
      text: {
        title: 'Geteilte Autos in jedem Quartier',
        teaser: 'Sechs Standorte, höchstens zehn Minuten zu Fuß.',
        description:
          'Die Stadt stellt Stellplätze und nutzt die Wagen tagsüber selbst für Dienstfahrten. Abends und an freien Tagen stehen sie allen zur Verfügung.',
        goal: 'Ein geteilter Wagen ersetzt acht private.',
      },
    },
  }),
  ...story('measure:carsharing', [
    {
      at: '2024-06-17T17:15:00.000Z',
      on: '2024-06-01',
      by: 'monitor2',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Zwei Wagen stehen am Bahnhof bereit.',
          evidence: [seen('site-visit', 'Probefahrt der Klimagruppe')],
        },
      },
    },
    {
      at: '2025-02-24T17:30:00.000Z',
      on: '2025-02-20',
      by: 'monitor2',
      command: 'abandon-implementation',
      data: {
        reason: 'NO_DEMAND',
        text: {
          note: 'Der Anbieter zieht sich zurück: zu wenige Fahrten, weil es bei einem einzigen Standort blieb.',
          evidence: [seen('press', '„Teilauto gibt auf“, Mainbogen-Anzeiger', 'presse/teilauto')],
        },
      },
    },
    {
      at: '2025-04-22T17:58:00.000Z',
      on: '2025-04-19',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'DARK_GREY',
        factChecked: false,
        text: {
          achieved: 'Ein ehrlicher Versuch von acht Monaten.',
          missing: 'Mehr als ein Standort und Dienstfahrten der Verwaltung.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-01-19T18:05:00.000Z',
      on: null,
      by: 'monitor',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'PARTNER',
        text: {
          name: 'Energiegenossenschaft Niederau',
          explanation:
            'Die Genossenschaft will selbst fahren und warten; wann sie zusagte, ist uns nicht bekannt.',
        },
      },
    },
    {
      at: '2026-03-30T16:40:00.000Z',
      on: '2026-03-21',
      by: 'monitor',
      command: 'start-implementation',
      data: {
        duration: 'PROJECT',
        text: {
          note: 'Neuer Anlauf: vier Wagen an drei Orten, die Stadt bucht fest zwanzig Stunden in der Woche.',
          evidence: [seen('photo', 'Eröffnung am Bürgerhaus Mitte', 'fotos/teilauto-neu')],
        },
      },
    },
    {
      at: '2026-09-14T17:25:00.000Z',
      on: '2026-09',
      by: 'monitor2',
      command: 'report-progress',
      data: {
        percent: 50,
        text: { note: '118 Mitglieder, im Schnitt fünf Fahrten am Tag und Wagen.' },
      },
    },
    ...assessed(43, {
      '2026-10': {
        rating: 'GREEN',
        factChecked: true,
        achieved: 'Der zweite Anlauf trägt sich fast selbst.',
        missing: 'Ein Standort in Niederau.',
      },
    }),
  ]),
];
