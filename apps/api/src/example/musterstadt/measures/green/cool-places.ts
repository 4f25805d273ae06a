import type { ExampleStep } from '../../../example-step.js';
import { sheet } from '../../sheet.js';

/** A draft of the team, to be shown once the church has agreed. */
export const coolPlaces: readonly ExampleStep[] = sheet({
  measure: 'cool-places',
  at: '2026-10-19T20:10:00.000Z',
  published: null,
  recorded: { origin: 'ROUND_TABLE', ownProposal: true },
  field: 'green',
  rank: 4710,
  described: {
    text: {
      title: 'Kirchen als kühle Orte öffnen',
      teaser: 'Entwurf, noch mit den Gemeinden abzustimmen.',
      description: 'An heißen Tagen stehen die Türen offen, im Vorraum gibt es Wasser und Stühle.',
      targetGroups: ['Ältere Menschen'],
    },
  },
});
