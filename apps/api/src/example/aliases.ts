import type { ExampleStep } from './example-step.js';

/** Aliases that a step brings into being, written as they are pointed at. */
export const definedBy = (step: ExampleStep): readonly string[] => [
  `@${step.stream}`,
  ...(step.name === undefined ? [] : [`@entry:${step.name}`]),
  ...(step.command === 'add-field' ? [step.data.field] : []),
  ...(step.command === 'add-edition' ? [step.data.edition] : []),
  ...(step.command === 'add-seat' ? [step.data.seat] : []),
  ...(step.command === 'convene-meeting' ? [step.data.meeting] : []),
  ...(step.command === 'add-item' ? [step.data.item] : []),
  ...(step.command === 'agree-follow-up' ? [step.data.followUp] : []),
];

/** `value` with every alias replaced by the id that `idOf` gives for it. */
export const withIds = (value: unknown, idOf: (alias: string) => string): unknown => {
  if (typeof value === 'string') return value.startsWith('@') ? idOf(value) : value;
  if (Array.isArray(value)) return value.map((item) => withIds(item, idOf));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withIds(item, idOf)]),
    );
  }
  return value;
};
