import { isLateOrMissing, type EventData } from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import type { UnsaidState } from '../../imports/unsaid-state.js';

/** One thing about a measure that only a person can say. */
export type Question =
  | { readonly kind: 'late-or-missing'; readonly entry: string }
  | { readonly kind: 'unread-state'; readonly entry: ''; readonly said: string }
  | { readonly kind: 'gone'; readonly entry: ''; readonly plan: string }
  | ({ readonly kind: 'state-taken-back'; readonly entry: '' } & UnsaidState)
  | { readonly kind: 'finding'; readonly entry: string; readonly finding: string };

/**
 * What is to be clarified: a delay of which the source did not say whether work had begun, a state in words that
 * nobody could read, and what looks odd.
 */
export const questionsOf = ({
  facts,
  texts,
}: Pick<MeasureDetail, 'facts' | 'texts'>): readonly Question[] => [
  ...(facts.delay && isLateOrMissing(facts)
    ? [{ kind: 'late-or-missing' as const, entry: facts.delay.entry }]
    : []),
  ...(facts.unread
    ? [{ kind: 'unread-state' as const, entry: '' as const, said: texts.statusNote ?? '' }]
    : []),
  ...facts.findings.map(({ code, entry }) => ({ kind: 'finding' as const, entry, finding: code })),
];

/** A command about the measure, or about its place in a plan, as the API knows it. */
export interface Saying {
  readonly plan?: string;
  readonly command: string;
  readonly body: object;
}

/** What became of a measure that its list has no longer. */
export const goneAnswers = ['goes-on', 'left-plan', 'gone-completed', 'gone-abandoned'] as const;
export type GoneAnswer = (typeof goneAnswers)[number];

/** A measure that goes on was looked at; all others end here, or leave the plan. */
export const sayingsOfGone = (
  answer: GoneAnswer,
  { plan }: Extract<Question, { kind: 'gone' }>,
  measure: string,
  note: string,
): readonly Saying[] => {
  switch (answer) {
    case 'goes-on':
      return sayingsOf('nothing', note);
    case 'left-plan':
      return [{ plan, command: 'remove-measure', body: { measure, text: { note } } }];
    case 'gone-completed':
      return sayingsOf('completed', note);
    case 'gone-abandoned':
      return sayingsOf('abandoned', note);
  }
};

/** What becomes of a state that a newer edition of its list says no longer. */
export const takenBackAnswers = ['take-back', 'keep-state'] as const;
export type TakenBackAnswer = (typeof takenBackAnswers)[number];

/** It was never so, by the newer list; or it stays, which needs no entry. */
export const sayingsOfTakenBack = (
  answer: TakenBackAnswer,
  { entries }: Extract<Question, { kind: 'state-taken-back' }>,
  reason: string,
): readonly Saying[] =>
  answer === 'keep-state'
    ? []
    : entries.map((entry) => ({ command: 'void-entry', body: { entry, text: { reason } } }));

/** What a source means by „verzögert / fehlt“; each is one click. */
export const lateAnswers = [
  'running-late',
  'not-begun',
  'running',
  'completed',
  'abandoned',
] as const;
export type LateAnswer = (typeof lateAnswers)[number];

/** What a source means by words of its own; „says nothing“ is looked at, and nothing more. */
export const stateAnswers = [
  'planned',
  'under-way',
  'paused',
  'completed',
  'abandoned',
  'nothing',
] as const;
export type StateAnswer = (typeof stateAnswers)[number];

export type AbandonReason = EventData<'MeasureImplementationAbandoned'>['reason'];

/** What an answer says about the work. The day is unknown: it counts from today. */
export const sayingsOf = (
  answer: LateAnswer | StateAnswer,
  note: string,
  reason: AbandonReason = 'UNKNOWN',
): readonly Saying[] => {
  const say = (command: string, terms: object = {}): Saying => ({
    command,
    body: { occurredOn: null, ...terms, text: { note } },
  });
  switch (answer) {
    case 'running-late':
      // A start ends a reported delay, so that is said again.
      return [say('start-implementation'), say('report-delay')];
    case 'nothing':
      return [say('check-unchanged')];
    case 'planned':
    case 'not-begun':
      return [say('plan-implementation')];
    case 'running':
    case 'under-way':
      return [say('start-implementation')];
    case 'paused':
      return [say('pause-implementation')];
    case 'completed':
      return [say('complete-implementation')];
    case 'abandoned':
      return [say('abandon-implementation', { reason })];
  }
};

/** „So ist es richtig“: somebody looked, and the odd entry stays as it is. */
export const settle = ({ entry, finding }: Extract<Question, { kind: 'finding' }>): Saying => ({
  command: 'settle-finding',
  body: { entry, finding },
});
