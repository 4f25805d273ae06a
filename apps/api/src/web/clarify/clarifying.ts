import type { MeasureDetail } from '@klimaspur/read-models';
import { Injectable } from '@nestjs/common';
import { GoneMeasures } from '../../imports/gone-measures.js';
import { UnsaidStates } from '../../imports/unsaid-states.js';
import type { Reading } from '../../reading/reader.js';
import { type Question, questionsOf } from './questions.js';

/** What is asked about the measures of a town. */
export interface TownQuestions {
  /** Measures about which only their list asks, and nothing that they tell of themselves. */
  readonly ofLists: readonly MeasureDetail[];
  of(measure: MeasureDetail): readonly Question[];
}

/** What is to be clarified of a town: what its measures tell of themselves, and what their lists say no longer. */
@Injectable()
export class Clarifying {
  constructor(
    private readonly gone: GoneMeasures,
    private readonly unsaid: UnsaidStates,
  ) {}

  async questions(reading: Reading, town: string): Promise<TownQuestions> {
    const gone = await this.gone.open(reading, town);
    const unsaid = await this.unsaid.open(reading, town);
    const plans = new Map(gone.map(({ measure, plan }) => [measure.id, plan]));
    const states = new Map(unsaid.map(({ measure, state }) => [measure.id, state]));
    const asked = new Map([...unsaid, ...gone].map(({ measure }) => [measure.id, measure]));
    return {
      ofLists: [...asked.values()].filter((measure) => questionsOf(measure).length === 0),
      of: (measure) => {
        const plan = plans.get(measure.id);
        const state = states.get(measure.id);
        return [
          ...(state ? [{ kind: 'state-taken-back' as const, entry: '' as const, ...state }] : []),
          // That it goes on after its end is what the list says: the same question.
          ...questionsOf(measure).filter((question) => !(state && isAfterEnd(question))),
          ...(plan === undefined ? [] : [{ kind: 'gone' as const, entry: '' as const, plan }]),
        ];
      },
    };
  }

  /** How many measures there are to clarify; `counted` are those that tell it of themselves. */
  async count(reading: Reading, town: string, counted: number): Promise<number> {
    return counted + (await this.questions(reading, town)).ofLists.length;
  }

  /** It goes on, and stands in no list. */
  goesOn(town: string, measure: string): Promise<void> {
    return this.gone.settle(town, measure);
  }

  /** It stands as it is, whatever its list says. */
  keepState(town: string, measure: string): Promise<void> {
    return this.unsaid.settle(town, measure);
  }
}

const isAfterEnd = (question: Question): boolean =>
  question.kind === 'finding' && question.finding === 'implementation-after-end';
