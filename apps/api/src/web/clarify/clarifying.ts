import type { MeasureDetail } from '@klimaspur/read-models';
import { Injectable } from '@nestjs/common';
import { GoneMeasures } from '../../imports/gone-measures.js';
import type { Reading } from '../../reading/reader.js';
import { type Question, questionsOf } from './questions.js';

/** What is asked about the measures of a town. */
export interface TownQuestions {
  /** Measures about which nothing else is asked than what became of them. */
  readonly goneOnly: readonly MeasureDetail[];
  of(measure: MeasureDetail): readonly Question[];
}

/** What is to be clarified of a town: what its measures tell of themselves, and what is gone from their list. */
@Injectable()
export class Clarifying {
  constructor(private readonly gone: GoneMeasures) {}

  async questions(reading: Reading, town: string): Promise<TownQuestions> {
    const open = await this.gone.open(reading, town);
    const plans = new Map(open.map(({ measure, plan }) => [measure.id, plan]));
    return {
      goneOnly: open
        .map(({ measure }) => measure)
        .filter((measure) => questionsOf(measure).length === 0),
      of: (measure) => {
        const plan = plans.get(measure.id);
        return [
          ...questionsOf(measure),
          ...(plan === undefined ? [] : [{ kind: 'gone' as const, entry: '' as const, plan }]),
        ];
      },
    };
  }

  /** How many measures there are to clarify; `counted` are those that tell it of themselves. */
  async count(reading: Reading, town: string, counted: number): Promise<number> {
    return counted + (await this.questions(reading, town)).goneOnly.length;
  }

  settle(town: string, measure: string): Promise<void> {
    return this.gone.settle(town, measure);
  }
}
