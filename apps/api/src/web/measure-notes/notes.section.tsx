import type { Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { NoteList } from './note-list.js';
import { notesPath } from './note-paths.js';
import type { ShownNote } from './shown-notes.js';

interface NotesSectionProps {
  readonly t: Translate;
  readonly town: Pick<Municipality, 'slug' | 'name'>;
  readonly measure: string;
  readonly notes: readonly ShownNote[];
}

/** The team's own notes on the page of a measure: never printed, for pages are handed on. */
export const NotesSection = ({ t, town, measure, notes }: NotesSectionProps) => (
  <section class="internal-notes" aria-labelledby="notes-heading">
    <h2 id="notes-heading">{t('internalNote.title')}</h2>
    <p class="hint">{t('internalNote.lead', { town: town.name })}</p>
    {notes.length === 0 ? null : <NoteList t={t} slug={town.slug} notes={notes} />}
    <p>
      <a href={`${notesPath(t.lang, town.slug, measure)}#write-heading`}>
        {t('internalNote.write')}
      </a>
    </p>
  </section>
);
