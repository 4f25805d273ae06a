import type { Translate } from '@klimaspur/messages';
import type { MeasureNote } from '@klimaspur/vault';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { TextArea } from '../components/text-fields.js';
import { Form, FormPage } from '../forms/form.js';
import type { FormFields, FormState } from '../forms/form-fields.js';
import { NoteList } from './note-list.js';
import { notesPath } from './note-paths.js';
import type { ShownNote } from './shown-notes.js';

export const NOTE_MAX = 4000;

interface About {
  readonly t: Translate;
  readonly town: { readonly slug: string; readonly name: string };
  readonly measure: { readonly id: string; readonly title: string };
}

interface NotesPageProps extends About {
  readonly notes: readonly ShownNote[];
  readonly state: FormState;
}

/** All notes of a measure, and one more. */
export const NotesPage = ({ t, town, measure, notes, state }: NotesPageProps) => (
  <>
    <PageTitle
      title={t('internalNote.title')}
      about={measure.title}
      lead={t('internalNote.lead', { town: town.name })}
    />
    {notes.length === 0 ? (
      <EmptyState text={t('internalNote.none')} />
    ) : (
      <NoteList t={t} slug={town.slug} notes={notes} />
    )}
    <section aria-labelledby="write-heading">
      <h2 id="write-heading">{t('internalNote.write')}</h2>
      <Form t={t} action={notesPath(t.lang, town.slug, measure.id)} state={state}>
        {(fields) => <NoteText fields={fields} />}
      </Form>
    </section>
  </>
);

const NoteText = ({ fields }: { readonly fields: FormFields }) => (
  <TextArea
    {...fields.text('text')}
    label={fields.t('internalNote.text')}
    hint={fields.t('internalNote.text.hint')}
    rows={5}
    maxLength={NOTE_MAX}
    required
  />
);

interface OneNoteProps extends About {
  readonly note: MeasureNote;
  readonly state: FormState;
}

export const ChangeNotePage = ({ t, town, measure, note, state }: OneNoteProps) => (
  <FormPage
    {...{ t, state }}
    title={t('internalNote.change')}
    about={measure.title}
    action={notesPath(t.lang, town.slug, measure.id, note.id)}
    back={notesPath(t.lang, town.slug, measure.id)}
  >
    {(fields) => <NoteText fields={fields} />}
  </FormPage>
);

export const DeleteNotePage = ({ t, town, measure, note, state }: OneNoteProps) => (
  <FormPage
    {...{ t, state }}
    title={t('internalNote.delete')}
    about={measure.title}
    lead={t('internalNote.delete.lead')}
    before={<blockquote class="typed-text">{note.text}</blockquote>}
    submit={t('notices.delete.submit')}
    action={notesPath(t.lang, town.slug, measure.id, note.id, 'delete')}
    back={notesPath(t.lang, town.slug, measure.id)}
  >
    {() => null}
  </FormPage>
);
