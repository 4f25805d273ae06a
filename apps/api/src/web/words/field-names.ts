import type { PlanFieldItem } from '@klimaspur/read-models';

/** „Verkehr › Rad“: a field within another is named with those it lies in, outermost first. */
export const fieldPathName = (path: readonly string[]): string => path.join(' › ');

/** Such names by id; fields come after those they lie in. */
export const fieldNames = (
  fields: readonly Pick<PlanFieldItem, 'id' | 'parent' | 'name'>[],
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const { id, parent, name } of fields) {
    const above = names.get(parent ?? '');
    names.set(id, fieldPathName(above === undefined ? [name] : [above, name]));
  }
  return names;
};
