import { pngOf } from '@klimaspur/files';
import { mkdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { statuses, type Status } from '@klimaspur/domain';
import { messages } from '@klimaspur/messages';
import { palette } from '../../charts/palette.js';
import { type Card, type Shape, shapes, sizes } from './card.js';
import { draw } from './draw.js';
import { place } from './layout.js';
import { TypeSetter } from './type-setter.js';

const t = messages('de');
const folder = process.env['KLIMASPUR_PICTURES'];

const card = (shape: Shape, changes: Partial<Card> = {}): Card => ({
  shape,
  product: 'Klimaspur',
  kicker: ['Musterstadt am Main', 'Maßnahme E 1.1'],
  title: 'Energiemanagement für alle städtischen Gebäude einführen',
  badge: { look: 'adopted', word: t('status.adopted') },
  fact: '12. März 2026, Stadtverordnetenversammlung: beschlossen',
  notes: [
    'Quelle: Klimagruppe Musterstadt',
    'Stand 27. November 2026',
    'Kein amtliches Angebot der Stadt.',
  ],
  address:
    'klima.example.org/de/kommunen/musterstadt-am-main/massnahmen/0190f6a2-7c1e-7d3a-9b52-3f1f0c9e7a11',
  ...changes,
});

/** The picture as rows of red, green, blue. */
const pixelsOf = async (png: Uint8Array) => {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, ...info };
};

/** How many pixels have this colour. */
const count = (data: Buffer, colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] === r && data[at + 1] === g && data[at + 2] === b) found += 1;
  }
  return found;
};

const drawn = async (name: string, drawnCard: Card) => {
  const png = await pngOf(draw(drawnCard));
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}-${drawnCard.shape}.png`, png);
  }
  return { png, ...(await pixelsOf(png)) };
};

describe.each(shapes)('a picture, %s', (shape) => {
  it.each([...statuses, 'elsewhere'] as const)(
    'of „%s“ has its size, its colours and its word',
    async (look) => {
      const word = t(`status.${look}`);
      const { width, height, data } = await drawn(look, card(shape, { badge: { look, word } }));
      expect({ width, height }).toEqual(sizes[shape]);
      const { fill, strong, tint } = palette[look === 'elsewhere' ? 'unknown' : look];
      if (look !== 'elsewhere') expect(count(data, fill)).toBeGreaterThan(5_000);
      expect(count(data, strong)).toBeGreaterThan(500);
      expect(count(data, tint)).toBeGreaterThan(2_000);
      expect(count(data, '#131525')).toBeGreaterThan(5_000);
    },
  );

  it.each([
    [
      'long',
      'Bundesweit einheitliches Donaudampfschifffahrtsgesellschaftskapitänsmützenenergiemanagementsystem für Klimaschutz-/Klimaanpassungsliegenschaften der Verbandsgemeinde und ihrer Ortsgemeinden mit Umsetzungsbegleitung, Berichtswesen und Bürgerbeteiligung bis zum Jahr zweitausendfünfunddreißig und darüber hinaus',
    ],
    ['one word', 'Straßenbeleuchtungsmodernisierungsgesamtkonzeptfortschreibung'],
    [
      'signs',
      'CO₂-Bilanz <b>„Ökostrom“ & Nah­wärme</b> ≥ 50 % → 1 200 m² für Łódź, Besançon, Ωμέγα, Привет',
    ],
    ['writings', 'Klimagarten 🌱👩‍🌾 „مرحبا بالعالم“ und שלום für alle'],
    ['short', 'Klimarat'],
  ])('of a title that is %s', async (name, title) => {
    const { data } = await drawn(`title-${name}`, card(shape, { title }));
    expect(count(data, '#131525')).toBeGreaterThan(3_000);
  });

  it.each([29, 38, 52])(
    'of a vote says all that is known of it, by a body of %d letters',
    (length) => {
      const body = 'Gemeinsame Stadtverordnetenversammlung der Samtgemeinde'.slice(0, length);
      const fact = `13. November 2025, ${body}: mehrheitlich, 28 Ja, 9 Nein, 14 Enthaltungen. Betrifft den Plan „Integriertes Klimaschutzkonzept 2035“`;
      const setters = { regular: new TypeSetter(400), bold: new TypeSetter(600) };
      const title = 'Integriertes Klimaschutzkonzept: Grundsatzbeschluss „auf Verweis“';
      const placed = place(card(shape, { fact, title }), setters);
      const said = placed.fact.map(({ text }) => text.replaceAll(/\s/g, ' ')).join(' ');
      expect(said).toBe(fact);
      const [lowest] = [...placed.fact].map(({ y }) => y).toReversed();
      expect(lowest).toBeLessThan(placed.rule);
      expect(placed.title.map(({ text }) => text).join(' ')).not.toContain('…');
    },
  );

  it('of a town shows how many stand where', async () => {
    const counts = Object.fromEntries(
      statuses.map((status, index) => [status, 3 + index]),
    ) as Record<Status, number>;
    const { badge: _badge, fact: _fact, ...rest } = card(shape);
    await drawn('town', {
      ...rest,
      kicker: ['Musterstadt am Main'],
      title: '57 von 500 Maßnahmen sind abgeschlossen, 104 in Umsetzung, 108 verzögert.',
      bar: {
        counts,
        words: Object.fromEntries(
          statuses.map((status) => [status, t(`status.${status}`)]),
        ) as never,
        numbers: Object.fromEntries(
          statuses.map((status) => [status, String(counts[status])]),
        ) as never,
      },
      address: 'klima.example.org/de/kommunen/musterstadt-am-main',
    });
  });
});
