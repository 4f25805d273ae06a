import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { ProposalOutcome } from '@klimaspur/read-models';
import { codeWord } from '../../words/entry-words.js';
import { stageOf, stepKinds, stepsOf } from './outcomes.js';

/** One row for each proposal and measure, with the days of what came after. */
export const outcomeCsv = (outcomes: readonly ProposalOutcome[], t: Translate): string =>
  csv(
    [
      t('outcome.proposal'),
      t('roundtable.one'),
      t('outcome.proposedOn'),
      t('outcome.result'),
      t('outcome.stand'),
      t('alliance.measure'),
      ...stepKinds.flatMap((kind) => [t(`outcome.step.${kind}`), t(`outcome.days.${kind}`)]),
      ...['item', 'roundtable', 'measure'],
    ],
    outcomes.map((outcome) => {
      const { item, roundtable, on, measure } = outcome;
      const steps = stepsOf(outcome);
      return [
        item.topic,
        roundtable.name,
        on ?? '',
        codeWord(t, 'roundtable.result', item.conclusions.at(-1)?.result),
        t(`outcome.stage.${stageOf(outcome)}`),
        measure?.item.title ?? '',
        ...stepKinds.flatMap((kind) => [
          steps[kind]?.on ?? '',
          steps[kind]?.days === null ? '' : String(steps[kind]?.days ?? ''),
        ]),
        ...[item.item, roundtable.id, measure?.item.id ?? ''],
      ];
    }),
  );
