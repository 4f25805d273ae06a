import { formatDay, formatInstantDay, type Translate } from '@klimaspur/messages';
import { StatusBadge } from '../components/status-badge.js';
import { entryPath, townPath } from '../paths.js';
import type { ChangeLine } from './change-lines.js';

interface ChangesListProps {
  readonly t: Translate;
  readonly changes: readonly ChangeLine[];
  /** Adds the moment asked about to an address. */
  readonly at: (path: string) => string;
  /** Names the town beside each change: where the list is about several. */
  readonly withTown?: boolean;
}

/** What happened last, newest record first; each leads to its entry. */
export const ChangesList = ({ t, changes, at, withTown = false }: ChangesListProps) => (
  <ol class="measure-list">
    {changes.map((change) => (
      <li>
        <p class="measure-list__what">
          <a href={at(hrefOf(change, t))} lang="de">
            {change.measure?.title ?? change.municipality.name}
          </a>
          <span>
            {change.words}
            {standing(change, t)}
          </span>
          {withTown && change.measure ? <small lang="de">{change.municipality.name}</small> : null}
        </p>
        <p class="measure-list__status">
          {change.after && change.after !== change.before ? (
            <StatusBadge t={t} status={change.after} />
          ) : null}
        </p>
        <p class="measure-list__more">
          {change.occurredOn ? <span>{formatDay(change.occurredOn, t.lang)}</span> : null}
          <small>
            {t('change.recorded', { day: formatInstantDay(change.recordedAt, t.lang) })}
          </small>
        </p>
      </li>
    ))}
  </ol>
);

const standing = ({ voided, corrected }: ChangeLine, t: Translate): string => {
  if (voided) return ` (${t('change.voided')})`;
  return corrected ? ` (${t('change.corrected')})` : '';
};

const hrefOf = ({ measure, municipality, entry }: ChangeLine, t: Translate) =>
  measure
    ? entryPath(t.lang, municipality.slug, measure.id, entry)
    : townPath(t.lang, municipality.slug);
