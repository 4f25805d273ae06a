import type { SharedWork } from '@klimaspur/read-models';
import { DataTable } from '../../components/data-table.js';
import { StatusBadge } from '../../components/status-badge.js';
import { measurePath } from '../../paths.js';
import { ActorLink } from '../../roundtables/shown/actor-links.js';
import type { ShownTables } from '../../roundtables/shown/shown-table.js';

interface SharedWorkProps {
  readonly shown: ShownTables;
  readonly work: readonly SharedWork[];
}

const parts = ['LEAD', 'PARTNER', 'SUPPORT'] as const;

/** Each measure on which organisations work, with who leads it, who helps, and who brings something in. */
export const SharedWorkTable = ({ shown, work }: SharedWorkProps) => {
  const { t, town, at } = shown;
  return (
    <DataTable
      stacks
      t={t}
      caption={t('alliance.together.byMeasure')}
      columns={[
        { label: t('alliance.measure') },
        { label: t('chart.status') },
        ...parts.map((part) => ({ label: t(`alliance.part.${part}`) })),
      ]}
      rows={work.map(({ measure, parts: all }) => [
        <a href={at(measurePath(t.lang, town.slug, measure.id))} lang="de">
          {measure.title}
        </a>,
        <StatusBadge t={t} status={measure.status} />,
        ...parts.map((part) => (
          <Names shown={shown} ids={all.filter((it) => it.part === part).map((it) => it.actor)} />
        )),
      ])}
    />
  );
};

const Names = ({
  shown,
  ids,
}: {
  readonly shown: ShownTables;
  readonly ids: readonly string[];
}) => (
  <>
    {[...new Set(ids)].map((id, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <ActorLink shown={shown} id={id} />
      </>
    ))}
  </>
);
