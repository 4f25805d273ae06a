import { type Typed, typedText } from '../forms/typed.js';
import { logChoices } from './log-choices.js';

export const assessmentNames = ['achieved', 'missing', 'factChecked', 'group'] as const;
type AssessmentName = (typeof assessmentNames)[number];

/** What is said of an assessment beside the rating, as it was typed. */
export type AssessmentTyped = Readonly<Record<AssessmentName, string>>;

/** Chosen by an address that asks for an assessment, and leaves open which. */
export const ASSESSMENT = 'assessment';

export const ratingCodes: readonly string[] = logChoices
  .filter(({ group }) => group === ASSESSMENT)
  .map(({ code }) => code);

export const assessmentTyped = (typed: Typed): AssessmentTyped =>
  Object.fromEntries(
    assessmentNames.map((name) => [name, typedText(typed, name)]),
  ) as AssessmentTyped;

/** An answer that was not given is none: not checked is not the same as not said. */
export const assessmentTerms = ({ factChecked }: AssessmentTyped) =>
  factChecked === 'yes' ? { factChecked: true } : {};

export const assessmentTexts = ({ achieved, missing, group }: AssessmentTyped) =>
  Object.fromEntries(
    Object.entries({ achieved, missing, group }).filter(([, said]) => said !== ''),
  );
