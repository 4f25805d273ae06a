import type { RoundtableDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../../forms/asked.js';
import { workPath } from '../../paths.js';
import { Task } from '../../plans/plans.page.js';
import { openPointsAt } from './open-points.js';

interface TableTasksProps {
  readonly about: AboutTown;
  readonly table: RoundtableDetail;
}

/** What is waited for between the meetings of a table. */
export const TableTasks = ({ about, table }: TableTasksProps) => {
  const { t, lang, town, reading } = about;
  const { promises, questions } = openPointsAt([table], reading.view.asOf);
  return (
    <section aria-labelledby="between-heading">
      <h2 id="between-heading">{t('roundtable.between')}</h2>
      <ul class="tasks">
        <Task
          href={workPath(lang, town.slug, 'tables', table.id, 'followUps')}
          title={t('roundtable.followUps')}
          hint={t('roundtable.followUps.hint')}
          stand={t('roundtable.followUps.count', {
            count: promises.length,
            stale: promises.filter(({ stale }) => stale).length,
          })}
        />
        <Task
          href={workPath(lang, town.slug, 'questions')}
          title={t('roundtable.questions')}
          hint={t('roundtable.questions.hint')}
          stand={t('roundtable.questions.count', { count: questions.length })}
        />
      </ul>
    </section>
  );
};
