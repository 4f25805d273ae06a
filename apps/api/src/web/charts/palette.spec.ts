import { readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import { Sprite } from '../layout/sprite.js';
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

  it('has a pattern that is seen where its colour is not', () => {
    if (paint.pattern === 'solid' || paint.pattern === 'hollow') expect(paint.mark).toBeUndefined();
    else expect(contrast(paint.mark ?? '', paint.fill)).toBeGreaterThanOrEqual(3);
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
  it('look different to most eyes even by colour alone', () => {
    const alike = pairs.filter(([a, b]) =>
      Object.values(visions).some((v) => distance(palette[a].fill, palette[b].fill, v) < 10),
    );
    expect(alike.length).toBeLessThan(pairs.length / 2);
    // Both are plain: nothing else tells them apart.
    expect(alike).not.toContainEqual(['completed', 'unknown']);
  });
});

it('has a pattern for each status, and no two alike', () => {
  expect(new Set(statuses.map((status) => palette[status].pattern)).size).toBe(statuses.length);
});

it('has an icon for each status, and no two alike', () => {
  const sprite = renderToString(Sprite());
  const icons = statuses.map(
    (status) => new RegExp(`<symbol id="icon-${status}"[^>]*>(.+?)</symbol>`).exec(sprite)?.[1],
  );
  expect(icons.every(Boolean)).toBe(true);
  expect(new Set(icons).size).toBe(statuses.length);
});
