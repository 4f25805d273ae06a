import { imported } from '../shared/event-definition.js';
import { code, date, integer, list, object, optional, text, url } from '../shared/fields.js';
import {
  climateEffects,
  durations,
  fundingStates,
  horizons,
  influences,
  priorities,
  quantities,
  savingQualities,
  stepStates,
} from '../shared/vocabulary.js';

const amount = (doc?: string) => optional(integer(0, Number.MAX_SAFE_INTEGER, doc));
const long = (doc?: string) => optional(text(40_000, doc));
const grade = optional(integer(1, 5));

/** The measure sheet (Steckbrief): what a plan says of a measure in terms, numbers and days. All of it may be missing. */
export const sheetTerms = {
  horizon: optional(code(horizons, 'when it is to be introduced')),
  duration: optional(code(durations)),
  priority: optional(code(priorities)),
  feasibility: grade,
  impact: grade,
  influence: optional(list(code(influences), 4)),
  climateEffect: optional(code(climateEffects)),
  effectFrom: optional(date('when the effect begins')),
  budget: optional(object({ perYearCents: amount(), totalCents: amount() })),
  cost: optional(
    object({
      oneOffCents: amount(),
      perYearCents: amount(),
      staffHundredths: amount('posts needed, in hundredths: 50 is half a post'),
      asOf: optional(date('prices of that day')),
    }),
  ),
  savings: optional(
    object({
      kgCo2ePerYear: amount(),
      minKgCo2ePerYear: amount('lower end of a range'),
      maxKgCo2ePerYear: amount('upper end of a range'),
      kwhPerYear: amount(),
      centsPerYear: amount(),
      quality: optional(code(savingQualities, 'how good the estimate is')),
    }),
  ),
  notQuantified: optional(list(code(quantities), 3, '„nicht beziffert“: said to be left open')),
  imported,
} as const;

/** The words of the sheet, and what belongs to them. */
export const sheetTexts = {
  title: text(300),
  teaser: optional(text(1000)),
  description: long('what has to be done'),
  planText: long('the wording of the plan'),
  background: long(),
  goal: optional(text(10_000)),
  targetGroups: optional(list(text(200), 30)),
  initiator: optional(text(300, 'an office or group, not a private person')),
  steps: optional(
    list(
      object({
        text: text(1000),
        start: optional(date()),
        end: optional(date()),
        state: optional(code(stepStates)),
      }),
      100,
    ),
  ),
  period: optional(text(300, 'duration in the words of the plan')),
  indicators: optional(
    list(
      object({
        name: text(300),
        unit: optional(text(40)),
        baseline: optional(text(100)),
        target: optional(text(100)),
      }),
      30,
    ),
  ),
  costNote: optional(text(10_000)),
  funding: optional(
    list(
      object({
        source: text(300, 'programme, or line of the budget'),
        amountCents: amount(),
        state: optional(code(fundingStates)),
      }),
      30,
    ),
  ),
  savingsMethod: optional(text(10_000, 'how the figure was found')),
  notQuantifiedReason: optional(text(4000)),
  coBenefits: optional(text(10_000)),
  localValue: optional(text(10_000, 'Wertschöpfung in the town')),
  examples: optional(text(10_000, 'good examples elsewhere')),
  related: optional(text(10_000, 'measures that go with it')),
  papers: optional(
    list(object({ number: text(120), title: optional(text(300)), url: optional(url()) }), 100),
  ),
  classes: optional(
    list(
      object(
        { scheme: text(60), code: text(60), label: optional(text(200)) },
        'such as scheme "BISKO", code "VERKEHR"',
      ),
      30,
    ),
  ),
  statusReport: long('the last report the source gives'),
  statusNote: long('why the source gives this state'),
  outlook: long(),
  obstacles: long('risks and obstacles'),
  remarks: long(),
  planAssessment: long('what the observers think of the measure as planned'),
  supporters: optional(text(4000)),
} as const;
