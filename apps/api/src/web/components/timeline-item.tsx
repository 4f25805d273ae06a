import type { Status } from '@klimaspur/domain';
import { formatDay, formatInstant, type Translate } from '@klimaspur/messages';
import { type FieldChange, FieldChanges } from './field-changes.js';
import { type Definition, DefinitionList } from './definition-list.js';
import { type Evidence, EvidenceList } from './evidence-list.js';
import { OwnWords } from './own-words.js';
import { StatusBadge } from './status-badge.js';

export interface EntryLink {
  readonly href: string;
  /** Day of the other entry: `2024-05-13`, `2024-05`, `2024` or null. */
  readonly day: string | null;
}

export interface TimelineEntry {
  /** Id in the page, such as `e-12`; the permalink ends with it. */
  readonly id: string;
  readonly href: string;
  /** What happened, in plain words. */
  readonly title: string;
  /** Which of several it is, where many entries have the same title: for those who hear its links alone. */
  readonly about?: string;
  /** What of the title is the town's own words. */
  readonly own?: readonly string[];
  /** Set where the public status moved; null: continued elsewhere. */
  readonly from?: Status | null;
  readonly to?: Status | null;
  readonly note?: string;
  readonly facts?: readonly Definition[];
  readonly occurredOn: string | null;
  /** It had happened by then; on which day is unknown. */
  readonly dayIsLatest?: boolean;
  /** About our records: that it „happened“ on a day says nothing. */
  readonly recordKeeping?: boolean;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  /** Who entered it: the name of the account, and the role acted in. */
  readonly actor: string;
  /** Absent: this kind of entry needs none. */
  readonly evidence?: readonly Evidence[];
  readonly standing?: 'valid' | 'corrected' | 'voided';
  /** From an entry that no longer counts to the one that took its place, and back. */
  readonly replacedBy?: EntryLink;
  readonly replaces?: EntryLink & { readonly by: 'correction' | 'voiding' | 'redaction' };
  /** Which fields of a sheet it changed. `isFirst`: it filled them for the first time. */
  readonly changes?: { readonly isFirst: boolean; readonly changes: readonly FieldChange[] };
  /** A reader's notice led to the correction. */
  readonly dueToNotice?: boolean;
  /** Day on which the text was taken out. */
  readonly redactedOn?: string;
  /** The entry from which this one follows, such as the decision on a whole plan. */
  readonly source?: { readonly href: string; readonly label: string };
  /** What does not fit with the rest, for people to look at. */
  readonly findings?: readonly string[];
  /** A file by which anybody can check that it was not altered. */
  readonly proofHref?: string;
  readonly actions?: readonly { readonly href: string; readonly label: string }[];
}

interface TimelineItemProps {
  readonly t: Translate;
  readonly entry: TimelineEntry;
  readonly heading: 'h3' | 'h4';
  readonly textLang?: string;
}

export const TimelineItem = ({ t, entry, heading: Heading, textLang }: TimelineItemProps) => {
  const { standing = 'valid' } = entry;
  return (
    <li id={entry.id} class={`entry is-${standing}${entry.to ? ` to-${entry.to}` : ''}`}>
      <Heading class="entry__title">
        <OwnWords t={t} text={entry.title} own={entry.own} />
      </Heading>
      <Superseded t={t} entry={entry} />
      <div class="entry__body">
        {entry.to === undefined ? null : <Move t={t} from={entry.from} to={entry.to} />}
        {entry.redactedOn ? (
          <p>{t('timeline.redacted', { day: formatDay(entry.redactedOn, t.lang) })}</p>
        ) : null}
        {entry.note ? (
          <p class="entry__note" lang={textLang}>
            {entry.note}
          </p>
        ) : null}
        {entry.facts ? <DefinitionList items={entry.facts} /> : null}
        {entry.changes ? <Changes t={t} changes={entry.changes} textLang={textLang} /> : null}
        {entry.evidence?.length ? (
          <EvidenceList t={t} evidence={entry.evidence} textLang={textLang} />
        ) : null}
      </div>
      {entry.findings?.map((finding) => (
        <p class="entry__finding">{finding}</p>
      ))}
      <Replaces t={t} entry={entry} />
      {entry.dueToNotice ? <p class="entry__standing">{t('notice.trace')}</p> : null}
      <EntryMeta t={t} entry={entry} textLang={textLang} />
    </li>
  );
};

interface ChangesProps {
  readonly t: Translate;
  readonly changes: NonNullable<TimelineEntry['changes']>;
  readonly textLang: string | undefined;
}

/** What was filled in for the first time stands on the page of the thing until it is changed: its names are enough. */
const Changes = ({ t, changes: { isFirst, changes }, textLang }: ChangesProps) => {
  const [filled, changed] = [true, false].map((first) =>
    changes.filter(({ from }) => (isFirst && from === '') === first),
  );
  return (
    <>
      {filled?.length ? (
        <p>{t('changes.first', { fields: filled.map(({ label }) => label).join(', ') })}</p>
      ) : null}
      {changed?.length ? <FieldChanges t={t} changes={changed} textLang={textLang} /> : null}
    </>
  );
};

interface MoveProps {
  readonly t: Translate;
  readonly from: Status | null | undefined;
  readonly to: Status | null;
}

const Move = ({ t, from, to }: MoveProps) => (
  <p class="entry__move">
    {from !== undefined && from !== to ? (
      <>
        <StatusBadge t={t} status={from} />
        <span class="hidden"> {t('timeline.becomes')} </span>
        <span class="arrow" aria-hidden="true">
          →
        </span>
      </>
    ) : null}
    <StatusBadge t={t} status={to} />
  </p>
);

const Superseded = ({
  t,
  entry: { standing, replacedBy },
}: {
  t: Translate;
  entry: TimelineEntry;
}) => {
  if (standing !== 'corrected' && standing !== 'voided') return null;
  const day = replacedBy ? formatDay(replacedBy.day, t.lang) : '';
  return (
    <p class="entry__standing">
      {t(`timeline.${standing}`)}{' '}
      {replacedBy ? (
        <a href={replacedBy.href}>
          {t(standing === 'voided' ? 'timeline.voidedBy' : 'timeline.correctedBy', { day })}
        </a>
      ) : null}
    </p>
  );
};

const replacing = {
  correction: 'timeline.corrects',
  voiding: 'timeline.voids',
  redaction: 'timeline.redacts',
} as const;

const Replaces = ({ t, entry: { replaces } }: { t: Translate; entry: TimelineEntry }) =>
  replaces ? (
    <p class="entry__standing">
      <a href={replaces.href}>
        {t(replacing[replaces.by], { day: formatDay(replaces.day, t.lang) })}
      </a>
    </p>
  ) : null;

interface EntryMetaProps {
  readonly t: Translate;
  readonly entry: TimelineEntry;
  readonly textLang?: string;
}

const EntryMeta = ({ t, entry, textLang }: EntryMetaProps) => {
  // Two entries of one kind differ in when they were recorded.
  const recorded = formatInstant(entry.recordedAt, t.lang);
  const spoken = (label: string) =>
    [`${label}: ${entry.title}`, entry.about, `${t('timeline.recorded')} ${recorded}`]
      .filter(Boolean)
      .join(', ');
  return (
    <ul class="entry__meta">
      {entry.recordKeeping ? null : <li>{happenedWords(entry, t)}</li>}
      <li>
        {t('timeline.recorded')} <time dateTime={entry.recordedAt}>{recorded}</time>{' '}
        {t('timeline.by')} <span lang={textLang}>{entry.actor}</span>
      </li>
      {entry.evidence?.length === 0 ? (
        <li class="entry__no-evidence">{t('timeline.noEvidence')}</li>
      ) : null}
      {entry.source ? (
        <li>
          {t('timeline.source')}{' '}
          <a href={entry.source.href} lang={textLang}>
            {entry.source.label}
          </a>
        </li>
      ) : null}
      <li>
        <copy-link data-copied={t('timeline.copied')}>
          <a href={entry.href} aria-label={spoken(t('timeline.permalink'))}>
            {t('timeline.permalink')}
          </a>
        </copy-link>
      </li>
      {entry.proofHref ? (
        <li>
          <a href={entry.proofHref} download aria-label={spoken(t('timeline.proof'))}>
            {t('timeline.proof')}
          </a>
        </li>
      ) : null}
      {entry.actions?.map(({ href, label }) => (
        <li>
          <a href={href} aria-label={spoken(label)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
};

const happenedWords = ({ occurredOn, dayIsLatest }: TimelineEntry, t: Translate) => {
  const day = formatDay(occurredOn, t.lang);
  if (occurredOn === null) return day;
  if (occurredOn.length === 4) {
    return t(dayIsLatest ? 'timeline.latestIn' : 'timeline.happenedIn', { year: day });
  }
  if (occurredOn.length === 7) {
    return t(dayIsLatest ? 'timeline.latestInMonth' : 'timeline.happenedInMonth', { day });
  }
  return t(dayIsLatest ? 'timeline.latestOn' : 'timeline.happenedOn', { day });
};
