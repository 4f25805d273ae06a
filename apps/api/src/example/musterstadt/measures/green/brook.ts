import type { ExampleStep } from '../../../example-step.js';
import { story } from '../../../example-step.js';
import { minutes, paper, seen } from '../../../evidence.js';
import { listed } from '../../sheet.js';

/** Late by its planned start, and not looked at for half a year: both are computed, nobody reported them. */
export const brook: readonly ExampleStep[] = [
  ...listed('18:19', {
    measure: 'brook',
    recorded: { origin: 'FUNDING_PROGRAMME' },
    field: 'green',
    number: 'D5',
    rank: 4500,
    described: {
      budget: { totalCents: 175_000_000 },
      text: {
        title: 'Lohbach aus dem Betonbett holen',
        teaser: 'Ein Bach mit Kurven kühlt, hält Regen zurück und lädt zum Bleiben ein.',
        description:
          'Auf 1.100 Metern werden die Betonschalen entfernt. Der Bach bekommt flache Ufer, Kiesbänke und eine Mulde für Starkregen.',
        obstacles: 'Drei Gärten reichen bis an die Böschung; mit den Eigentümern wird gesprochen.',
      },
    },
  }),
  ...story('measure:brook', [
    {
      at: '2025-03-28T08:00:00.000Z',
      on: '2025-03-27',
      by: 'monitor2',
      command: 'decide',
      data: {
        effect: 'ADOPTS',
        scope: 'FULL',
        outcome: 'ADOPTED',
        final: true,
        organ: '@organ:stvv',
        votes: { majority: 'MAJORITY', yes: 32, no: 3, abstain: 1 },
        text: {
          paper: 'DS-183',
          result: 'angenommen, 32 Ja, 3 Nein, 1 Enthaltung',
          note: 'Das Land zahlt vier Fünftel der Kosten.',
          evidence: [paper('DS-183'), minutes('stvv', 32, 7)],
        },
      },
    },
    {
      at: '2025-06-30T16:30:00.000Z',
      on: '2025-06',
      by: 'monitor2',
      command: 'plan-implementation',
      data: {
        plannedStart: '2026-04',
        plannedEnd: '2027-11',
        text: { note: 'Gebaut wird außerhalb der Laichzeit, von der Mündung bachaufwärts.' },
      },
    },
    {
      at: '2025-07-07T17:15:00.000Z',
      on: '2025-07-01',
      by: 'monitor',
      command: 'assign-responsible-body',
      data: {
        responsibility: 'LEAD',
        organ: '@organ:gruen',
        text: {
          name: 'Fachdienst Stadtgrün',
          note: 'Planung und Bauleitung liegen in einer Hand.',
        },
      },
    },
    {
      at: '2025-10-20T18:36:00.000Z',
      on: '2025-10-18',
      by: 'lead',
      command: 'assess',
      data: {
        scale: 'TRAFFIC_LIGHT',
        rating: 'LIGHT_GREY',
        factChecked: true,
        text: {
          achieved: 'Beschluss, Förderzusage und ein fertiger Entwurf.',
          missing: 'Einigung mit zwei der drei Anlieger.',
          group: 'Klimagruppe Musterstadt',
        },
      },
    },
    {
      at: '2026-03-23T17:50:00.000Z',
      on: '2026-03-23',
      by: 'monitor2',
      command: 'check-unchanged',
      data: {
        text: {
          note: 'Noch keine Baustelle. Der Fachdienst hofft auf einen Beginn im nächsten Monat.',
          evidence: [seen('conversation', 'Anruf beim Fachdienst Stadtgrün')],
        },
      },
    },
  ]),
];
