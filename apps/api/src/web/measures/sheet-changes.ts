import type { EventData } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { HistoryEntry } from '@klimaspur/read-models';
import type { FieldChange } from '../components/field-changes.js';
import { proseNames } from '../measure-work/sheet-typed.js';
import { codeWord, euros } from '../words/entry-words.js';
import { type SheetContent, sheetTerms } from './sheet-terms.js';

type Described = EventData<'MeasureDescribed'>;
type Texts = SheetContent['texts'];

/** What the descriptions of a measure changed, each against the one before it. */
export interface SheetChange {
  /** The first said all of it for the first time; what stood there before is the title alone. */
  readonly isFirst: boolean;
  readonly changes: readonly FieldChange[];
}

/**
 * By the entry that describes; `entries` newest first. One that was taken back is compared like the others, but nothing
 * is compared with it. Where a text was taken out of the log, nothing is left to compare.
 */
export const sheetChanges = (
  entries: readonly HistoryEntry[],
  t: Translate,
): ReadonlyMap<string, SheetChange> => {
  const changes = new Map<string, SheetChange>();
  const recorded = entries.find(({ type }) => type === 'MeasureRecorded');
  let before = recorded && inWords(recorded.data as unknown as Described, t);
  let isFirst = true;
  for (const entry of entries.toReversed()) {
    if (entry.type !== 'MeasureDescribed') continue;
    const now = inWords(entry.data as unknown as Described, t);
    if (before && now) changes.set(entry.id, { isFirst, changes: differences(before, now) });
    if (entry.voidedBy) continue;
    before = now;
    isFirst = false;
  }
  return changes;
};

type Part = readonly [label: string, words: string];

/** Both have the same parts in the same order. */
const differences = (before: readonly Part[], now: readonly Part[]): FieldChange[] =>
  now.flatMap(([label, to], index) => {
    const from = before[index]?.[1] ?? '';
    return from === to ? [] : [{ label, from, to }];
  });

/** Every part of a sheet by the name it has on the page; undefined: its text was taken out. */
const inWords = ({ text, budget, savings, ...terms }: Described, t: Translate) => {
  if (!text || '#' in text) return undefined;
  const { title, ...texts } = text;
  const content = { terms, texts, budget: budget ?? null, savings: savings ?? null };
  const figures = sheetTerms({ t, measure: content });
  const parts: Part[] = [
    [t('sheet.title'), title],
    ...prose.map((name): Part => [
      t(name === 'teaser' ? 'details.teaser' : `text.${name}`),
      texts[name] ?? '',
    ]),
    ...lists.map((name): Part => [t(`text.${name}`), rowsOf(texts, t)[name].join('\n')]),
    ...figures.map(({ term, value }): Part => [String(term), String(value ?? '')]),
  ];
  return parts;
};

/** Both of these stand among the terms. */
type Short = 'initiator' | 'period';
const prose = proseNames.filter(
  (name): name is Exclude<(typeof proseNames)[number], Short> =>
    name !== 'initiator' && name !== 'period',
);

const lists = ['targetGroups', 'steps', 'indicators', 'funding', 'papers'] as const;

/** One line for each row of a list. */
const rowsOf = (texts: Texts, t: Translate): Record<(typeof lists)[number], readonly string[]> => {
  const line = (...words: readonly (string | undefined)[]) => words.filter(Boolean).join(' · ');
  const day = (date: string | undefined) => date && formatDay(date, t.lang);
  const money = (cents: number | undefined) => (cents === undefined ? undefined : euros(cents, t));
  const { targetGroups = [], steps = [], indicators = [], funding = [], papers = [] } = texts;
  return {
    targetGroups,
    steps: steps.map(({ text, start, end, state }) =>
      line(text, day(start), day(end), codeWord(t, 'sheet.step.state', state)),
    ),
    indicators: indicators.map(({ name, unit, baseline, target }) =>
      line(name, unit, baseline, target),
    ),
    funding: funding.map(({ source, amountCents, state }) =>
      line(source, money(amountCents), codeWord(t, 'sheet.funding.state', state)),
    ),
    papers: papers.map(({ number, title, url }) => line(number, title, url)),
  };
};
