import { messages } from '@klimaspur/messages';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { AssessmentLanes } from './assessment-lanes.js';
import type { Counts } from './counts.js';
import { FieldBars } from './field-bars.js';
import { FarthestMoved, MovedShifts } from './moved-dates.js';
import { OpinionBars, OpinionColumns } from './opinions.js';
import { statuses } from './palette.js';
import { StackedBar } from './stacked-bar.js';
import { StageBars, StageColumns } from './stages.js';
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

const stagePoint = (
  day: string,
  total: number,
  decided: number,
  begun: number,
  finished: number,
) => ({ day, total, decided, begun, finished, givenUp: 0, begunUndecided: 0, decisionUnknown: 0 });
const points = [stagePoint('2023-12-31', 4, 0, 0, 0), stagePoint('2024-06-30', 5, 3, 2, 1)];

const ratings = (...counts: number[]) =>
  ['GREEN', 'YELLOW', 'RED'].map((rating, n) => ({ rating, count: counts[n] ?? 0 }));
const thought = [
  { day: '2023-12-31', total: 4, assessed: 0, notAssessed: 0, scales: [] },
  {
    ...{ day: '2024-06-30', total: 5, assessed: 4, notAssessed: 0 },
    scales: [{ scale: 'TRAFFIC_LIGHT', ratings: ratings(1, 3, 0) }],
  },
];

const moved = {
  ...{ measures: 5, planned: 3, total: 2, moves: 3 },
  shifts: (['EARLIER', 'SAME', 'QUARTER', 'YEAR', 'TWO_YEARS', 'LONGER'] as const).map(
    (shift, n) => ({ shift, count: n === 0 || n === 1 || n === 4 ? 1 : 0 }),
  ),
  items: [
    { id: '1', title: 'Wärmeplan', first: '2024', now: '2025-12', times: 2, days: 365 },
    { id: '2', title: 'Radweg', first: '2025', now: '2024', times: 1, days: -365 },
  ],
};

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
    ['stages', <StageColumns t={t} points={points} recordingSince="2024-05-01" />],
    [
      'opinions',
      <OpinionColumns t={t} group="Klimagruppe" points={thought} recordingSince={null} />,
    ],
  ])('%s says its finding, is described, and has its table', (_, chart) => {
    const drawn = html(chart);
    expect(drawn).toMatch(/<figure class="chart"><figcaption>[^<]{20,}<\/figcaption>/);
    expect(drawn).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect(drawn).toMatch(/<details.*<table>/);
  });

  it.each([
    ['stages now', <StageBars t={t} counts={points[1]!} href={() => '#'} />],
    ['opinions now', <OpinionBars t={t} group="Klimagruppe" point={thought[1]!} />],
    ['moved dates', <MovedShifts t={t} moved={moved} />],
    ['farthest', <FarthestMoved t={t} items={moved.items} href={() => '#'} textLang="de" />],
  ])('%s says its finding in words, beside pictures that are not read', (_, chart) => {
    const drawn = html(chart);
    expect(drawn).toMatch(/<figure class="chart"><figcaption>[^<]{20,}<\/figcaption>/);
    expect(drawn).not.toMatch(/<svg(?![^>]*aria-hidden)/);
    expect(drawn).toMatch(/<details.*<table>/);
  });

  it('says in words that there is nothing yet', () => {
    expect(html(<StackedBar t={t} counts={counts({})} />)).toContain('Noch keine Maßnahmen.');
    expect(html(<FieldBars t={t} fields={[]} />)).toContain('Noch keine Maßnahmen.');
    expect(html(<StatusOverTime t={t} days={[]} until="2024-06-01" />)).toContain('Noch keine');
    const nothing = stagePoint('2024-06-30', 0, 0, 0, 0);
    expect(html(<StageBars t={t} counts={nothing} href={() => '#'} />)).toContain('Noch keine');
    expect(html(<StageColumns t={t} points={[nothing]} recordingSince={null} />)).toContain(
      'Noch keine',
    );
    expect(html(<MovedShifts t={t} moved={{ ...moved, planned: 0 }} />)).toContain(
      'Zu keiner Maßnahme ist ein geplantes Ende eingetragen.',
    );
  });
});

describe('the statuses over time', () => {
  const days = [
    { day: '2024-04-30', counts: counts({ planned: 4 }) },
    { day: '2025-04-30', counts: counts({ planned: 1, completed: 3 }) },
  ];
  const drawn = (recordingSince: string) =>
    html(<StatusOverTime t={t} days={days} until="2026-04-30" recordingSince={recordingSince} />);

  it.each(['2024-04-30', '2025-01-01'])('begin at a line where the records begin: %s', (day) => {
    expect(drawn(day)).toContain('Beginn der Aufzeichnung');
    expect(drawn(day)).toMatch(/<line class="mark"/);
  });

  it('have none where they were kept before', () =>
    expect(drawn('2024-04-29')).not.toContain('Beginn der Aufzeichnung'));
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

describe('the stages', () => {
  const text = (node: VNode) =>
    html(node)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');

  it('say how many, of these how many, and what stands beside them', () => {
    const counts = { ...points[1]!, total: 8, givenUp: 1, begunUndecided: 2 };
    const said = text(<StageBars t={t} counts={counts} href={() => '#'} />);
    expect(said).toContain('3 von 8 Maßnahmen sind beschlossen; 2 davon haben begonnen, 1 ist abg');
    expect(said).toContain('1 beschlossene Maßnahme wurde aufgegeben.');
    expect(said).toContain('2 weitere haben begonnen, ohne dass dafür ein geltender Beschluss');
  });

  it('say how they grew, and mark where the records begin', () => {
    const drawn = html(<StageColumns t={t} points={points} recordingSince="2024-05-01" />);
    expect(drawn).toContain(
      'Für den 31. Dezember 2023 ist noch keine Maßnahme als beschlossen eingetragen; für den 30. Juni 2024 sind es 3 von 5, davon 2 begonnen (zuvor 0) und 1 abgeschlossen (zuvor 0).',
    );
    expect(drawn).toContain('Beginn der Aufzeichnung');
    const whole = html(<StageColumns t={t} points={points} recordingSince="2020-01-01" />);
    expect(whole).not.toContain('Beginn der Aufzeichnung');
    const imported = html(<StageColumns t={t} points={points} recordingSince="2023-11-30" />);
    expect(imported).toContain('Beginn der Aufzeichnung');
  });

  it('say of how many nobody knows whether they are decided, and what was begun among them', () => {
    const imported = { begunUndecided: 2, decisionUnknown: 14 };
    const unknown = [
      stagePoint('2024-06-30', 14, 0, 0, 0),
      { ...stagePoint('2024-12-31', 14, 0, 0, 0), ...imported },
    ];
    const said = text(<StageColumns t={t} points={unknown} recordingSince={null} />);
    expect(said).toContain(
      'Für den 30. Juni 2024 ist noch keine Maßnahme als beschlossen eingetragen; für den 31. Dezember 2024 keine von 14. ' +
        '2 weitere haben begonnen, ohne dass dafür ein geltender Beschluss eingetragen ist. ' +
        'Bei 14 Maßnahmen ist der Beschlussstand unbekannt.',
    );
    const now = text(<StageBars t={t} counts={unknown[1]!} href={() => '#'} />);
    expect(now).toContain('Bei 14 Maßnahmen ist der Beschlussstand unbekannt.');
  });

  it('are columns as high as they count, all on one scale', () => {
    const drawn = html(<StageColumns t={t} points={points} recordingSince={null} />);
    const heights = [...drawn.matchAll(/<rect [^>]*height="([\d.]+)%"/g)].map(([, h]) => Number(h));
    expect(heights).toEqual([0, 75, 0, 50, 0, 25]);
  });
});

describe('the opinion of the observers', () => {
  it('is signed, dated, and counts those without one too', () => {
    const drawn = html(<OpinionBars t={t} group="Klimagruppe" point={thought[1]!} />);
    expect(drawn).toContain(
      'Bewertung durch Klimagruppe, Stand 30. Juni 2024: 4 von 5 Maßnahmen bewertet, 1 noch offen; am häufigsten mit „in Arbeit',
    );
    expect(drawn).toMatch(/noch offen<\/dt>.*?>1 /);
    expect(drawn).not.toContain('paint-');
  });

  it('is told over time for the ratings that were given', () => {
    const drawn = html(
      <OpinionColumns t={t} group="Klimagruppe" points={thought} recordingSince={null} />,
    );
    expect(drawn).toContain('<div><span>in Arbeit');
    expect(drawn).not.toContain('<div><span>braucht mehr');
  });
});

describe('moved dates', () => {
  it('say how often and how far', () => {
    expect(html(<MovedShifts t={t} moved={moved} />)).toContain(
      'Bei 2 von 3 Maßnahmen mit geplantem Ende wurde der Termin verschoben, zusammen 3‑mal. 1 endet später als zuerst geplant, 1 früher.',
    );
    expect(html(<MovedShifts t={t} moved={{ ...moved, total: 0 }} />)).toContain(
      '3 Maßnahmen haben ein geplantes Ende; verschoben wurde keines.',
    );
  });

  it('lead to the measures, from the first end to the present one', () => {
    const drawn = html(
      <FarthestMoved t={t} items={moved.items} href={(id) => `/m/${id}`} textLang="de" />,
    );
    expect(drawn).toContain(
      'Am weitesten verschoben ist „Wärmeplan“: um 12 Monate, von 2024 auf Dezember 2025.',
    );
    expect(drawn).toContain('<a href="/m/2" lang="de">Radweg</a>');
    const [first, now] = [...drawn.matchAll(/<circle[^>]* cx="([\d.]+)%"/g)].map(([, x]) =>
      Number(x),
    );
    expect(first).toBeCloseTo(50, 0);
    expect(now).toBeCloseTo(100, 0);
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
