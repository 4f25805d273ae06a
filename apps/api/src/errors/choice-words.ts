import { type Lang, messageFor } from '@klimaspur/messages';

/** Below which keys the words of choices stand, by the name of their field; the first that has one counts. */
const keys: Readonly<Record<string, readonly string[]>> = {
  as: ['revive.as', 'decisionState'],
  checked: ['site.form.checked'],
  column: ['column'],
  climateEffect: ['sheet.climateEffect'],
  dateOrder: ['import.dateOrder'],
  decidesFinally: ['organ.decidesFinally'],
  duration: ['sheet.duration'],
  effect: ['effect'],
  evidenceKind: ['evidence'],
  final: ['answer'],
  factChecked: ['answer'],
  'funding.state': ['sheet.funding.state'],
  horizon: ['sheet.horizon'],
  influence: ['sheet.influence'],
  kind: ['organKind'],
  'kind of a plan': ['planKind'],
  licence: ['licence'],
  majority: ['majority'],
  marks: ['measure.mark', 'measure'],
  notQuantified: ['sheet.notQuantified'],
  origin: ['origin'],
  'origin of a plan': ['planOrigin'],
  outcome: ['decisionOutcome', 'outcome'],
  paperKind: ['paperKind'],
  priority: ['sheet.priority'],
  rating: ['rating.TRAFFIC_LIGHT', 'rating.LOCALZERO'],
  reason: ['delayReason', 'abandonReason', 'noDecisionReason'],
  relation: ['observers.form.relation'],
  responsibility: ['measure.responsible'],
  role: ['role'],
  'savings.quality': ['sheet.saving.quality'],
  scope: ['scope'],
  state: ['state', 'notices.settle'],
  'steps.state': ['sheet.step.state'],
  'votes.majority': ['majority'],
  what: ['log'],
  word: ['import.meaning'],
};

interface Sent {
  /** Address of the form. */
  readonly action: string;
  readonly name: string;
  readonly value: string;
}

/** What was chosen in a form, in the words in which it was offered; a text as it was typed. */
export const choiceWord = (lang: Lang, { action, name, value }: Sent): string => {
  const field = name.startsWith('column.') ? 'column' : name.replaceAll(/\.\d+/g, '');
  const ofPlan = /\/(plaene|plans)\//.test(action) ? keys[`${field} of a plan`] : undefined;
  const found = (ofPlan ?? keys[field] ?? [])
    .map((key) => messageFor(lang, `${key}.${value}`))
    .find((word) => word !== undefined);
  return found ?? value;
};
