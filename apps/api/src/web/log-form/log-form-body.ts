import { catalogue, type Fields, type Issue } from '@klimaspur/domain';
import { readSheetDate } from '@klimaspur/importers';
import { type DateFieldValue, dateFieldValue, readDate } from '../components/date-field-value.js';
import { evidenceField, evidenceIn, evidenceTyped } from '../evidence/evidence-in.js';
import { type Typed, typedText } from '../forms/typed.js';
import {
  ASSESSMENT,
  assessmentNames,
  assessmentTerms,
  assessmentTexts,
  type AssessmentTyped,
  assessmentTyped,
} from './assessment-body.js';
import { logChoice, type LogChoice } from './log-choices.js';
import type { MessageKey } from '@klimaspur/messages';

/** What stands in the form, as it was typed: it comes back with the problems. */
export interface LogFormValues {
  readonly what: string;
  readonly on: DateFieldValue;
  readonly note: string;
  readonly more: Readonly<Record<MoreField, string>>;
  readonly assessment: AssessmentTyped;
  /** An assessment is chosen, or asked for: what can be said of it stands open. */
  readonly rates: boolean;
  /** The fields of a piece of evidence. */
  readonly evidence: Typed;
  /** Made with the form: sending it twice records once. */
  readonly key: string;
  /** The day for which the choices were shown; empty where no form of ours was sent. */
  readonly orderedFor: string;
}

/** The name of the button that asks for the choices of another day, and writes nothing. */
export const ORDER = 'order';

export const moreFields = [
  'organ',
  'paper',
  'plannedStart',
  'plannedEnd',
  'percent',
  'yes',
  'no',
  'abstain',
] as const;
export type MoreField = (typeof moreFields)[number];

export interface FormProblem {
  readonly field: string;
  readonly key: MessageKey;
}

export interface ReadLogForm {
  readonly values: LogFormValues;
  readonly problems: readonly FormProblem[];
  /** The command, where the form could be read. */
  readonly entry?: {
    readonly choice: LogChoice;
    readonly body: Readonly<Record<string, unknown>> & { readonly occurredOn: string | null };
  };
}

/** The bodies of a town, as far as an entry needs them. */
export type OrganFacts = ReadonlyMap<string, { readonly decidesFinally: boolean }>;

/** An empty form: today is filled in, because most entries are made on the day. */
export const emptyForm = (today: string, key: string): LogFormValues => ({
  what: '',
  on: { precision: 'day', day: today, month: '', year: '' },
  note: '',
  more: Object.fromEntries(moreFields.map((name) => [name, ''])) as LogFormValues['more'],
  assessment: assessmentTyped({}),
  rates: false,
  evidence: {},
  key,
  orderedFor: today,
});

/** The form as an address asks for it: with a day, and with what is chosen. */
export const askedForm = (query: Typed, today: string, key: string): LogFormValues => {
  const empty = emptyForm(today, key);
  const asksForDay = typedText(query, 'on') !== '' || typedText(query, 'on-precision') !== '';
  const what = typedText(query, 'what');
  const choice = logChoice(what);
  return {
    ...empty,
    what: choice?.code ?? '',
    rates: (choice?.group ?? what) === ASSESSMENT,
    on: asksForDay ? dateFieldValue(query, 'on') : empty.on,
  };
};

/** Reads the form into the one command that it means. Rules are the domain's; here are only the shapes. */
export const readLogForm = (body: Typed, organs: OrganFacts): ReadLogForm => {
  const choice = logChoice(typedText(body, 'what'));
  const rates = choice?.group === ASSESSMENT;
  const values: LogFormValues = {
    what: typedText(body, 'what'),
    rates,
    assessment: assessmentTyped(body),
    on: dateFieldValue(body, 'on'),
    note: typedText(body, 'note'),
    more: Object.fromEntries(
      moreFields.map((name) => [name, typedText(body, name)]),
    ) as LogFormValues['more'],
    evidence: evidenceTyped(body),
    key: typedText(body, 'key'),
    orderedFor: typedText(body, 'orderedFor'),
  };
  const date = readDate(values.on);
  const problems: FormProblem[] = [
    ...(choice ? [] : [{ field: 'what', key: 'log.problem.choose' as const }]),
    ...('problem' in date ? [{ field: 'on', key: date.problem }] : []),
    ...(choice && !rates ? strayIn(values) : []),
  ];
  if (!choice || 'problem' in date) return { values, problems };
  const data = { ...choice.data, ...termsOf(choice, values, organs), ...textOf(choice, values) };
  return { values, problems, entry: { choice, body: { occurredOn: date.date, ...data } } };
};

/** What belongs to an assessment would be lost with any other entry. */
const strayIn = ({ assessment }: LogFormValues): FormProblem[] =>
  assessmentNames
    .filter((name) => assessment[name] !== '')
    .map((field) => ({ field, key: 'log.problem.notAssessed' }));

const definitionOf = ({ type }: LogChoice): { data: Fields; text: Fields } => catalogue[type];

/** The terms typed under „Mehr angeben“, as far as this kind of entry has a place for them. */
const termsOf = (choice: LogChoice, values: LogFormValues, organs: OrganFacts) => {
  const { data } = definitionOf(choice);
  const { more, rates, assessment } = values;
  const terms: Record<string, unknown> = rates ? assessmentTerms(assessment) : {};
  if ('organ' in data && more.organ !== '') {
    terms['organ'] = more.organ;
    const organ = organs.get(more.organ);
    if ('final' in data && organ) terms['final'] = organ.decidesFinally;
  }
  const [start, end] =
    'newEnd' in data
      ? (['newStart', 'newEnd'] as const)
      : (['plannedStart', 'plannedEnd'] as const);
  if (start in data && more.plannedStart !== '') terms[start] = dateOf(more.plannedStart);
  if (end in data && more.plannedEnd !== '') terms[end] = dateOf(more.plannedEnd);
  if ('percent' in data && more.percent !== '') terms['percent'] = numberOf(more.percent);
  const votes = votesOf(more);
  if ('votes' in data && votes) terms['votes'] = votes;
  return terms;
};

/** `30.6.2027`, `06/2027`, `2027`; what is none goes on as it was typed, so that the decider can name it. */
const dateOf = (value: string): string => readSheetDate(value) ?? value;

/** What is no number goes on as it was typed, so that the decider can name it. */
const numberOf = (value: string): unknown => (/^\d{1,9}$/.test(value) ? Number(value) : value);

const votesOf = (more: LogFormValues['more']) => {
  const counted = (['yes', 'no', 'abstain'] as const).filter((name) => more[name] !== '');
  return counted.length === 0
    ? undefined
    : Object.fromEntries(counted.map((name) => [name, numberOf(more[name])]));
};

const webAddress = /https?:\/\/\S+/;

/** A note that holds a web address brings its evidence with it. */
const textOf = (choice: LogChoice, values: LogFormValues) => {
  const { note, more, rates, assessment, evidence: typed } = values;
  const { text } = definitionOf(choice);
  const address =
    typedText(typed, 'evidenceUrl') || (webAddress.exec(note)?.[0] ?? '').replace(/[.,;)]+$/, '');
  const rest = address === note ? '' : note;
  const hasPaper = 'paper' in text;
  const evidence = [
    ...[evidenceIn({ ...typed, evidenceUrl: address })].filter((item) => item !== undefined),
    ...(more.paper !== '' && !hasPaper ? [{ kind: 'paper', title: more.paper }] : []),
  ];
  const typedTexts = {
    ...(rest === '' ? {} : { note: rest }),
    ...(hasPaper && more.paper !== '' ? { paper: more.paper } : {}),
    ...(rates ? assessmentTexts(assessment) : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
  };
  return Object.keys(typedTexts).length > 0 ? { text: typedTexts } : {};
};

const fieldsByPath: readonly [RegExp, string][] = [
  [/^occurredOn/, 'on'],
  [/^organ/, 'organ'],
  [/^(planned|new)Start/, 'plannedStart'],
  [/^(planned|new)End/, 'plannedEnd'],
  [/^percent/, 'percent'],
  [/^votes\.(yes|no|abstain)/, '$1'],
  [/^text\.paper/, 'paper'],
  [/^text\.(note|achieved|missing|group)/, '$1'],
  [/^factChecked/, 'factChecked'],
];

/** The field of the form behind an issue of the command; the choice itself where none fits. */
export const fieldOf = ({ path }: Pick<Issue, 'path'>): string => {
  const ofEvidence = evidenceField(path);
  if (ofEvidence !== undefined) return ofEvidence;
  const found = fieldsByPath.find(([pattern]) => pattern.test(path));
  return found ? path.replace(new RegExp(`${found[0].source}.*`), found[1]) : 'what';
};
