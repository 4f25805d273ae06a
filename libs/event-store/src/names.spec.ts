import { categories as domainCategories } from '@klimaspur/domain';
import * as fc from 'fast-check';
import { NotStorable } from './log-error.js';
import { comparePositions, isPosition, placeOf, positionOf, startOfLog } from './position.js';
import { categories, categoryOf, idOf, LATER, streamName } from './stream-name.js';

const id = '01985b00-0000-7000-8000-000000000001';

describe('a stream name', () => {
  it('is a category and an id, and gives both back', () => {
    const stream = streamName('measure', id);
    expect(stream).toBe(`measure-${id}`);
    expect([categoryOf(stream), idOf(stream)]).toEqual(['measure', id]);
  });

  it.each([
    ['measure', '42'],
    ['measure', id.toUpperCase()],
    ['', id],
    ['$ce', id],
    ['measure-plan', id],
  ])('is not made of %j and %j', (category, part) => {
    expect(() => streamName(category, part)).toThrow(NotStorable);
  });
});

describe('positions', () => {
  it('keep the order of the places they stand for, as texts too', () => {
    const place = fc.maxSafeInteger().map(Math.abs);
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [left, right] = [positionOf(a), positionOf(b)];
        expect(Math.sign(comparePositions(left, right))).toBe(Math.sign(a - b));
        expect(left < right).toBe(a < b);
        expect(placeOf(left)).toBe(a);
        expect(isPosition(left)).toBe(true);
      }),
    );
  });

  it('have a beginning, which is also said by nothing', () => {
    expect(comparePositions(null, startOfLog)).toBe(0);
    expect(comparePositions(null, positionOf(1))).toBeLessThan(0);
    expect(comparePositions(positionOf(1), null)).toBeGreaterThan(0);
  });

  it.each(['', '7', '-000000000000001', '00000000000000001', 'abc'])('are not %j', (text) => {
    expect(isPosition(text)).toBe(false);
    expect(() => placeOf(text)).toThrow(NotStorable);
  });
});

it('knows the kinds of streams that the domain has, and those that tell where things came from', () => {
  expect(categories).toEqual([...domainCategories, 'paper', 'source']);
});

it('has no further kind that programs from before would take for one of another program', () => {
  const first = ['municipality', 'person', 'organ', 'plan', 'measure', 'decision'];
  first.push('actor', 'roundtable', 'paper', 'source');
  for (const category of categories) {
    expect([category, first.includes(category) || category.startsWith(LATER)]).toEqual([
      ...[category, true],
    ]);
  }
});
