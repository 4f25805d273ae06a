import { messages } from '@klimaspur/messages';
import fc from 'fast-check';
import { LONGEST, shortText } from './short-text.js';
import type { Shared } from './shared.js';

const t = messages('de');
const link =
  'https://klima.example.org/de/kommunen/musterstadt/massnahmen/0190f6a2-7c1e-7d3a-9b52-3f1f0c9e7a11';

const shared = (title: string, changes: { fact?: string; group?: string; place?: string } = {}) => {
  const town = { name: 'Musterstadt', observers: { name: changes.group ?? 'Klimagruppe' } };
  return {
    ...{ town, example: false, moment: { asOf: '2026-11-27' }, path: () => '', title },
    named: (cut: string) => t('share.named', { title: cut, town: changes.place ?? town.name }),
    badge: { look: 'adopted', word: 'beschlossen, nicht begonnen' },
    fact: changes.fact ?? '12. März 2026, Gemeinderat: beschlossen',
    since: '12. März 2026',
  } as unknown as Shared;
};

describe('a short text', () => {
  it('says what, how it stands and since when, who says so, as of when, and where to read on', () => {
    expect(shortText(shared('Bäume pflanzen'), link, t)).toBe(
      `„Bäume pflanzen“ (Musterstadt): beschlossen, nicht begonnen. 12. März 2026, Gemeinderat: beschlossen. ` +
        `Quelle: Klimagruppe, Stand 27. November 2026. ${link}`,
    );
  });

  it('leaves out particulars before it cuts the title short', () => {
    const title = 'Energiemanagement für alle städtischen Gebäude';
    expect(shortText(shared(title, { fact: 'Ein Satz '.repeat(20) }), link, t)).toContain(
      `„${title}“ (Musterstadt): beschlossen, nicht begonnen (seit 12. März 2026). Quelle`,
    );
    const long = shortText(shared('Wärme '.repeat(60)), link, t);
    expect(long).toMatch(/^„Wärme [^“]+…“ \(Musterstadt\): beschlossen, nicht begonnen/);
    expect(long.length).toBeGreaterThan(LONGEST - 8);
  });

  it('is cut where the words say it all, as those of a town do', () => {
    const said = '5 von 64 Maßnahmen abgeschlossen, '.repeat(8);
    const town = { ...shared(said), named: () => 'Klimaschutz in Musterstadt', badge: undefined };
    const text = shortText({ ...town, fact: undefined } as unknown as Shared, link, t);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text).toMatch(/^Klimaschutz in Musterstadt: 5 von 64 .*…\. Quelle: Klimagruppe/);
  });

  it('is never longer than it may be, and never without day and link', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(words, words, words, words, (title, fact, group, place) => {
        const text = shortText(shared(title, { fact, group, place }), link, t);
        expect(text.length).toBeLessThanOrEqual(LONGEST);
        expect(text).toContain('Stand 27. November 2026');
        expect(text.endsWith(` ${link}`)).toBe(true);
      }),
    );
  });
});
