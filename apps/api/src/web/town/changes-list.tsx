import { formatDay, formatInstantDay, messageFor, type Translate } from '@klimaspur/messages';
import type { ChangeItem } from '@klimaspur/read-models';
import { StatusBadge } from '../components/status-badge.js';
import { entryPath } from '../paths.js';

/** What happened last, newest record first; each leads to its entry. */
export const ChangesList = ({ t, changes }: { t: Translate; changes: readonly ChangeItem[] }) => (
  <ol class="measure-list">
    {changes.map((change) => (
      <li>
        <p class="measure-list__what">
          <a href={hrefOf(change, t)} lang="de">
            {change.measure?.title ?? change.municipality.name}
          </a>
          <small>
            {messageFor(t.lang, `change.${change.type}`) ?? change.type}
            {change.voided ? ` (${t('change.voided')})` : ''}
          </small>
        </p>
        <p class="measure-list__status">
          {change.after && change.after !== change.before ? (
            <StatusBadge t={t} status={change.after} />
          ) : null}
        </p>
        <p class="measure-list__more">
          <span>{formatDay(change.occurredOn, t.lang)}</span>
          <small>
            {t('change.recorded', { day: formatInstantDay(change.recordedAt, t.lang) })}
          </small>
        </p>
      </li>
    ))}
  </ol>
);

const hrefOf = ({ measure, municipality, entry }: ChangeItem, t: Translate) =>
  measure
    ? entryPath(t.lang, municipality.slug, measure.id, entry)
    : `/${t.lang}/${t.lang === 'de' ? 'kommunen' : 'municipalities'}/${municipality.slug}`;
