import {
  effectiveDay,
  publicBar,
  type Day,
  type MeasureState,
  type PartialDate,
  type Past,
} from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { ChoiceGroup } from '../components/choices.js';
import {
  type ChoiceGroupCode,
  logChoice,
  type LogChoice,
  logChoices,
  misfitOf,
  standingOn,
} from './log-choices.js';

/** What the form offers for one day, and how the measure stood then. */
export interface ChoicesOfDay {
  readonly day: Day;
  /** „Geordnet nach dem Stand am 1. Mai 2026: in Beratung.“ */
  readonly standing: string;
  readonly groups: readonly ChoiceGroup[];
  /** Why a choice does not fit that day, in words; undefined where it does. */
  readonly misfit: (code: string) => string | undefined;
}

interface Told {
  readonly t: Translate;
  readonly history: readonly Past[];
  readonly today: Day;
  readonly now: string;
  /** Whether the viewer may send it. */
  readonly may: (choice: LogChoice) => boolean;
}

/** The choices for the day of an entry; what has no day that can be read counts from today. */
export const choicesOfDay = (told: Told, on: PartialDate | null): ChoicesOfDay => {
  const { t, history, today, now, may } = told;
  const day = effectiveDay(on, today);
  const state = standingOn(history, day);
  const { status } = publicBar(state, day);
  const misfit = (code: string) => {
    const choice = logChoice(code);
    const reason = choice && misfitOf(choice, state, now);
    return reason && t(`log.misfit.${reason}`);
  };
  const word = t(`status.${status ?? 'elsewhere'}`);
  return {
    ...{ day, misfit },
    standing: t('log.standing', { day: formatDay(day, t.lang), status: word }),
    groups: choiceGroups(t, state, now, may),
  };
};

const groups: readonly ChoiceGroupCode[] = ['council', 'work', 'assessment', 'check'];

/** What the viewer can say about a measure that stands like this, sorted as the way of a measure goes. */
export const choiceGroups = (
  t: Translate,
  state: MeasureState,
  now: string,
  may: (choice: LogChoice) => boolean,
): readonly ChoiceGroup[] => {
  const offered = logChoices.filter(may).map(({ code, group, label, ...choice }) => {
    const misfit = misfitOf({ code, group, label, ...choice }, state, now);
    const words = t(label);
    const odd = misfit && t('log.misfit', { choice: words, reason: t(`log.misfit.${misfit}`) });
    return { group: odd ? 'odd' : group, value: code, label: odd ?? words };
  });
  return [...groups, 'odd' as const]
    .map((group) => ({
      label: t(`log.group.${group}`),
      choices: offered
        .filter((one) => one.group === group)
        .map(({ value, label }) => ({ value, label })),
    }))
    .filter(({ choices }) => choices.length > 0);
};
