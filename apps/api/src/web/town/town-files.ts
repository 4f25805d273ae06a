import { statuses } from '@klimaspur/domain';
import { csv } from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';
import type { Counts } from '@klimaspur/read-models';
import { asToldTo } from '../../queries/get-municipality.query.js';
import type { Reading } from '../../reading/reader.js';
import { fieldNames } from '../words/field-names.js';
import type { TownFigures } from './town.view.js';

/** The dashboard for programs: the same numbers as on the page, and the day they speak of. */
export const townJson = (reading: Reading, figures: TownFigures): string => {
  const { town, progress, stages, opinions, overTime, today, knownAt } = figures;
  const { counts: _counted, ownProjects: _own, ...municipality } = asToldTo(reading, town);
  return JSON.stringify({
    municipality,
    asOf: today,
    knownAt: knownAt === undefined ? null : new Date(knownAt).toISOString(),
    progress,
    stages,
    assessments: opinions,
    statusOverTime: overTime,
  });
};

/** One row per field, those within it counted in it too; then what stands in none, the whole, and apart from it what allies do. */
export const townCsv = ({ progress }: TownFigures, lang: Lang): string => {
  const t = messages(lang);
  const row = (name: string, number: string, counts: Counts) => [
    name,
    number,
    ...statuses.map((status) => String(counts.byStatus[status])),
    String(counts.total),
    String(counts.late),
    String(counts.stale),
    String(counts.toBeClarified),
  ];
  const names = fieldNames(progress.fields);
  return csv(
    [
      t('chart.field'),
      t('townFile.number'),
      ...statuses.map((status) => t(`status.${status}`)),
      t('chart.total'),
      t('townFile.late'),
      t('townFile.stale'),
      t('townFile.toBeClarified'),
    ],
    [
      ...progress.fields.map(({ id, number, all }) => row(names.get(id) ?? '', number ?? '', all)),
      row(t('chart.noField'), '', progress.withoutField),
      row(t('chart.total'), '', progress.counts),
      row(t('alliance.ownProjects'), '', progress.ownProjects),
    ],
  );
};
