import { catalogue } from '@klimaspur/domain';
import { formatInstantDay, type Translate } from '@klimaspur/messages';
import { OwnWords } from '../components/own-words.js';
import { StatusBadge } from '../components/status-badge.js';
import { entryPath, measuresPath, townPath } from '../paths.js';
import { dayOrLatest } from '../words/day-words.js';
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
          <What t={t} change={change} at={at} />
          {withTown && change.measure ? <small lang="de">{change.municipality.name}</small> : null}
        </p>
        <p class="measure-list__status">
          {change.after && change.after !== change.before && !isRun(change) ? (
            <StatusBadge t={t} status={change.after} />
          ) : null}
        </p>
        <p class="measure-list__more">
          {isRun(change) || (!change.occurredOn && isFiling(change)) ? null : (
            <span>{dayOrLatest(change.occurredOn, change.dayIsLatest, t)}</span>
          )}
          <small>
            {t('change.recorded', { day: formatInstantDay(change.recordedAt, t.lang) })}
          </small>
        </p>
      </li>
    ))}
  </ol>
);

interface WhatProps extends Pick<ChangesListProps, 't' | 'at'> {
  readonly change: ChangeLine;
}

/** The measure or town and what happened; where that happened to many, these words lead to the list of all. */
const What = ({ t, change, at }: WhatProps) =>
  isRun(change) ? (
    <a href={at(measuresPath(t.lang, change.municipality.slug))}>{change.words}</a>
  ) : (
    <>
      <a href={at(hrefOf(change, t))} lang="de">
        {change.measure?.title ?? change.municipality.name}
      </a>
      <span>
        <OwnWords t={t} text={change.words} own={change.own} />
        {standing(change, t)}
      </span>
    </>
  );

/** About several measures at once. */
const isRun = ({ measures = 1 }: ChangeLine): boolean => measures > 1;

/** About our records: no day on which it happened is missing. */
export const isFiling = ({ type, measure }: Pick<ChangeLine, 'type' | 'measure'>): boolean =>
  measure === null || catalogue[type].recordKeeping;

/** „ (zurückgenommen)“: what became of an entry since. */
export const standing = (
  { voided, corrected }: Pick<ChangeLine, 'voided' | 'corrected'>,
  t: Translate,
): string => {
  if (voided) return ` (${t('change.voided')})`;
  return corrected ? ` (${t('change.corrected')})` : '';
};

const hrefOf = ({ measure, municipality, entry }: ChangeLine, t: Translate) =>
  measure
    ? entryPath(t.lang, municipality.slug, measure.id, entry)
    : townPath(t.lang, municipality.slug);
