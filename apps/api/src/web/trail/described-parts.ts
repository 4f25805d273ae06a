import type { EventType } from '@klimaspur/domain';
import {
  formatDay,
  formatNumber,
  messageFor,
  type MessageKey,
  type Translate,
} from '@klimaspur/messages';
import { codeWord } from '../words/entry-words.js';

type Data = Readonly<Record<string, unknown>>;

/** What the words of a description need besides it; a name that the reader may not see is no word. */
export interface PartNames {
  readonly t: Translate;
  readonly organName: (id: string) => string | undefined;
  readonly actorName: (id: string) => string | undefined;
  readonly fieldName: (id: string) => string | undefined;
}

export interface Part {
  readonly label: MessageKey;
  /** Empty: nothing is said. */
  readonly words: (data: Data, names: PartNames) => string;
  /** Where nothing is said, it stays as it was. */
  readonly stays?: boolean;
}

/** What is told as a whole again and again, each time in the place of what was told before. */
export interface Description {
  readonly types: readonly EventType[];
  /** By which of its terms one is told from another in the same stream: a field, a measure. */
  readonly of?: string;
  readonly parts: readonly Part[];
}

const part = (label: MessageKey, words: Part['words']): Part => ({ label, words });
const within = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Data | undefined)?.[name], value);
const plain = (value: unknown): string =>
  Array.isArray(value) ? value.map(plain).join('\n') : typeof value === 'string' ? value : '';

const typed = (path: string, label: MessageKey) =>
  part(label, ({ text }) => plain(within(text, path)));
const coded = (name: string, label: MessageKey, prefix: string) =>
  part(label, (data, { t }) => codeWord(t, prefix, data[name] as string | undefined));
const counted = (name: string, label: MessageKey) =>
  part(label, (data, { t }) =>
    typeof data[name] === 'number' ? formatNumber(data[name], t.lang) : '',
  );
const dated = (name: string, label: MessageKey) =>
  part(label, (data, { t }) =>
    typeof data[name] === 'string' ? formatDay(data[name], t.lang) : '',
  );
const named = (name: string, label: MessageKey, of: 'organName' | 'actorName' | 'fieldName') =>
  part(label, (data, names) => {
    const id = data[name];
    return typeof id === 'string' ? (names[of](id) ?? '') : '';
  });

const town = [
  { ...typed('name', 'begin.name'), stays: true },
  typed('teaser', 'details.teaser'),
  typed('description', 'details.description'),
  counted('population', 'begin.population'),
  dated('populationOn', 'begin.populationOn'),
  typed('website', 'town.website'),
  typed('postcode', 'details.postcode'),
  typed('assessments.administration', 'town.assessment.administration'),
  typed('assessments.plan', 'town.assessment.plan'),
  typed('assessments.status', 'town.assessment.status'),
];
const observers = [
  typed('name', 'observers.form.name'),
  coded('relation', 'observers.form.relation', 'observers.form.relation'),
  typed('teaser', 'observers.form.teaser'),
  typed('description', 'observers.form.description'),
  typed('contact', 'observers.form.contact'),
  typed('website', 'observers.form.website'),
  typed('sources', 'observers.form.sources'),
  typed('method', 'observers.form.method'),
  typed('supporters', 'observers.form.supporters'),
  coded('licence', 'observers.form.licence', 'licence'),
];
const target = [
  // A year is no number to be counted.
  part('target.year', ({ targetYear }) => (targetYear === undefined ? '' : String(targetYear))),
  typed('resolution', 'target.resolution'),
  dated('resolvedOn', 'target.resolvedOn'),
];
const plan = [
  typed('title', 'plan.title'),
  coded('kind', 'plan.kind', 'planKind'),
  coded('origin', 'plan.origin', 'planOrigin'),
  typed('description', 'plan.description'),
  typed('url', 'plan.url'),
];
const field = [
  typed('name', 'planField.name'),
  typed('number', 'planField.number'),
  typed('description', 'plan.description'),
];
const parent = part('planField.parent', ({ parent: id }, { t, fieldName }) =>
  typeof id === 'string' ? (fieldName(id) ?? '') : t('planField.top'),
);
const place = [
  part('column.field', ({ field: id }, { t, fieldName }) =>
    typeof id === 'string' ? (fieldName(id) ?? '') : t('chart.noField'),
  ),
  typed('number', 'planField.number'),
];
const organ = [
  typed('name', 'organ.name'),
  coded('kind', 'organ.kind', 'organKind'),
  part('organ.decidesFinally', ({ decidesFinally }, { t }) =>
    decidesFinally === undefined ? '' : t(`organ.decidesFinally.${decidesFinally ? 'yes' : 'no'}`),
  ),
  counted('seats', 'organ.seats'),
  typed('website', 'organ.website'),
  typed('note', 'organ.note'),
];
const actor = [
  typed('name', 'alliance.name'),
  coded('kind', 'alliance.kind', 'actorKind'),
  named('organ', 'alliance.organ', 'organName'),
  typed('description', 'alliance.description'),
  typed('website', 'alliance.website'),
  typed('contact', 'alliance.contact'),
];
const table = [
  typed('name', 'roundtable.name'),
  coded('format', 'roundtable.format', 'roundtableFormat'),
  typed('topic', 'roundtable.topic'),
  typed('description', 'roundtable.description'),
  coded('mandate', 'roundtable.mandate', 'mandate'),
  typed('mandate', 'roundtable.mandate.text'),
  named('organ', 'roundtable.organ', 'organName'),
  named('convenor', 'roundtable.convenor', 'actorName'),
  typed('moderation', 'roundtable.moderation'),
  typed('place', 'roundtable.place'),
  typed('rules', 'roundtable.rules'),
  typed('rulesUrl', 'roundtable.rulesUrl'),
  counted('approvalDays', 'roundtable.approvalDays'),
];

const descriptions: readonly Description[] = [
  { types: ['MunicipalityFounded', 'MunicipalityDescribed'], parts: town },
  { types: ['MunicipalityObserversDescribed'], parts: observers },
  { types: ['MunicipalityTargetSet'], parts: target },
  { types: ['PlanDrafted', 'PlanDescribed'], parts: plan },
  { types: ['PlanFieldAdded', 'PlanFieldDescribed'], of: 'field', parts: field },
  { types: ['PlanFieldAdded', 'PlanFieldMoved'], of: 'field', parts: [parent] },
  { types: ['PlanMeasurePlaced'], of: 'measure', parts: place },
  { types: ['OrganRegistered', 'OrganDescribed'], parts: organ },
  { types: ['ActorRegistered', 'ActorDescribed'], parts: actor },
  { types: ['RoundtableFounded', 'RoundtableDescribed'], parts: table },
];

/** Those of which an entry of this type tells one. */
export const descriptionsBy = (type: string): readonly Description[] =>
  descriptions.filter(({ types }) => (types as readonly string[]).includes(type));

const beginnings: ReadonlySet<string> = new Set([
  'MunicipalityFounded',
  'PlanDrafted',
  'PlanFieldAdded',
  'OrganRegistered',
  'ActorRegistered',
  'RoundtableFounded',
]);

/** With these a thing begins: nothing changed. */
export const isBeginning = (type: string): boolean => beginnings.has(type);

/** What an entry says once it is corrected. */
export const correctedData = (correction: Data): Data => {
  const { replacement, text } = correction as {
    replacement?: object;
    text?: { replacement?: object };
  };
  return { ...replacement, text: text?.replacement ?? {} };
};

/** The parts of one entry with their names, as its correction shows them. */
export const describedWords = (
  type: string,
  data: Data,
  names: PartNames,
): readonly (readonly [label: string, words: string])[] =>
  descriptionsBy(type).flatMap(({ parts }) =>
    parts.map(
      ({ label, words }) => [messageFor(names.t.lang, label) ?? label, words(data, names)] as const,
    ),
  );
