import { catalogue, type EventType } from '@klimaspur/domain';

/** The kinds of entries by which the trail of a town can be narrowed. Stored by their place: new ones stand at the end. */
export const entryKinds = [
  'council',
  'work',
  'assessment',
  'corrections',
  'records',
  'plan',
  'tables',
  'town',
] as const;
export type EntryKind = (typeof entryKinds)[number];

const rules: readonly (readonly [RegExp, EntryKind])[] = [
  [/^(EntryCorrected|EntryVoided|TextRedacted)$/, 'corrections'],
  [/^(Roundtable|Actor|MeasureDiscussed)/, 'tables'],
  [/^(Municipality|Organ)/, 'town'],
  [/Assessed$|^MeasureCheckedUnchanged$|^MeasureFindingSettled$/, 'assessment'],
  [/^PlanAdopted$/, 'council'],
  [/^Plan|^Measure(Merged|Split|Superseded|Revived)$/, 'plan'],
  [/^Measure(Implementation|Progress|Delay|Rescheduled|Support)/, 'work'],
  [/^Decision|^Measure(Proposed|Submitted|Deliberated|Decided|NoDecision)/, 'council'],
];

/** What is left are the texts of measures, who is responsible for them, and evidence. */
const kindOfType = (type: string): EntryKind =>
  rules.find(([fits]) => fits.test(type))?.[1] ?? 'records';

export const kindCode = (kind: EntryKind): number => entryKinds.indexOf(kind);

const codes = new Map<string, number>(
  Object.keys(catalogue).map((type) => [type, kindCode(kindOfType(type))]),
);

/** The place of the kind of an event. */
export const kindCodeOf = (type: EventType | (string & {})): number =>
  codes.get(type) ?? kindCode(kindOfType(type));
