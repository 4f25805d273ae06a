import { effectiveDay, firstDay, type PartialDate } from '@klimaspur/domain';
import type { Context } from '../context.js';
import type { ImportedEntry } from '../importer.js';
import { importEvidence, statusWords, type StatusCode } from './status-words.js';

export interface SaidStatus {
  readonly where: string;
  readonly word: StatusCode;
  readonly justification?: string | undefined;
  readonly actualStart?: PartialDate | undefined;
  readonly actualEnd?: PartialDate | undefined;
}

export interface StatusEntries {
  readonly entries: readonly ImportedEntry[];
  /** For the description: why the source gives this state, where no entry can carry it. */
  readonly statusNote?: string;
}

const noteLimit = 4000;

type DateColumn = 'actual_start' | 'actual_completion';
const dateNames = {
  actual_start: 'tatsächlicher Beginn',
  actual_completion: 'tatsächliches Ende',
} as const satisfies Record<DateColumn, string>;

/** Dates that no entry can carry, kept in words. */
class KeptDates {
  private readonly dates: string[] = [];

  keep(column: DateColumn, date: PartialDate | undefined): boolean {
    if (date !== undefined) this.dates.push(`${dateNames[column]} ${date}`);
    return date !== undefined;
  }

  get sentence(): string | undefined {
    return this.dates.length === 0 ? undefined : `Laut LocalZero: ${this.dates.join(', ')}.`;
  }
}

/** A day in the future cannot have happened: it goes into the note. */
const past = (
  { report, today }: Context,
  kept: KeptDates,
  where: string,
  column: DateColumn,
  date: PartialDate | undefined,
) => {
  if (date === undefined || firstDay(date) <= today) return date;
  report.find(where, 'actual-date-in-future', { column, date });
  kept.keep(column, date);
  return undefined;
};

/**
 * The file's word as entries. Whatever the dates say, the state after these entries is the word:
 * a date that would lead to another state is kept in the note and named in the findings.
 */
export const statusEntries = (said: SaidStatus, context: Context): StatusEntries => {
  const { report, standOn, today } = context;
  const { where, word, justification } = said;
  const kept = new KeptDates();
  const start = past(context, kept, where, 'actual_start', said.actualStart);
  const end = past(context, kept, where, 'actual_completion', said.actualEnd);

  const turned = start !== undefined && end !== undefined && firstDay(end) < firstDay(start);
  if (turned) report.find(where, 'actual-end-before-start', { start, end });

  const ownEnd = word === 4 ? end : undefined;
  const endedOn = ownEnd ?? standOn;
  const beginsFirst =
    start !== undefined && effectiveDay(start, today) <= effectiveDay(endedOn, today);
  const started = word === 2 || ((word === 4 || word === 8) && beginsFirst);

  const startKept = !started && kept.keep('actual_start', start);
  const endKept = word !== 4 && kept.keep('actual_completion', end);
  if ((startKept && !(turned && word === 4)) || endKept) {
    const dates = [
      startKept ? `actual_start ${start}` : '',
      endKept ? `actual_completion ${end}` : '',
    ];
    report.find(where, 'actual-dates-contradict', {
      word: statusWords[word].word,
      dates: dates.filter(Boolean).join(', '),
    });
  }

  const tooLong = (justification?.length ?? 0) + (kept.sentence?.length ?? 0) + 2 > noteLimit;
  const note = join(tooLong ? undefined : justification, kept.sentence);
  if (word === 0) {
    const statusNote = join(justification, kept.sentence);
    return { entries: [], ...(statusNote ? { statusNote } : {}) };
  }
  if (tooLong) {
    report.find(where, 'text-moved', {
      column: 'execution_justification',
      length: justification?.length ?? 0,
      max: noteLimit,
      to: 'statusNote',
    });
  }
  const startEntry: ImportedEntry[] = started
    ? [
        {
          type: 'MeasureImplementationStarted',
          occurredOn: start ?? standOn,
          data: {
            ...(start === undefined ? byThen(standOn) : {}),
            imported: true,
            text: textOf(word === 2 ? note : undefined),
          },
        },
      ]
    : [];
  return {
    entries: [
      ...startEntry,
      ...lastEntry(word, endedOn, {
        ...(ownEnd === undefined ? byThen(standOn) : {}),
        ...{ imported: true, text: textOf(note) },
      }),
    ],
    ...(tooLong && justification !== undefined ? { statusNote: justification } : {}),
  };
};

const join = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined).join('\n\n') || undefined;

const textOf = (note: string | undefined) => ({
  ...(note === undefined ? {} : { note }),
  evidence: importEvidence,
});

/** The day of the file says that it had happened by then. */
const byThen = (standOn: PartialDate | null) => (standOn === null ? {} : { dayIsLatest: true });

const lastEntry = (
  word: StatusCode,
  occurredOn: PartialDate | null,
  data: { readonly imported: true; readonly text: ReturnType<typeof textOf> },
): ImportedEntry[] => {
  switch (word) {
    case 4:
      return [{ type: 'MeasureImplementationCompleted', occurredOn, data }];
    case 6: {
      const { imported, text } = data;
      return [{ type: 'MeasureDelayReported', occurredOn, data: { imported, text } }];
    }
    case 8:
      return [
        {
          type: 'MeasureImplementationAbandoned',
          occurredOn,
          data: { reason: 'UNKNOWN', ...data },
        },
      ];
    default:
      return [];
  }
};
