/** The Stadtverordnetenversammlung takes a measure up as a whole. */
export const adopts = {
  effect: 'ADOPTS',
  scope: 'FULL',
  outcome: 'ADOPTED',
  final: true,
  organ: '@organ:stvv',
} as const;
/** It turns it down. */
export const rejects = { ...adopts, effect: 'REJECTS', outcome: 'REJECTED' } as const;
