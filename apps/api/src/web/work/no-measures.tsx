import type { Translate } from '@klimaspur/messages';
import { EmptyState } from '../components/empty-state.js';
import { importPath } from '../imports/import-paths.js';
import { withQuery, workPath } from '../paths.js';

interface NoMeasuresProps {
  readonly t: Translate;
  readonly slug: string;
  /** Only those who can do something about it are shown the way. */
  readonly mayWrite?: boolean;
  /** Where a new one would stand: plan and field, as forms name them. */
  readonly place?: string;
  /** What the field is called where the new one would stand. */
  readonly fieldName?: string;
}

/** „Noch keine Maßnahmen. Tabelle importieren oder erste Maßnahme anlegen.“ */
export const NoMeasures = ({ t, slug, mayWrite, place, fieldName }: NoMeasuresProps) => (
  <EmptyState text={t('town.noMeasures')}>
    {mayWrite ? (
      <p class="actions">
        <a class="button" href={importPath(t.lang, slug)}>
          {t('measures.import')}
        </a>
        <NewMeasureLink t={t} slug={slug} place={place} fieldName={fieldName} />
      </p>
    ) : null}
  </EmptyState>
);

/** „Maßnahme anlegen“, at a place where it shall stand. */
export const NewMeasureLink = ({
  t,
  slug,
  place,
  fieldName,
}: Omit<NoMeasuresProps, 'mayWrite'>) => (
  <a class="button" href={withQuery(workPath(t.lang, slug, 'measures', 'new'), { place })}>
    {t('measure.new')}
    {fieldName === undefined ? null : (
      <span class="hidden" lang="de">
        : {fieldName}
      </span>
    )}
  </a>
);
