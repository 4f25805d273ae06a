import { type Lang, messageFor } from '@klimaspur/messages';

/** Below which keys the words of choices stand, by the name of their field; the first that has one counts. */
const keys = new Map<string, readonly string[]>(
  Object.entries({
    as: ['revive.as', 'decisionState'],
    checked: ['site.form.checked'],
    column: ['column'],
    contribution: ['contribution'],
    climateEffect: ['sheet.climateEffect'],
    dateOrder: ['import.dateOrder'],
    decidesFinally: ['organ.decidesFinally'],
    duration: ['sheet.duration'],
    effect: ['effect'],
    evidenceKind: ['evidence'],
    final: ['answer'],
    format: ['roundtableFormat'],
    factChecked: ['answer'],
    'funding.state': ['sheet.funding.state'],
    handedTo: ['roundtable.handedTo'],
    horizon: ['sheet.horizon'],
    influence: ['sheet.influence'],
    kind: ['organKind'],
    'kind of a plan': ['planKind'],
    'kind of an ally': ['actorKind'],
    licence: ['licence'],
    majority: ['majority'],
    mandate: ['mandate'],
    marks: ['measure.mark', 'measure'],
    notQuantified: ['sheet.notQuantified'],
    origin: ['origin'],
    'origin of a plan': ['planOrigin'],
    outcome: ['decisionOutcome', 'outcome'],
    paperKind: ['paperKind'],
    priority: ['sheet.priority'],
    rating: ['rating.TRAFFIC_LIGHT', 'rating.LOCALZERO'],
    reason: ['delayReason', 'abandonReason', 'noDecisionReason'],
    reply: ['roundtable.reply'],
    relation: ['observers.form.relation'],
    result: ['roundtable.result'],
    responsibility: ['measure.responsible'],
    role: ['role'],
    'savings.quality': ['sheet.saving.quality'],
    scope: ['scope'],
    state: ['state', 'notices.settle'],
    'steps.state': ['sheet.step.state'],
    unit: ['roundtable.rhythm.unit'],
    'votes.majority': ['majority'],
    what: ['log'],
    word: ['import.meaning'],
  }),
);

/** A field of the same name means another thing in the forms of plans and of organisations. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/\/(plaene|plans)\//, 'a plan'],
  [/\/(organisationen|organisations)\//, 'an ally'],
];

interface Sent {
  /** Address of the form. */
  readonly action: string;
  readonly name: string;
  readonly value: string;
}

/** What was chosen in a form, in the words in which it was offered; a text as it was typed. */
export const choiceWord = (lang: Lang, { action, name, value }: Sent): string => {
  const field = name.startsWith('column.') ? 'column' : name.replaceAll(/\.\d+/g, '');
  const form = elsewhere.find(([address]) => address.test(action))?.[1];
  const found = (keys.get(`${field} of ${form}`) ?? keys.get(field) ?? [])
    .map((key) => messageFor(lang, `${key}.${value}`))
    .find((word) => word !== undefined);
  return found ?? value;
};
