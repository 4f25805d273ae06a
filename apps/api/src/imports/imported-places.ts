import { berlinDay } from '@klimaspur/domain';
import type { ReadModels } from '@klimaspur/read-models';

/** Where a file went, and who can see it there. */
export interface ImportedPlace {
  readonly municipality: string;
  readonly name: string;
  readonly slug: string;
  readonly published: boolean;
  readonly plan: { readonly id: string; readonly title: string; readonly published: boolean };
  readonly measures: number;
  /** Measures that are not published themselves; those of a town that is a draft are not seen either. */
  readonly drafts: number;
}

/** As the read models have it once they know the import; nothing for what is not there yet. */
export const importedPlaces = (
  models: ReadModels,
  { towns, plans }: { readonly towns: readonly string[]; readonly plans: readonly string[] },
): ImportedPlace[] => {
  const asOf = berlinDay(new Date().toISOString());
  const view = { asOf, viewer: { drafts: 'all' as const } };
  return towns.flatMap((id, index) => {
    const town = models.municipality(id, view)?.municipality;
    const plan = town?.plans.find((one) => one.id === plans[index]);
    if (!town || !plan) return [];
    return [
      {
        municipality: town.id,
        ...{ name: town.name, slug: town.slug, published: town.published },
        plan: { id: plan.id, title: plan.title, published: plan.published },
        measures: models.measures({ plan: plan.id, limit: 1 }, view).total,
        drafts: models.measuresOfPlan(plan.id, false, view).length,
      },
    ];
  });
};
