import type { Category } from '@klimaspur/domain';
import type { Lang, MessageKey, Translate } from '@klimaspur/messages';
import type { MeasureDetail, Municipality } from '@klimaspur/read-models';
import { PageTitle } from '../components/page-title.js';
import { StatusBadge } from '../components/status-badge.js';
import { assessPath } from '../log-form/log-paths.js';
import { measurePath, workPath } from '../paths.js';
import { Task } from '../plans/plans.page.js';
import { Standing } from '../publishing/standing.js';

/** One kind of work on a measure; others add a line. */
export interface MeasureTask {
  /** Of the address of its page, unless that is another one. */
  readonly part: string;
  readonly path?: (lang: Lang, slug: string, id: string) => string;
  readonly title: MessageKey;
  readonly hint: MessageKey;
  readonly right: readonly [Category, string];
  /** Whether it makes sense for this measure now; absent: always. */
  readonly fits?: (measure: MeasureDetail) => boolean;
}

const goesOnElsewhere = ({ heirs }: MeasureDetail) => heirs.length > 0;
const isHere = (measure: MeasureDetail) => !goesOnElsewhere(measure);
const isPlaced = ({ places }: MeasureDetail) => places.length > 0;
const revivable = new Set(['REJECTED', 'WITHDRAWN', 'LAPSED', 'REVOKED']);

export const measureTasks: readonly MeasureTask[] = [
  {
    part: 'sheet',
    title: 'measure.texts',
    hint: 'measureTask.sheet.hint',
    right: ['measure', 'describe-measure'],
  },
  {
    part: 'place',
    title: 'measureTask.place',
    hint: 'measureTask.place.hint',
    right: ['plan', 'place-measure'],
  },
  {
    part: 'responsible',
    title: 'measureTask.responsible',
    hint: 'measureTask.responsible.hint',
    right: ['measure', 'assign-responsible-body'],
  },
  {
    part: 'assess',
    path: assessPath,
    title: 'log.assess',
    hint: 'measureTask.assess.hint',
    right: ['measure', 'assess'],
  },
  {
    part: 'support',
    title: 'alliance.support',
    hint: 'alliance.support.hint',
    right: ['measure', 'pledge-support'],
  },
  {
    part: 'origin',
    title: 'measureTask.origin',
    hint: 'measureTask.origin.hint',
    right: ['measure', 'correct-entry'],
  },
  {
    part: 'notes',
    title: 'internalNote.title',
    hint: 'internalNote.hint',
    right: ['measure', 'check-unchanged'],
  },
  {
    part: 'revive',
    title: 'measureTask.revive',
    hint: 'measureTask.revive.hint',
    right: ['measure', 'revive'],
    fits: ({ decision }) => revivable.has(decision),
  },
  {
    part: 'merge',
    title: 'measureTask.merge',
    hint: 'measureTask.merge.hint',
    right: ['plan', 'merge-measures'],
    fits: (measure) => isHere(measure) && isPlaced(measure),
  },
  {
    part: 'split',
    title: 'measureTask.split',
    hint: 'measureTask.split.hint',
    right: ['plan', 'split-measure'],
    fits: (measure) => isHere(measure) && isPlaced(measure),
  },
  {
    part: 'supersede',
    title: 'measureTask.supersede',
    hint: 'measureTask.supersede.hint',
    right: ['plan', 'supersede-measure'],
    fits: (measure) => isHere(measure) && isPlaced(measure),
  },
  {
    part: 'remove',
    title: 'measureTask.remove',
    hint: 'measureTask.remove.hint',
    right: ['plan', 'remove-measure'],
    fits: isPlaced,
  },
  {
    part: 'void',
    title: 'measureTask.void',
    hint: 'measureTask.void.hint',
    right: ['measure', 'void-entry'],
  },
];

interface HubProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly measure: MeasureDetail;
  readonly tasks: readonly MeasureTask[];
  readonly mayPublish: boolean;
}

/** All that can be done with one measure. */
export const MeasureHub = ({ t, town, measure, tasks, mayPublish }: HubProps) => {
  const parts = ['measures', measure.id];
  const number = measure.place?.number;
  return (
    <>
      <PageTitle
        title={measure.title}
        lang="de"
        kicker={[number, t('work.measures')].filter(Boolean).join(' · ')}
      >
        <StatusBadge t={t} status={measure.status} />
      </PageTitle>
      <Standing
        t={t}
        slug={town.slug}
        what="measure"
        parts={parts}
        published={measure.published}
        may={mayPublish}
      />
      <ul class="tasks">
        {tasks.map(({ part, path, title, hint }) => (
          <Task
            href={
              path?.(t.lang, town.slug, measure.id) ?? workPath(t.lang, town.slug, ...parts, part)
            }
            title={say(t, title)}
            hint={say(t, hint)}
          />
        ))}
      </ul>
      <p>
        <a href={measurePath(t.lang, town.slug, measure.id)}>{t('log.toMeasure')}</a>
      </p>
    </>
  );
};

const say = (t: Translate, key: MessageKey): string => (t as (key: MessageKey) => string)(key);
