import { type Ranked, ranksToPlace } from '@klimaspur/domain';
import type { PlanFieldItem } from '@klimaspur/read-models';

export const directions = ['up', 'down', 'in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** Where something is to stand: among the children of a field, or at the top. */
export interface FieldPlace {
  readonly parent: string | null;
  readonly index: number;
}

type Fields = readonly PlanFieldItem[];

const childrenOf = (fields: Fields, parent: string | null): Fields =>
  fields.filter((field) => field.parent === parent);

/** Where a step in this direction leads; undefined: there is no such step. */
export const stepOf = (
  fields: Fields,
  field: PlanFieldItem,
  direction: Direction,
): FieldPlace | undefined => {
  const siblings = childrenOf(fields, field.parent);
  const at = siblings.findIndex(({ id }) => id === field.id);
  switch (direction) {
    case 'up':
      return at > 0 ? { parent: field.parent, index: at - 1 } : undefined;
    case 'down':
      return at < siblings.length - 1 ? { parent: field.parent, index: at + 1 } : undefined;
    case 'in': {
      const before = siblings[at - 1];
      return before && { parent: before.id, index: childrenOf(fields, before.id).length };
    }
    case 'out': {
      const above = fields.find(({ id }) => id === field.parent);
      if (!above) return undefined;
      const around = childrenOf(fields, above.parent);
      return { parent: above.parent, index: around.findIndex(({ id }) => id === above.id) + 1 };
    }
  }
};

/** The fields into which a field can be put: all but itself and what lies within it. */
export const possibleParents = (fields: Fields, field: string): Fields => {
  const within = new Set([field]);
  for (const { id, parent } of fields) if (parent !== null && within.has(parent)) within.add(id);
  return fields.filter(({ id }) => !within.has(id));
};

/** The last place within a field, or at the top. */
export const lastIn = (fields: Fields, parent: string | null): FieldPlace => ({
  parent,
  index: childrenOf(fields, parent).length,
});

/** What is to be written so that a field stands there: itself, and its siblings where there is no room left. */
export const movesTo = (
  fields: Fields,
  field: string,
  { parent, index }: FieldPlace,
): readonly (Ranked & { readonly parent: string | null })[] => {
  const siblings = childrenOf(fields, parent).filter(({ id }) => id !== field);
  return ranksToPlace(siblings, field, index).map((ranked) => ({ ...ranked, parent }));
};
