import { readFileSync } from 'node:fs';
import { ink, palette, statuses, white } from './palette.js';
import { contrast, distance, visions } from './testing/colour-vision.js';

const tokens = readFileSync(
  new URL('../../../../web/src/css/tokens.css', import.meta.url),
  'utf8',
).toLowerCase();

const pairs = statuses.flatMap((a, index) => statuses.slice(index + 1).map((b) => [a, b] as const));

describe.each(statuses)('the look of %s', (status) => {
  const paint = palette[status];

  it('stands out from the white page by its area or its edge', () => {
    expect(contrast(paint.outline ?? paint.fill, white)).toBeGreaterThanOrEqual(3);
  });

  it('carries readable numbers', () => {
    expect(contrast(paint.text, paint.fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('has a badge with readable word and icon', () => {
    expect(contrast(ink, paint.tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(paint.strong, paint.tint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(paint.strong, white)).toBeGreaterThanOrEqual(4.5);
  });

  it('is the same in the style sheet', () => {
    expect(tokens).toContain(`--${status}-tint: ${paint.tint.toLowerCase()};`);
    expect(tokens).toContain(`--${status}-strong: ${paint.strong.toLowerCase()};`);
  });
});

describe('two statuses', () => {
  it.each(pairs)('%s and %s are told apart by pattern or, by every eye, by colour', (a, b) => {
    if (palette[a].pattern !== palette[b].pattern) return;
    for (const vision of Object.values(visions)) {
      expect(distance(palette[a].fill, palette[b].fill, vision)).toBeGreaterThanOrEqual(10);
    }
  });

  it('that are not told apart by colour alone differ in pattern in every case', () => {
    const alike = pairs.filter(([a, b]) =>
      Object.values(visions).some((v) => distance(palette[a].fill, palette[b].fill, v) < 10),
    );
    expect(alike.filter(([a, b]) => palette[a].pattern === palette[b].pattern)).toEqual([]);
    expect(alike.length).toBeLessThan(pairs.length / 2);
  });
});

it('uses a plain area twice at most and every other pattern once', () => {
  const patterns = statuses.map((status) => palette[status].pattern);
  expect(patterns.filter((pattern) => pattern === 'solid')).toHaveLength(2);
  expect(new Set(patterns).size).toBe(statuses.length - 1);
});
