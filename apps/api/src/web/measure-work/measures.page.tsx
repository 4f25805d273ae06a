import type { Translate } from '@klimaspur/messages';
import type { MeasureItem, Municipality } from '@klimaspur/read-models';
import { PageTitle } from '../components/page-title.js';
import { measuresPath, workPath } from '../paths.js';
import { NewMeasureLink, NoMeasures } from '../work/no-measures.js';
import { Task } from '../plans/plans.page.js';

/** More would be a list of its own, which there is. */
const SHOWN = 100;

interface MeasuresPageProps {
  readonly t: Translate;
  readonly town: Municipality;
  /** How many stand in each plan. */
  readonly totals: ReadonlyMap<string, number>;
  /** Those that stand in no plan. */
  readonly outside: readonly MeasureItem[];
}

/** „Maßnahmen“: the plans they stand in, and those that stand in none. */
export const MeasuresPage = ({ t, town, totals, outside }: MeasuresPageProps) => {
  const below = (...parts: readonly string[]) => workPath(t.lang, town.slug, ...parts);
  const isEmpty = outside.length === 0 && [...totals.values()].every((total) => total === 0);
  return (
    <>
      <PageTitle title={t('work.measures')} lead={t('measures.lead')} />
      {isEmpty ? (
        <NoMeasures t={t} slug={town.slug} mayWrite />
      ) : (
        <p>
          <NewMeasureLink t={t} slug={town.slug} />
        </p>
      )}
      {town.plans.length === 0 ? null : (
        <ul class="tasks">
          {town.plans.map(({ id, title }) => (
            <Task
              href={below('plans', id, 'measures')}
              title={title}
              lang="de"
              hint={t('plan.measures.hint')}
              stand={t('results.all', { total: totals.get(id) ?? 0 })}
            />
          ))}
        </ul>
      )}
      {outside.length === 0 ? null : (
        <section aria-labelledby="outside-heading">
          <h2 id="outside-heading">{t('measures.outside')}</h2>
          <ul class="tasks">
            {outside.slice(0, SHOWN).map((measure) => (
              <li>
                <p class="tasks__what">
                  <a href={below('measures', measure.id)} lang="de">
                    {measure.title}
                  </a>
                </p>
                <p class="tasks__stand">{measure.published ? null : t('draft.short')}</p>
              </li>
            ))}
          </ul>
          {outside.length > SHOWN ? (
            <p>
              <a href={measuresPath(t.lang, town.slug)}>
                {t('measures.outside.more', { count: outside.length - SHOWN })}
              </a>
            </p>
          ) : null}
        </section>
      )}
    </>
  );
};
