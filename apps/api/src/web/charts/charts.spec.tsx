import { messages } from '@klimaspur/messages';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { AssessmentLanes } from './assessment-lanes.js';
import type { Counts } from './counts.js';
import { FieldBars } from './field-bars.js';
import { statuses } from './palette.js';
import { StackedBar } from './stacked-bar.js';
import { StatusOverTime } from './status-over-time.js';
import { timeLeft } from './target-progress.js';

const t = messages('de');
const counts = (some: Partial<Counts>): Counts => ({
  ...(Object.fromEntries(statuses.map((status) => [status, 0])) as Counts),
  ...some,
});
const html = (node: VNode) => renderToString(node);

const opinion = (day: string, rank: number) => ({
  ...{ day, on: day.slice(0, 7), rank },
  rating: ['sehr gut', 'in Arbeit', 'braucht mehr'][rank] ?? '',
});
const opinions = [opinion('2024-04-30', 1), opinion('2024-10-31', 2), opinion('2025-04-30', 1)];

describe('every chart', () => {
  const some = counts({ completed: 1, unknown: 3 });
  it.each([
    ['bar', <StackedBar t={t} counts={some} />],
    ['bars by field', <FieldBars t={t} fields={[{ name: 'Wärme', counts: some }]} />],
    [
      'over time',
      <StatusOverTime t={t} days={[{ day: '2024-01-01', counts: some }]} until="2024-06-01" />,
    ],
    [
      'assessments',
      <AssessmentLanes t={t} group="Klimagruppe" steps={opinions} until="2025-12-31" />,
    ],
  ])('%s says its finding, is described, and has its table', (_, chart) => {
    const drawn = html(chart);
    expect(drawn).toMatch(/<figure class="chart"><figcaption>[^<]{20,}<\/figcaption>/);
    expect(drawn).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect(drawn).toMatch(/<details.*<table>/);
  });

  it('says in words that there is nothing yet', () => {
    expect(html(<StackedBar t={t} counts={counts({})} />)).toContain('Noch keine Maßnahmen.');
    expect(html(<FieldBars t={t} fields={[]} />)).toContain('Noch keine Maßnahmen.');
    expect(html(<StatusOverTime t={t} days={[]} until="2024-06-01" />)).toContain('Noch keine');
  });
});

describe('the bars by field', () => {
  it('count fields, and not what stands in none', () => {
    const done = counts({ completed: 1 });
    const fields = [{ name: 'Wärme', counts: done }, { counts: counts({ unknown: 1 }) }];
    expect(html(<FieldBars t={t} fields={fields} />)).toContain('1 Handlungsfeld;');
  });
});

describe('the bar', () => {
  it('names the whole and what is unknown', () => {
    expect(
      html(<StackedBar t={t} counts={counts({ completed: 1, delayed: 2, unknown: 3 })} />),
    ).toContain(
      '1 von 6 Maßnahmen sind abgeschlossen, 0 in Umsetzung, 2 verzögert. Von 3 ist der Stand unbekannt.',
    );
  });

  it('fills its width, and leaves nothing out however small', () => {
    const drawn = html(<StackedBar t={t} counts={counts({ completed: 1, failed: 999 })} />);
    const widths = [...drawn.matchAll(/<svg x="[\d.]+%" width="([\d.]+)%"/g)].map(([, w]) =>
      Number(w),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
    expect(Math.min(...widths)).toBeGreaterThan(0.8);
  });
});

describe('the lanes of assessments', () => {
  const lanes = (steps: typeof opinions) =>
    html(<AssessmentLanes t={t} group="Klimagruppe" steps={steps} until="2025-12-31" />);

  it('say who thought what, first and last', () => {
    expect(lanes(opinions)).toContain(
      'Bewertung durch Klimagruppe, Stand 31. Dezember 2025: 3 Bewertungen, zuerst in Arbeit, zuletzt in Arbeit.',
    );
    expect(lanes(opinions.slice(0, 1))).toContain('Stand 31. Dezember 2025: in Arbeit.');
  });

  it('are one for each rating that was given, best first, and leave no time out', () => {
    const drawn = lanes(opinions);
    const names = [...drawn.matchAll(/<div><span>([^<]+)</g)].map(([, name]) => name);
    expect(names).toEqual(['in Arbeit', 'braucht mehr']);
    const widths = [...drawn.matchAll(/<rect x="[\d.]+%" y="9" width="([\d.]+)%"/g)];
    expect(widths).toHaveLength(3);
    const [first = ''] = /circle cx="[\d.]+%/.exec(drawn) ?? [];
    const sum = widths.reduce((total, [, width]) => total + Number(width), 0);
    expect(sum + Number(first.slice('circle cx="'.length, -1))).toBeCloseTo(100, 1);
  });

  it('are told in the table, newest first', () => {
    const days = [...lanes(opinions).matchAll(/<th scope="row">([^<]+)</g)].map(([, day]) => day);
    expect(days).toEqual(['April 2025', 'Oktober 2024', 'April 2024']);
  });
});

it.each([
  ['2026-10-31', 'Noch 9 Jahre und 2 Monate bis zum Ende des Zieljahrs 2035.'],
  ['2034-12-01', 'Noch 1 Jahr bis zum Ende des Zieljahrs 2035.'],
  ['2035-11-30', 'Noch 1 Monat bis zum Ende des Zieljahrs 2035.'],
  ['2035-12-24', 'Noch weniger als ein Monat bis zum Ende des Zieljahrs 2035.'],
  ['2036-01-01', 'Das Zieljahr 2035 ist vorbei.'],
])('on %s the time left is told as: %s', (today, words) => {
  expect(timeLeft(today, 2035, t)).toBe(words);
});
