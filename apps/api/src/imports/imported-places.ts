import { berlinDay } from '@klimaspur/domain';
import type { ReadModels, View } from '@klimaspur/read-models';

/** Where a file went, and who can see it there. */
export interface ImportedPlace {
  readonly municipality: string;
  readonly name: string;
  readonly slug: string;
  readonly published: boolean;
  readonly plan: { readonly id: string; readonly title: string; readonly published: boolean };
  /** Measures of the plan, and how many of them only the team sees. */
  readonly measures: number;
  readonly drafts: number;
}

/** As the read models have it once they know the import; nothing for what is not there yet. */
export const importedPlaces = (
  models: ReadModels,
  { towns, plans }: { readonly towns: readonly string[]; readonly plans: readonly string[] },
): ImportedPlace[] => {
  const asOf = berlinDay(new Date().toISOString());
  const view = { asOf, viewer: { drafts: 'all' as const } };
  const count = (plan: string, seen: View): number =>
    models.measures({ plan, limit: 1 }, seen).total;
  return towns.flatMap((id, index) => {
    const town = models.municipality(id, view)?.municipality;
    const plan = town?.plans.find((one) => one.id === plans[index]);
    if (!town || !plan) return [];
    const measures = count(plan.id, view);
    return [
      {
        municipality: town.id,
        ...{ name: town.name, slug: town.slug, published: town.published },
        plan: { id: plan.id, title: plan.title, published: plan.published },
        measures,
        drafts: measures - count(plan.id, { asOf, viewer: 'public' }),
      },
    ];
  });
};
