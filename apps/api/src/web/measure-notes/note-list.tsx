import { formatInstant, type Translate } from '@klimaspur/messages';
import { LinkedText } from '../components/linked-text.js';
import { notesPath } from './note-paths.js';
import type { ShownNote } from './shown-notes.js';

interface NoteListProps {
  readonly t: Translate;
  readonly slug: string;
  readonly notes: readonly ShownNote[];
}

/** Notes of a team, each with who and when. */
export const NoteList = ({ t, slug, notes }: NoteListProps) => (
  <ol class="inbox">
    {notes.map((shown) => (
      <li id={`n-${shown.note.id}`}>
        <p class="typed-text" lang="de">
          <LinkedText text={shown.note.text} />
        </p>
        <p class="small">
          {written('written', shown.note.writtenAt, shown.writer, t)}
          {shown.note.changedAt === undefined
            ? null
            : ` · ${written('changed', shown.note.changedAt, shown.changer, t)}`}
        </p>
        {shown.mayChange ? <Ways t={t} slug={slug} shown={shown} /> : null}
      </li>
    ))}
  </ol>
);

const written = (
  what: 'written' | 'changed',
  at: number,
  label: string | undefined,
  t: Translate,
): string =>
  t(`internalNote.${what}`, {
    at: formatInstant(new Date(at).toISOString(), t.lang),
    label: label ?? t('internalNote.formerMember'),
  });

interface WaysProps {
  readonly t: Translate;
  readonly slug: string;
  readonly shown: ShownNote;
}

const Ways = ({ t, slug, shown: { note, writer } }: WaysProps) => {
  const href = (...more: readonly string[]) =>
    notesPath(t.lang, slug, note.measure, note.id, ...more);
  const of = written('written', note.writtenAt, writer, t);
  return (
    <p class="row-actions">
      <a href={href()} aria-label={`${t('internalNote.change')}: ${of}`}>
        {t('internalNote.change')}
      </a>
      <a href={href('delete')} aria-label={`${t('internalNote.delete')}: ${of}`}>
        {t('internalNote.delete')}
      </a>
    </p>
  );
};
