import {
  barRules,
  catalogue,
  decisionStates,
  findingCodes,
  implementationStates,
  isNews,
  publicBar,
  staleAfterDays,
  statuses,
  unknownMeasure,
  type EventType,
  type MeasureState,
} from '@klimaspur/domain';
import { messageFor, messages, type Lang } from '@klimaspur/messages';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { MethodPage } from './method.page.js';

const page = (lang: Lang) => renderToString(<MethodPage t={messages(lang)} />);

/** The text of each piece of a page that a pattern finds. */
const found = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, inner = '']) => words(inner));
const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
const rulesOn = (html: string) => found(html, /<li id="rule-[^"]+">(.*?)<\/li>/gs);
const namesOn = (html: string) => [...html.matchAll(/<li id="rule-([^"]+)"/g)].map(([, id]) => id);
const section = (html: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">(.*?)</section>`, 's').exec(html)?.[1] ?? '';

const day = fc.constantFrom('2023-01-01', '2025-06-30', '2025-07-01', '2030-01-01');
const planned = fc.option(fc.constantFrom('2024', '2025-06', '2025-06-30', '2029-12'));
const said = <T,>(value: T) => ({ value, entry: 'e', since: null, on: null });
const states: fc.Arbitrary<MeasureState> = fc
  .record({
    decision: fc.constantFrom(...decisionStates),
    implementation: fc.constantFrom(...implementationStates),
    delayed: fc.boolean(),
    start: planned,
    end: planned,
  })
  .map(({ decision, implementation, delayed, start, end }) => ({
    ...unknownMeasure,
    decision: said(decision),
    implementation: said(implementation),
    delay: delayed ? { entry: 'd', since: '2024-01-01', on: '2024-01-01', ambiguous: false } : null,
    plannedStart: start === null ? null : said(start),
    plannedEnd: end === null ? null : said(end),
  }));

describe.each(['de', 'en'] as const)('the page on the method in %s', (lang) => {
  const html = page(lang);

  it('lists every rule of the bar once, each with the word and the reason that measures show', () => {
    expect(rulesOn(html)).toEqual(
      barRules.map(
        ({ rule, status }) =>
          `${messageFor(lang, `why.${rule}`)} ${messageFor(lang, `status.${status ?? 'elsewhere'}`)}`,
      ),
    );
  });

  it('lists them in the order in which they decide', () => {
    const order = namesOn(html);
    fc.assert(
      fc.property(states, day, (state, on) => {
        const fitting = barRules.filter(({ fits }) => fits(state, on)).map(({ rule }) => rule);
        const first = order.find((rule) => fitting.some((other) => other === rule));
        expect(publicBar(state, on).rule).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  it('says of every state of decision and implementation what it gives by itself', () => {
    const rows = found(section(html, 'axes'), /<tbody>(.*?)<\/tbody>/gs);
    const expected = (axis: 'decision' | 'implementation', codes: readonly string[]) =>
      codes
        .map((code) => {
          const state = { ...unknownMeasure, [axis]: said(code) } as MeasureState;
          const { status } = publicBar(state, '2020-01-01');
          const word = messageFor(lang, `${axis}State.${code}`);
          return `${word} ${messageFor(lang, `status.${status ?? 'elsewhere'}`)}`;
        })
        .join(' ');
    expect(rows).toEqual([
      expected('decision', decisionStates),
      expected('implementation', implementationStates),
    ]);
  });

  it('shows the nine words, every finding, and what counts as a sign of life', () => {
    const badges = found(section(html, 'words'), /<ul class="badges">(.*?)<\/ul>/gs)[0];
    expect(badges).toBe(statuses.map((status) => messageFor(lang, `status.${status}`)).join(' '));
    expect(found(section(html, 'findings'), /<li>(.*?)<\/li>/gs)).toEqual(
      findingCodes.map((code) => messageFor(lang, `finding.${code}`)),
    );
    const news = (Object.keys(catalogue) as EventType[]).filter(isNews);
    expect(found(section(html, 'stale'), /<li>(.*?)<\/li>/gs)).toEqual(
      news.map((type) => messageFor(lang, `change.${type}`)),
    );
    expect(words(section(html, 'stale'))).toContain(String(staleAfterDays));
  });

  it('computes its examples of late dates by the rule itself', () => {
    const rows = found(section(html, 'late'), /<tr>(.*?)<\/tr>/gs).slice(1);
    const first = lang === 'de' ? '1. Juli 2026' : '1 July 2026';
    expect(rows.map((row) => row.endsWith(first))).toEqual([true, true, false]);
    expect(rows[2]).toMatch(/2027$/);
  });
});
