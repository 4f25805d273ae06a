import { messages } from '@klimaspur/messages';
import type { ImportReport } from './import-report.js';
import { whatNext } from './what-next.js';

const place = {
  ...{ municipality: 'x', name: 'Beispielstadt', published: false },
  plan: { title: 'Klimaaktionsplan', published: false },
  ...{ measures: 13, drafts: 9, url: 'http://x/de/kommunen/beispielstadt/massnahmen' },
};
const told = (lang: 'de' | 'en', more: object = {}) =>
  whatNext(
    {
      places: [{ ...place, ...more }],
      findings: [],
      published: { municipalities: 0, plans: 0, measures: 0 },
    } as unknown as ImportReport,
    { name: 'import localzero', files: ['dump.json'], values: {} },
    true,
    messages(lang),
  ).join('\n');

describe('what an import says at its end', () => {
  it('counts what nobody sees as the dashboard does, and what of it is a draft itself', () => {
    expect(told('de')).toContain('alle 13 Maßnahmen, denn die Kommune ist ein Entwurf; 9 sind es');
    expect(told('en')).toContain(
      'all 13 measures, for the town is a draft; 9 are drafts themselves',
    );
  });

  it('counts the drafts of a public town, and of one in which all are', () => {
    expect(told('de', { published: true })).toContain('9 Entwürfe');
    expect(told('de', { drafts: 13 })).toContain('13 Entwürfe');
    expect(told('de', { drafts: 0 })).toContain('Die Maßnahmen sind veröffentlicht');
  });
});
